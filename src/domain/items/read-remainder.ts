import { trimZeros, withAsciiDigits } from './ascii-digits.ts';

const PAIR = /^(\d+)(?:\s*(?:r|rem|remainder|resto|rest)\.?\s*(\d*))?$/iu;

/** A quotient and a remainder as "7 R 2", or null when the text is none. Nothing in the second box is a remainder of 0. */
export function readRemainder(text: string): string | null {
  const [, quotient, remainder] = PAIR.exec(withAsciiDigits(text)) ?? [];
  if (quotient === undefined) return null;
  return remainderText(trimZeros(quotient), trimZeros(remainder ?? '') || '0');
}

/** The pair as `readRemainder` writes it. */
export function remainderText(quotient: number | string, remainder: number | string): string {
  return `${quotient} R ${remainder}`;
}
