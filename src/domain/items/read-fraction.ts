import { gcd } from '../kernel/numbers.ts';
import { splitSign, withAsciiDigits } from './ascii-digits.ts';
import type { FractionForm } from './item.ts';
import { readDigits } from './read-integer.ts';

/** How a fraction was written: a whole part or none, and the fraction as it stands (a bare whole number has 0/1). */
interface Written {
  readonly negative: boolean;
  readonly whole: number | null;
  readonly num: number;
  readonly den: number;
}

/** Larger numbers than any fraction of a child; beyond them products would not be exact. */
const LARGEST = 1_000_000;

/** Fractions that keyboards offer as one sign. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['½', '1/2'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅕', '1/5'],
  ['⅖', '2/5'],
  ['⅗', '3/5'],
  ['⅘', '4/5'],
  ['⅙', '1/6'],
  ['⅚', '5/6'],
  ['⅛', '1/8'],
  ['⅜', '3/8'],
  ['⅝', '5/8'],
  ['⅞', '7/8'],
]);
const ONE_SIGN = new RegExp(`[${[...SIGNS.keys()].join('')}]`, 'gu');
const FRACTION = /^(?:(\d+)\s+)?(\d+)\s*[/⁄∕]\s*(\d+)$/u;

function parse(text: string): Written | null {
  const spelled = withAsciiDigits(text).replace(ONE_SIGN, (sign) => ` ${SIGNS.get(sign) ?? ''}`);
  const { negative, rest } = splitSign(spelled.trim());
  const [, front, top, bottom] = FRACTION.exec(rest) ?? [];
  if (top === undefined || bottom === undefined) {
    const digits = readDigits(rest);
    return digits === null ? null : limited({ negative, whole: Number(digits), num: 0, den: 1 });
  }
  const [num, den] = [Number(top), Number(bottom)];
  return limited({ negative, whole: front === undefined ? null : Number(front), num, den });
}

function limited(written: Written): Written | null {
  const { whole, num, den } = written;
  return den > 0 && Math.max(whole ?? 0, num, den) <= LARGEST ? written : null;
}

/** Lowest terms, one way of writing per value: "3", "3/4", "11/4", "-1/2". */
export function fractionText(num: number, den: number): string {
  const common = gcd(num, den);
  const [top, bottom] = [num / common, den / common];
  return bottom === 1 ? String(top) : `${top}/${bottom}`;
}

export interface ReadFraction {
  readonly value: string;
  /** The form that was asked for. */
  readonly fits: boolean;
}

/** A fraction, mixed number or whole number, or null when the text is none (a denominator of 0 is none). */
export function readFraction(text: string, form: FractionForm): ReadFraction | null {
  const written = parse(text);
  if (written === null) return null;
  const { negative, whole, num, den } = written;
  const top = (whole ?? 0) * den + num;
  return {
    value: fractionText(negative && top !== 0 ? -top : top, den),
    fits: fits(written, form),
  };
}

function fits({ whole, num, den }: Written, form: FractionForm): boolean {
  switch (form) {
    case 'any':
      return true;
    case 'simplest':
      if (gcd(num, den) !== 1) return false;
      return whole === null ? den > 1 : num < den;
    case 'mixed':
      return whole !== null && whole > 0 && num > 0 && num < den;
    case 'improper':
      return whole === null;
  }
}
