import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, only, trapValues } from '#test/support/one-item.ts';

const numbersIn = (text: string): number[] => (text.match(/\d+/gu) ?? []).map(Number);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** By counting up: every number is tried, every multiple is walked to. */
function solve(item: Item): number {
  const said = speakItem(item, 'en');
  const [x = 1, y = 1, z = 1] = numbersIn(said);
  if (said.includes('How many factors')) return upTo(x).filter((d) => x % d === 0).length;
  if (said.includes('greatest')) return upTo(x).findLast((d) => x % d === 0 && y % d === 0) ?? 0;
  if (said.includes('least')) return upTo(x * y).find((m) => m % x === 0 && m % y === 0) ?? 0;
  return upTo(x).find((m) => m * y * z === x) ?? 0;
}

holdFamily({
  family: 'factors',
  valuesOf: (identity, { id }): Readonly<Record<string, number>> => {
    const [x = 0, y = 0, z = 0] = numbersIn(identity);
    if (id === 'count-factors') return { n: x };
    if (id === 'gcf' || id === 'lcm') return { a: x, b: y };
    const missing = x / y / z;
    const primes = [y, z, missing].toSorted((p, q) => p - q);
    const [a = 0, b = 0, c = 0] = primes;
    return { a, b, c, blank: primes.indexOf(missing) + 1 };
  },
  solve: (item) => String(solve(item)),
  tagsOf: (item) => {
    const said = speakItem(item, 'en');
    const [x = 1, y = 1] = numbersIn(said);
    const result = solve(item);
    if (said.includes('How many'))
      return [...(result === 2 ? ['prime'] : []), ...(result >= 6 ? ['result>=6'] : [])];
    if (said.includes('greatest')) return result > 3 ? ['gcf>3'] : [];
    if (said.includes('least')) return result < x * y ? ['share-factor'] : [];
    return result === 2 ? ['missing-2'] : [];
  },
});

const set = (...list: number[]) => ({ in: list });
const count = (n: number): Item => only('factors', { ask: 'count', n: set(n) });
const two = (ask: 'gcf' | 'lcm', a: number, b: number): Item =>
  only('factors', { ask, a: set(a), b: set(b) });
const missing = (identity: string): Item => {
  const primes = { a: set(2, 3, 5), b: set(2, 3, 5), c: set(2, 3, 5, 7) };
  const params = { ask: 'prime-missing', ...primes, product: { min: 8, max: 100 } };
  return itemNamed('factors', params, identity);
};
const linesOf = (item: Item, language: 'en' | 'es' = 'en'): string[] =>
  workedAnswer(item).flatMap((part) => (part.type === 'text' ? [speakLine(part, language)] : []));

describe('factors and multiples', () => {
  it('know what is answered by mistake', () => {
    expect(trapValues(count(36))).toEqual({
      'forgot-one-and-itself': ['7'],
      'counted-pairs': ['5'],
    });
    expect(trapValues(two('gcf', 12, 18))).toEqual({
      'common-not-greatest': ['1', '2', '3'],
      'lcm-for-gcf': ['36'],
    });
    expect(trapValues(two('lcm', 8, 12))).toEqual({
      product: ['96'],
      'common-not-least': ['48'],
      'lcm-for-gcf': ['4'],
    });
    // Without a common factor the product is right.
    expect(trapValues(two('lcm', 8, 9))).toEqual({
      'common-not-least': ['144'],
      'lcm-for-gcf': ['1'],
    });
    expect(trapValues(missing('30=2x5x_'))).toEqual({ 'composite-factor': ['15', '6', '10'] });
  });

  it('tell the mistake of an answer', () => {
    expect(gradeItem(two('gcf', 12, 18), '3')).toMatchObject({
      verdict: 'wrong',
      tags: ['common-not-greatest'],
    });
    expect(gradeItem(two('gcf', 12, 18), '06')).toMatchObject({ verdict: 'right' });
  });

  it('are worked out by lists', () => {
    expect(linesOf(count(12))).toEqual([
      'Look for pairs: 1 × 12, 2 × 6, 3 × 4.',
      'The factors are 1, 2, 3, 4, 6, 12.',
      '12 has 6 factors.',
    ]);
    expect(linesOf(count(9), 'es')).toEqual([
      'Busca los pares: 1 × 9, 3 × 3.',
      'Los factores son 1, 3, 9.',
      'El 9 tiene 3 factores.',
    ]);
    expect(linesOf(two('gcf', 12, 18))).toEqual([
      'Factors of 12: 1, 2, 3, 4, 6, 12.',
      'Factors of 18: 1, 2, 3, 6, 9, 18.',
      'In both lists: 1, 2, 3, 6. The greatest is 6.',
    ]);
    expect(linesOf(two('lcm', 4, 6))).toEqual([
      'Multiples of 6: 6, 12.',
      '12 is the first of them that is a multiple of 4 too.',
    ]);
    expect(linesOf(missing('42=2x3x_'))).toEqual(['2 × 3 = 6', '42 ÷ 6 = 7']);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('factors', params);
    expect(fault({ ask: 'sum', n: set(4) })).toBe('value.bad ask');
    expect(fault({ ask: 'count', n: set(0) })).toBe('value.bad n');
    expect(fault({ ask: 'count', n: set(2000) })).toBe('value.bad n');
    expect(fault({ ask: 'gcf', a: set(4), b: set(8) })).toBe('value.bad a');
    expect(fault({ ask: 'gcf', a: set(4), b: set(9) })).toBe('value.bad a');
    expect(fault({ ask: 'lcm', a: set(1), b: set(9) })).toBe('value.bad a');
    const primes = { ask: 'prime-missing', a: set(2), b: set(3), c: set(5) };
    expect(fault({ ...primes, product: { min: 31, max: 99 } })).toBe('value.bad a');
    expect(fault({ ...primes, b: set(4), product: { min: 1, max: 99 } })).toBe('value.bad b');
    expect(fault(primes)).toBe('value.bad product');
  });
});
