import { digitsOf, numberOf } from '../../kernel/numbers.ts';
import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { MultiplyCase } from './multiply.ts';

/** The largest factor of the table of facts: beyond it "the fact next to it" means nothing. */
const LARGEST_FACT = 12;

/** Wrong values that known misconceptions give for a product. */
export function productTraps({ a, b, power, product }: MultiplyCase): Trap[] {
  const second = b * power;
  const isFact = a <= LARGEST_FACT && b <= LARGEST_FACT;
  const hasZeros = product > 0 && [a, second].some((n) => n >= 10 && n % 10 === 0);
  return numberTraps(product, [
    ['added', a + second],
    ...(a === 0 || second === 0 ? ([['zero-is-one', Math.max(a, second)]] as const) : []),
    ...(a === 1 || second === 1 ? ([['zero-is-one', 0]] as const) : []),
    ...(hasZeros
      ? ([
          ['zeros-miscounted', product * 10],
          ['zeros-miscounted', product / 10],
        ] as const)
      : []),
    ...(isFact ? factNeighbours(a, b, power) : writtenTraps(a, second)),
  ]);
}

/** Wrong values for the other factor of a x __ = product. */
export function missingFactorTraps({ a, b, product }: MultiplyCase): Trap[] {
  return numberTraps(b, [
    ['product-minus', product - a],
    ['added', product + a],
    ['neighbour-fact', b - 1],
    ['neighbour-fact', b + 1],
  ]);
}

type Entries = readonly (readonly [string, number | null])[];

function factNeighbours(a: number, b: number, power: number): Entries {
  return [
    ['off-by-one-row', a * (b - 1) * power],
    ['off-by-one-row', a * (b + 1) * power],
    ['neighbour-fact', (a - 1) * b * power],
    ['neighbour-fact', (a + 1) * b * power],
  ];
}

/** Written multiplication: what happens to the carries, and to the place of each partial product. */
function writtenTraps(a: number, b: number): Entries {
  const withoutPlaces = digitsOf(b).reduce((sum, digit) => sum + a * digit, 0);
  return [
    ['forgot-to-carry', byPartials(b, (digit) => withoutCarries(a, digit))],
    ['carry-before-multiply', byPartials(b, (digit) => carriedFirst(a, digit))],
    ['no-placeholder', b >= 10 ? withoutPlaces : null],
    ['off-by-one-row', a * (b - 1)],
    ['off-by-one-row', a * (b + 1)],
  ];
}

function byPartials(b: number, partial: (digit: number) => number): number {
  return digitsOf(b).reduce((sum, digit, place) => sum + partial(digit) * 10 ** place, 0);
}

/** Every digit product keeps its ones and loses its tens; the last one is written whole. */
function withoutCarries(a: number, digit: number): number {
  const products = digitsOf(a).map((d) => d * digit);
  const last = products.at(-1) ?? 0;
  return numberOf([...products.slice(0, -1).map((p) => p % 10), ...digitsOf(last)]);
}

/** The carry is added to the next digit before that digit is multiplied. */
function carriedFirst(a: number, digit: number): number {
  const digits = digitsOf(a);
  let carry = 0;
  const written = digits.flatMap((d, i) => {
    const product = (d + carry) * digit;
    carry = Math.floor(product / 10);
    return i === digits.length - 1 ? digitsOf(product) : [product % 10];
  });
  return numberOf(written);
}
