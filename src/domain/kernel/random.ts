import { assert } from './assert.ts';
import { hash128 } from './hash128.ts';

/** A source of numbers in [0, 1). Pure code takes one as a parameter and never makes its own. */
export type Random = () => number;

/**
 * The same endless sequence for the same seed, on every machine: sfc32 (Chris Doty-Humphrey, PractRand 0.95,
 * "small fast counting", public domain), started from the 128-bit hash of the seed. 32 bits a number. Not for secrets.
 */
export function seededRandom(seed: string): Random {
  let [a, b, c, d] = hash128(seed);
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  return next;
}

/** A whole number from `min` to `max`, both included. */
export function intBetween(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** One element of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  assert(list.length > 0, 'pick needs a list that is not empty');
  return list[intBetween(random, 0, list.length - 1)] as T; // the index lies inside the list
}

/** A new list in random order (Fisher-Yates, Durstenfeld's version: every order equally likely). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = intBetween(random, 0, i);
    const moved = result[i] as T; // i and j lie inside the list
    result[i] = result[j] as T;
    result[j] = moved;
  }
  return result;
}
