/** What a screen reader hears about the time: at half, and at one minute. Nothing before, nothing between. */
export type TimerMessage = 'none' | 'half' | 'minute';

const MINUTE = 60_000;

/** `totalMs` and `leftMs` are active time. A total of a minute or less has no separate minute message. */
export function timerMessage(totalMs: number, leftMs: number): TimerMessage {
  if (leftMs <= 0) return 'none';
  if (totalMs > MINUTE && leftMs <= MINUTE) return 'minute';
  if (leftMs <= totalMs / 2) return 'half';
  return 'none';
}

/** The share of the bar that is left, 0 to 1. With `stepMs` it moves in steps (reduced motion). */
export function timerShare(totalMs: number, leftMs: number, stepMs = 0): number {
  if (totalMs <= 0) return 0;
  const left = stepMs > 0 ? Math.ceil(leftMs / stepMs) * stepMs : leftMs;
  return Math.min(1, Math.max(0, left / totalMs));
}
