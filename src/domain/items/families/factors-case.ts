import { gcd } from '../../kernel/numbers.ts';
import type { Variables } from '../variables.ts';

export const ASKS = ['count', 'gcf', 'lcm', 'prime-missing'] as const;
export type Ask = (typeof ASKS)[number];
/** `u` is the place (0, 1, 2) of the missing prime among a <= b <= c. */
export type Name = 'n' | 'a' | 'b' | 'c' | 'u';

export interface Params {
  readonly ask: Ask;
  readonly sets: Variables<Name>;
  readonly fitsProduct: (product: number) => boolean;
}

export type Case =
  | { readonly ask: 'count'; readonly n: number }
  | { readonly ask: 'gcf' | 'lcm'; readonly a: number; readonly b: number }
  | {
      readonly ask: 'prime-missing';
      /** In ascending order, the missing one among them. */
      readonly primes: readonly [number, number, number];
      readonly product: number;
      readonly missing: number;
    };

/** The item of these numbers, or null where they break a condition. */
export function caseOf(
  { ask, fitsProduct }: Params,
  { n = 1, a = 1, b = 1, c = 1, u = 0 }: Partial<Readonly<Record<Name, number>>>,
): Case | null {
  switch (ask) {
    case 'count':
      return { ask, n };
    case 'gcf':
    case 'lcm': {
      // Where one number is a multiple of the other there is nothing to look for.
      if (a >= b || b % a === 0) return null;
      return ask === 'gcf' && gcd(a, b) === 1 ? null : { ask, a, b };
    }
    case 'prime-missing': {
      const primes = [a, b, c] as const;
      const missing = primes[u] ?? a;
      if (a > b || b > c || !fitsProduct(a * b * c)) return null;
      // Of two equal primes the first stands for both.
      return primes.indexOf(missing) === u ? { ask, primes, product: a * b * c, missing } : null;
    }
  }
}

/** All divisors, smallest first. */
export function divisorsOf(n: number): number[] {
  const small = [];
  for (let d = 1; d * d <= n; d += 1) if (n % d === 0) small.push(d);
  return [...new Set([...small, ...small.map((d) => n / d).toReversed()])];
}

/** The two primes that are not missing, smaller one first. */
export function shownPrimes({
  primes,
  missing,
}: Extract<Case, { readonly ask: 'prime-missing' }>): [number, number] {
  const [a, b, c] = primes;
  if (missing === a) return [b, c];
  return missing === b ? [a, c] : [a, b];
}
