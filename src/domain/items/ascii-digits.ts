import { digitOf } from '../kernel/digits.ts';

const ASCII = /^[\0-\x7f]*$/;

/** The text with the digits of every system as ASCII digits. */
export function withAsciiDigits(text: string): string {
  if (ASCII.test(text)) return text;
  return Array.from(text, (char) => String(digitOf(char) ?? char)).join('');
}

/** Splits off one sign: "− 7" is negative 7. */
export function splitSign(text: string): { readonly negative: boolean; readonly rest: string } {
  const negative = /^[-−–﹣－]/u.test(text);
  const signed = negative || /^[+＋]/u.test(text);
  return { negative, rest: (signed ? text.slice(1) : text).trim() };
}

/** Digits without leading zeros; "0" for none but zeros. */
export function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}
