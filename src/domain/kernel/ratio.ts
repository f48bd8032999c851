import { assert } from './assert.ts';
import { gcd } from './numbers.ts';

/** An exact fraction in lowest terms: two whole numbers, the lower one above 0. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

/** num / den in lowest terms; den must not be 0. */
export function ratio(num: number, den = 1): Ratio {
  assert(den !== 0, 'a fraction has no denominator 0');
  const common = gcd(num, den) * Math.sign(den);
  // Adding 0 turns -0 into 0.
  return { num: num / common + 0, den: den / common };
}

export function plus(x: Ratio, y: Ratio): Ratio {
  return ratio(x.num * y.den + y.num * x.den, x.den * y.den);
}

export function minus(x: Ratio, y: Ratio): Ratio {
  return ratio(x.num * y.den - y.num * x.den, x.den * y.den);
}

export function times(x: Ratio, y: Ratio): Ratio {
  return ratio(x.num * y.num, x.den * y.den);
}

/** The quotient; y must not be 0. */
export function over(x: Ratio, y: Ratio): Ratio {
  return ratio(x.num * y.den, x.den * y.num);
}

/** Below 0, 0 or above 0 as x is less than, equal to or greater than y. */
export function compareRatios(x: Ratio, y: Ratio): number {
  return x.num * y.den - y.num * x.den;
}

/** Least common multiple of two whole numbers above 0. */
export function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}
