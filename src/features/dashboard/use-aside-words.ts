import { useLingui } from '@lingui/react/macro';

/** Reasons to set an attempt aside: stored as codes, so that everybody reads them in their own language. Anything else is free words. */
export const ASIDE_REASONS = ['wrong-child', 'had-help', 'disturbed', 'tried-out'] as const;
type Code = (typeof ASIDE_REASONS)[number] | 'undo' | 'changed' | 'entered-again';

/** Longest free words that the body of a withdrawal takes. */
export const LONGEST_REASON = 200;

/** Why an attempt was set aside: the words of a code, or the free words themselves. */
export function useAsideWords(): (reason: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<Code, string>> = {
    'wrong-child': t`It was another child`,
    'had-help': t`Somebody helped`,
    disturbed: t`It was disturbed`,
    'tried-out': t`It was only tried out`,
    undo: t`Taken back right away`,
    changed: t`Marked differently`,
    'entered-again': t`The sheet was entered again`,
  };
  return (reason) => (Object.hasOwn(words, reason) ? words[reason as Code] : reason); // hasOwn has just said so
}
