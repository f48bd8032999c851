/** Digits of the scripts that a school may type in: of an answer that is read, of a key that is pressed. */

/** First digit of each decimal system: Unicode keeps the ten of each in a row. */
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

/** 0 to 9 for a text that is one digit of any of these systems, null for everything else. */
export function digitOf(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  if (char.length !== String.fromCodePoint(code).length) return null;
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? null : code - zero;
}
