import { splitSign, trimZeros, withAsciiDigits } from './ascii-digits.ts';

/** Groups of three between thin, narrow, hard or plain spaces, apostrophes or commas: 12 345, 12,345. */
const GROUPED = /^\d{1,3}(?:([ \u00A0\u2009\u202F,'’٬])\d{3})(?:\1\d{3})*$/u;
const PLAIN = /^\d+$/u;

/**
 * A whole number in one way of writing ("-7", "0", "12345"), or null when the text is not one. Leading zeros, one sign and
 * well-formed groups of three are fine. A point is not: "1.000" is a thousand in one language and one in another.
 */
export function readInteger(text: string): string | null {
  const { negative, rest } = splitSign(withAsciiDigits(text));
  const digits = readDigits(rest);
  if (digits === null) return null;
  return negative && digits !== '0' ? `-${digits}` : digits;
}

/** As `readInteger`, of a text with ASCII digits and without a sign. */
export function readDigits(text: string): string | null {
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null;
  return trimZeros(text.replace(/\D/gu, ''));
}
