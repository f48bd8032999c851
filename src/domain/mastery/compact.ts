/** The letters of compact progress strings. Frozen: every stored progress document is written in them. */

const DIGITS = /^-?[0-9a-z]+$/;
const UNSAFE = /[^A-Za-z0-9_-]/g;
const ESCAPE = /~([0-9a-f]+)~/g;

/** A whole number in base 36. */
export function packNumber(n: number): string {
  return Math.round(n).toString(36);
}

/** The whole number that `text` writes in base 36, or null. */
export function unpackNumber(text: string | undefined): number | null {
  if (text === undefined || !DIGITS.test(text)) return null;
  const n = Number.parseInt(text, 36);
  return Number.isSafeInteger(n) ? n : null;
}

/** Any text, with each character outside letters, digits, `_` and `-` written as `~<UTF-16 code in hex>~`. */
export function packText(text: string): string {
  return text.replace(UNSAFE, (char) => `~${char.charCodeAt(0).toString(16)}~`);
}

/** Inverse of `packText`. */
export function unpackText(text: string): string {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
