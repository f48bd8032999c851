import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { speakLine } from '#domain/items/speak-item.ts';
import type { Token } from '#domain/items/token.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

const numbersIn = (text: string): number[] => (text.match(/\d+/gu) ?? []).map(Number);

/** 27720 is a multiple of every number to 12: products of two such denominators divide its square. */
const UNIT = 27_720n * 27_720n;

/** A token counted in the smallest parts that any of these fractions has. */
function partsOf(token: Token | undefined): bigint {
  if (typeof token === 'number') return BigInt(token) * UNIT;
  if (typeof token !== 'object' || token.type !== 'fraction') throw new Error('no number');
  const { whole = 0, num, den } = token;
  if (num === '_' || den === '_') throw new Error('a blank');
  return BigInt(whole) * UNIT + (UNIT / BigInt(den)) * BigInt(num);
}

function lowest(num: bigint, den: bigint): string {
  let [x, y] = [num, den];
  while (y !== 0n) [x, y] = [y, x % y];
  return den === x ? String(num / x) : `${num / x}/${den / x}`;
}

/** By counting the smallest parts of both numbers that are shown. */
function solve(item: Item): string {
  const [tokens = []] = item.prompt.flatMap((part) =>
    part.type === 'equation' ? [part.tokens] : [],
  );
  const [first, sign, second] = tokens;
  const [x, y] = [partsOf(first), partsOf(second)];
  if (sign === '+') return lowest(x + y, UNIT);
  if (sign === '−') return lowest(x - y, UNIT);
  return sign === '×' ? lowest(x * y, UNIT * UNIT) : lowest(x, y);
}

const shares = (x: number, y: number): boolean =>
  Array.from({ length: Math.min(x, y) }, (_, i) => i + 1).some(
    (k) => k > 1 && x % k === 0 && y % k === 0,
  );

/** What the blueprints count, read off the written calculation. */
function tagsOf(item: Item): string[] {
  const [, w = '0', a = '0', b = '1', sign = '', v = '0', c = '0', d = '1'] =
    /^(?:(\d+) )?(\d+)\/(\d+)([-+x:])(?:(\d+)(?: |$))?(?:(\d+)\/(\d+))?$/u.exec(item.identity) ??
    [];
  const [x, y] = [(27_720 / Number(b)) * Number(a), (27_720 / Number(d)) * Number(c)];
  const isMixed = w !== '0' && v !== '0';
  const trades = sign === '+' ? x + y >= 27_720 : sign === '-' && x < y;
  const [top, bottom] =
    sign === 'x'
      ? [Number(a) * Number(c), Number(b) * Number(d)]
      : [Number(a) - Number(c), Number(b)];
  const [num = 0, den = 1] = solve(item).split('/').map(Number);
  const isMultiple = Number(b) % Number(d) === 0 || Number(d) % Number(b) === 0;
  const found: readonly (readonly [string, boolean])[] = [
    ['regroup', isMixed && trades],
    ['both-change', !isMultiple],
    ['reducible', shares(top, bottom)],
    ['above-1', num > den],
    ['equals-1', num === den],
    ['whole-answer', den === 1],
    ['unit', a === '1' || c === '1'],
    ['both-unit', a === '1' && c === '1'],
    ['b<10', Number(c) < 10],
  ];
  return found.flatMap(([tag, holds]) => (holds ? [tag] : []));
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  like: ['a', 'd', 'b', ''],
  'like-mixed': ['w', 'a', 'd', 'v', 'b', ''],
  unlike: ['a', 'b', 'c', 'd'],
  'unlike-mixed': ['w', 'a', 'b', 'v', 'c', 'd'],
  'tenths-hundredths': ['a', '', 'b', ''],
  'times-whole': ['n', 'd', 'w'],
  product: ['a', 'b', 'c', 'd'],
  'product-mixed': ['w', 'a', 'b', 'v', 'c', 'd'],
  'unit-by-whole': ['', 'd', 'w'],
  'whole-by-unit': ['w', '', 'd'],
};

holdFamily({
  family: 'fraction-arithmetic',
  valuesOf: (identity, row) => {
    const kind = /"kind":"([^"]+)"/u.exec(row.params)?.[1] ?? '';
    const numbers = numbersIn(identity);
    const named = (NAMES[kind] ?? []).map((name, i) => [name, numbers[i] ?? Number.NaN] as const);
    return Object.fromEntries(named.filter(([name]) => name !== ''));
  },
  solve,
  tagsOf,
});

const set = (...list: number[]) => ({ in: list });
const make = (params: Record<string, unknown>): Item => only('fraction-arithmetic', params);
const mixed = (op: string, w: number, a: number, v: number, b: number, d: number): Item =>
  make({ kind: 'like-mixed', op, w: set(w), v: set(v), a: set(a), b: set(b), d: set(d) });
