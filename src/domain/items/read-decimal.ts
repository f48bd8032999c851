import { splitSign, trimZeros, withAsciiDigits } from './ascii-digits.ts';
import { readDigits } from './read-integer.ts';

/** Digits, a point or a decimal comma, digits; nothing may stand before the point. */
const WITH_POINT = /^(\d*)[.٫](\d+)$/u;
const WITH_COMMA = /^(\d*),(\d+)$/u;

/**
 * A decimal number in one way of writing ("3.4", "-0.5", "12"), or null when the text is not one. Zeros at the end and the
 * zero before the point are optional. A point is always the decimal point (our own pad writes it); a comma is, too, unless it
 * could as well stand between groups of three ("1,250"): that says two things, and the child is asked to look again.
 */
export function readDecimal(text: string): string | null {
  const { negative, rest } = splitSign(withAsciiDigits(text));
  const value = unsigned(rest);
  return negative && value !== null && value !== '0' ? `-${value}` : value;
}

function unsigned(text: string): string | null {
  const [, whole = '', places = ''] = WITH_POINT.exec(text) ?? WITH_COMMA.exec(text) ?? [];
  if (places === '') return readDigits(text);
  if (text.includes(',') && places.length === 3 && /^[1-9]\d{0,2}$/u.test(whole)) return null;
  const kept = places.replace(/0+$/u, '');
  const front = trimZeros(whole === '' ? '0' : whole);
  return kept === '' ? front : `${front}.${kept}`;
}

/** `digits` / `scale` as `readDecimal` writes it; the scale is a power of ten. */
export function decimalText(digits: number, scale: number): string {
  const places = String(scale).length - 1;
  const all = String(Math.abs(digits)).padStart(places + 1, '0');
  const [front, back] = [all.slice(0, all.length - places), all.slice(all.length - places)];
  const kept = back.replace(/0+$/u, '');
  const value = kept === '' ? front : `${front}.${kept}`;
  return digits < 0 && value !== '0' ? `-${value}` : value;
}
