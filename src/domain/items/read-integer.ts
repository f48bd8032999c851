/** First digit of the decimal systems a school may type in: Unicode keeps the ten of each in a row. */
const ZEROS = [
  0x0030, // ASCII
  0x0660, // Arabic-Indic
  0x06f0, // Extended Arabic-Indic (Persian, Urdu)
  0x0966, // Devanagari
  0x09e6, // Bengali
  0x0a66, // Gurmukhi
  0x0ae6, // Gujarati
  0x0be6, // Tamil
  0x0e50, // Thai
  0x1040, // Myanmar
  0x17e0, // Khmer
  0xff10, // full width
];

/** Groups of three between thin, narrow, hard or plain spaces, apostrophes or commas: 12 345, 12,345. */
const GROUPED = /^\d{1,3}(?:([ \u00A0\u2009\u202F,'’٬])\d{3})(?:\1\d{3})*$/u;
const PLAIN = /^\d+$/u;

/** A digit of any of these systems as its ASCII digit, anything else unchanged. */
function asciiDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? char : String(code - zero);
}

/**
 * A whole number in one way of writing ("-7", "0", "12345"), or null when the text is not one. Leading zeros, one sign and
 * well-formed groups of three are fine. A point is not: "1.000" is a thousand in one language and one in another.
 */
export function readInteger(text: string): string | null {
  const plain = Array.from(text, asciiDigit).join('');
  const negative = /^[-−–﹣－]/u.test(plain);
  const unsigned = (negative || /^[+＋]/u.test(plain) ? plain.slice(1) : plain).trim();
  if (!PLAIN.test(unsigned) && !GROUPED.test(unsigned)) return null;
  const digits = unsigned.replace(/\D/gu, '').replace(/^0+(?=\d)/u, '');
  return negative && digits !== '0' ? `-${digits}` : digits;
}
