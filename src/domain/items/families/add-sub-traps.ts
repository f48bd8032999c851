import { digitsOf, numberOf } from '../../kernel/numbers.ts';
import { addColumns, subtractColumns } from '../column-arithmetic.ts';
import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { AddSubCase } from './add-sub.ts';

/** Wrong values that known misconceptions give, for one case whose accepted value is `key`. */
export function addSubTraps(one: AddSubCase, key: number, threeAddends: boolean): Trap[] {
  const { a, b, c, value, unknown, op } = one;
  const offByOne = [
    ['off-by-one', key - 1],
    ['off-by-one', key + 1],
  ] as const;
  if (threeAddends) {
    const twoOnly = [a + b, a + c, b + c].map((sum) => ['left-out-an-addend', sum] as const);
    return numberTraps(key, [...offByOne, ...twoOnly, ['digits-swapped', swapped(key)]]);
  }
  const shown = unknown === 'result' ? [a, b] : [unknown === 'a' ? b : a, value];
  return numberTraps(key, [
    ['wrong-operation', wrongOperation(one)],
    ...(unknown !== 'result' ? [] : op === '+' ? additionTraps(a, b) : subtractionTraps(a, b)),
    ...offByOne,
    ...shown.map((n) => ['copied-a-number', n] as const),
    ['digits-swapped', swapped(key)],
  ]);
}

/** Adds where the sentence takes away, and the other way round; the smaller number is taken from the larger. */
function wrongOperation({ op, a, b, value, unknown }: AddSubCase): number {
  if (unknown === 'result') return op === '+' ? Math.abs(a - b) : a + b;
  if (op === '+') return value + a;
  return unknown === 'a' ? Math.abs(value - b) : a + value;
}

type Entries = readonly (readonly [string, number | null])[];

function additionTraps(a: number, b: number): Entries {
  const columns = addColumns(a, b);
  // A carry out of the top place is written by everybody: only carries into a place can be forgotten.
  if (!columns.slice(0, -1).some((column) => column.regroups)) return [];
  const sums = columns.map(({ upper, lower }) => upper + lower);
  const top = sums.at(-1) ?? 0;
  const lowerDigits = sums.slice(0, -1).map((sum) => sum % 10);
  return [
    ['forgot-to-carry', numberOf([...lowerDigits, ...digitsOf(top)])],
    ['carry-written-out', Number(sums.toReversed().join(''))],
  ];
}

function subtractionTraps(a: number, b: number): Entries {
  const columns = subtractColumns(a, b);
  if (!columns.some((column) => column.regroups)) return [];
  return [
    ['smaller-from-larger', numberOf(columns.map(({ upper, lower }) => Math.abs(upper - lower)))],
    ['forgot-to-pay-back', numberOf(columns.map(({ upper, lower }) => (upper - lower + 10) % 10))],
    ['borrowed-across-zero', borrowedAcrossZero(a, b)],
  ];
}

/** Borrowing meets a zero: it becomes a 9, and nothing is taken from the place after it. */
function borrowedAcrossZero(a: number, b: number): number | null {
  const upper = digitsOf(a);
  const lower = digitsOf(b);
  let crossed = false;
  const digits = upper.map((_, i) => {
    const rest = (upper[i] ?? 0) - (lower[i] ?? 0);
    if (rest >= 0) return rest;
    const next = upper[i + 1] ?? 0;
    if (next === 0) crossed = true;
    upper[i + 1] = next === 0 ? 9 : next - 1;
    return rest + 10;
  });
  return crossed ? numberOf(digits) : null;
}

/** Tens and ones exchanged, where there are tens and the two digits differ. */
function swapped(n: number): number | null {
  const [ones = 0, tens = 0, ...rest] = digitsOf(n);
  return n < 10 || ones === tens ? null : numberOf([tens, ones, ...rest]);
}
