import { useEffect, useRef } from 'react';
import { keyFromKeyboard } from './keypad-keys.ts';
import type { KeypadKey } from './keypad-keys.ts';

/**
 * Sends the digits, Backspace and Enter of a hardware keyboard to the pad, wherever the focus is. Leaves alone: text
 * fields, keys with a modifier, repeats of Enter, and Enter or Space on a focused button or link (that presses it).
 */
export function useHardwareKeys(onKey: (key: KeypadKey) => void, enabled: boolean): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const key = keyFromKeyboard(event.key);
      if (key === null || isTaken(event, key)) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}

function isTaken(event: KeyboardEvent, key: KeypadKey): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role$="dialog"]') !== null)
    return true;
  const presses = key === 'next' || event.key === ' ';
  const isOnControl = target.closest('button, a, [role="button"]') !== null;
  return (key === 'next' && event.repeat) || (presses && isOnControl);
}