const unlike = (op: string, a: number, b: number, c: number, d: number): Item =>
  make({ kind: 'unlike', op, a: set(a), b: set(b), c: set(c), d: set(d) });

describe('known misconceptions with fractions', () => {
  it('numerators and denominators added, or numerators kept over a new denominator', () => {
    const like = make({ kind: 'like', op: '+', d: set(8), a: set(3), b: set(2) });
    expect(trapValues(like)).toEqual({ 'added-tops-and-bottoms': ['5/16'] });
    expect(trapValues(unlike('+', 1, 2, 1, 3))).toEqual({
      'added-tops-and-bottoms': ['2/5'],
      'kept-numerators': ['1/3'],
    });
    expect(trapValues(unlike('-', 3, 4, 1, 3))).toEqual({
      'added-tops-and-bottoms': ['2'],
      'kept-numerators': ['1/6'],
    });
    const tenths = make({ kind: 'tenths-hundredths', op: '+', a: set(3), b: set(7) });
    expect(trapValues(tenths)['tenths-as-hundredths']).toEqual(['1/10']);
  });

  it('a whole that is not traded, whole parts alone', () => {
    expect(trapValues(mixed('-', 5, 1, 2, 3, 8))).toEqual({
      'no-regroup': ['13/4'],
      'whole-parts-only': ['3'],
    });
    expect(trapValues(mixed('+', 2, 5, 1, 7, 8))).toEqual({
      'added-tops-and-bottoms': ['15/4'],
      'no-regroup': ['7/2'],
      'whole-parts-only': ['3'],
    });
  });

  it('products and quotients', () => {
    const times = make({ kind: 'times-whole', op: '×', n: set(3), d: set(4), w: set(5) });
    expect(trapValues(times)).toEqual({ 'multiplied-both': ['3/4'] });
    const pair = { kind: 'product', op: '×', a: set(2), b: set(3), c: set(3), d: set(4) };
    expect(trapValues(make(pair))).toEqual({ crossed: ['8/9'] });
    const sides = { w: set(1), v: set(2), a: set(1), b: set(2), c: set(2), d: set(3) };
    expect(trapValues(make({ kind: 'product-mixed', op: '×', ...sides }))).toMatchObject({
      'parts-separately': ['7/3'],
      'whole-parts-only': ['2'],
    });
    const unit = make({ kind: 'unit-by-whole', op: '÷', d: set(3), w: set(4) });
    expect(trapValues(unit)).toEqual({ 'divided-the-number': ['4/3'] });
    const whole = make({ kind: 'whole-by-unit', op: '÷', d: set(3), w: set(6) });
    expect(trapValues(whole)).toEqual({ 'divided-the-number': ['2'] });
    expect(trapValues(make({ kind: 'whole-by-unit', op: '÷', d: set(4), w: set(6) }))).toEqual({});
  });
});

describe('the way to the answer', () => {
  const linesOf = (item: Item): string[] =>
    workedAnswer(item).map((part) => (part.type === 'text' ? speakLine(part, 'en') : 'a bar'));

  it('trades a whole where the first fraction is too small', () => {
    expect(linesOf(mixed('-', 5, 1, 2, 3, 8))).toEqual([
      '1 over 8 is less than 3 over 8. Trade 1 whole: 5 and 1 over 8 = 4 and 9 over 8.',
      'Subtract the whole numbers: 4 − 2 = 2.',
      '9 over 8 − 3 over 8 = 6 over 8 = 3 over 4',
      '4 and 9 over 8 − 2 and 3 over 8 = 2 and 3 over 4',
    ]);
  });

  it('rewrites only what has to be rewritten, and draws what fits a phone', () => {
    expect(linesOf(unlike('+', 1, 2, 1, 6))).toEqual([
      'Make the bottom numbers the same: 1 over 2 = 3 over 6.',
      'a bar',
      'a bar',
      '3 over 6 + 1 over 6 = 4 over 6 = 2 over 3',
    ]);
    expect(linesOf(unlike('+', 1, 5, 1, 12))).toHaveLength(2);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const sets = { d: set(8), a: set(3), b: set(2) };
    const fault = (params: Record<string, unknown>) => faultOf('fraction-arithmetic', params);
    expect(fault({ kind: 'like', op: '×', ...sets })).toBe('value.bad op');
    expect(fault({ kind: 'like', op: '-', ...sets, b: set(5) })).toBe('value.bad d');
    expect(fault({ kind: 'like', op: '+', ...sets, c: set(5) })).toBe('value.unknown-field c');
    expect(fault({ kind: 'like', op: '+', ...sets, d: set(5000) })).toBe('value.bad d');
  });
});
