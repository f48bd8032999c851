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

/** A digit of any of these systems as its ASCII digit, anything else unchanged. */
function asciiDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? char : String(code - zero);
}

/** The text with the digits of every system as ASCII digits. */
export function withAsciiDigits(text: string): string {
  return Array.from(text, asciiDigit).join('');
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
