/** Digits in threes with a thin space from 10 000 on: the one grouping that no country reads as a decimal mark. */
export function groupDigits(value: number): string {
  const text = String(value);
  return value < 10_000 ? text : text.replace(/\B(?=(\d{3})+$)/gu, '\u2009');
}
