import { useLayoutEffect, type RefObject } from 'react';
import { afterPaint } from '../after-paint.ts';

/** A finger that comes down so soon after a screen was painted was meant for the screen before. */
const GUARD_MS = 350;
const GUARDED = 'data-guarded';

/**
 * For a moment nothing of a new screen can be tapped (`data-guarded`, student-shell.module.css): a second tap never hits what has
 * come under the finger. What an answer is typed with is marked `data-entry` and heard at once, as is every key of a keyboard.
 * @param screen the outermost element of the screen
 */
export function useTapGuard(screen: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = screen.current;
    if (element === null) return;
    element.setAttribute(GUARDED, '');
    afterPaint(() => setTimeout(() => element.removeAttribute(GUARDED), GUARD_MS));
  }, [screen]);
}
