import type { NumberSet } from '../number-set.ts';

export type Side = 'a' | 'b';

export type Params =
  | {
      readonly op: '+' | '-' | '*';
      readonly to: number;
      /** Which of the two numbers are rounded. */
      readonly round: readonly Side[];
      readonly a: NumberSet;
      readonly b: NumberSet;
      readonly minExact: number;
    }
  | {
      readonly op: '/';
      readonly to: number;
      readonly q: NumberSet;
      readonly d: NumberSet;
      readonly r: NumberSet;
      readonly dividend: NumberSet | null;
      readonly maxOnesAway: number;
    };

export type Case =
  | {
      readonly op: '+' | '-' | '*';
      readonly to: number;
      readonly a: number;
      readonly b: number;
      /** The numbers that are calculated with. */
      readonly nearA: number;
      readonly nearB: number;
      /** Whether b is rounded too. */
      readonly both: boolean;
    }
  | {
      readonly op: '/';
      readonly n: number;
      readonly d: number;
      readonly options: Options;
    };

/** The nearest ten of a quotient, and the wrong estimates beside it. */
export interface Options {
  readonly key: number;
  readonly tooSmall: number;
  readonly tooLarge: number;
  readonly tenfold: number;
}

/** The nearest multiple of a place, half up. */
export function nearest(n: number, place: number): number {
  return Math.floor((n + place / 2) / place) * place;
}

/** Whether a number lies clearly between two multiples: neither one of them nor half-way. */
export function isClear(n: number, place: number): boolean {
  return n % place !== 0 && (n % place) * 2 !== place;
}

export function calculate(op: '+' | '-' | '*', a: number, b: number): number {
  return op === '+' ? a + b : op === '-' ? a - b : a * b;
}

/**
 * The options for n ÷ d, or null where they would not be four clear ones: each wrong one lies more than twice as far from the
 * quotient as the key. Distances are compared d-fold, so that they stay whole.
 */
export function optionsOf(n: number, d: number, to: number): Options | null {
  const key = nearest(Math.floor(n / d), to);
  const options: Options = {
    key,
    // The largest ten that is at most 0.6 of the quotient, the smallest that is at least 1.4 of it.
    tooSmall: Math.floor((n * 6) / (d * 10 * to)) * to,
    tooLarge: Math.ceil((n * 14) / (d * 10 * to)) * to,
    tenfold: key * 10,
  };
  const away = (estimate: number): number => Math.abs(estimate * d - n);
  const wrong = [options.tooSmall, options.tooLarge, options.tenfold];
  const isFar = wrong.every((one) => one > 0 && away(one) > 2 * away(key));
  return isFar && new Set(wrong).size === wrong.length ? options : null;
}
