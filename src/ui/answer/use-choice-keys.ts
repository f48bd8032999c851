import { useEffect, useRef, type RefObject } from 'react';

export interface ChoiceKeys {
  /** Options that a key of their own chooses ("<"). */
  readonly onKey: (key: string) => void;
  /** Enter where nothing else takes it: on the chosen answer, or nowhere in particular. */
  readonly onNext: () => void;
}

/** In a row, a list and a grid alike: on, or back. */
const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/**
 * Answers to choose from on a hardware keyboard: an arrow goes to the answers from anywhere, and along them; Space or Enter chooses;
 * Enter on the chosen one goes on.
 * @returns goes on the element around the answers
 */
export function useChoiceKeys(
  keys: ChoiceKeys,
  enabled: boolean,
): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      const closest = (selector: string) => target?.closest(selector) ?? null;
      if (closest('input, textarea, select, [role$="dialog"]') !== null) return;
      const control = closest('button, a, [role="button"]');
      const isChosen =
        control?.matches('[aria-checked="true"]') === true && isInside(around, control);
      const step = STEPS[event.key];
      if (step !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        moveFocus(around.current, step);
      } else if (event.key === 'Enter' && !event.repeat && (control === null || isChosen)) {
        event.preventDefault();
        event.stopPropagation();
        latest.current.onNext();
      } else {
        latest.current.onKey(event.key);
      }
    };
    // Before the answer itself hears Enter and takes it for a press.
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [enabled]);
  return around;
}

/** From outside to the first or the last answer; along them it stops at the ends. */
function moveFocus(around: HTMLElement | null, step: 1 | -1): void {
  const answers = [...(around?.querySelectorAll('button') ?? [])];
  const here = answers.findIndex((answer) => answer === document.activeElement);
  const from = here === -1 && step === -1 ? answers.length : here;
  answers[from + step]?.focus();
}

function isInside(around: RefObject<HTMLDivElement | null>, target: Element | null): boolean {
  return target !== null && around.current?.contains(target) === true;
}
