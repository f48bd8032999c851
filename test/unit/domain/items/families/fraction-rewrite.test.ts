import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

const numbersIn = (text: string): number[] => (text.match(/\d+/gu) ?? []).map(Number);

function greatest(x: number, y: number): number {
  let divisor = Math.min(x, y);
  while (x % divisor !== 0 || y % divisor !== 0) divisor -= 1;
  return divisor;
}

/** From the words of the question, by trying whole numbers. */
function solve(item: Item): string {
  const said = speakItem(item, 'en');
  const [p = 0, q = 1, r = 0] = numbersIn(said);
  const write = (num: number, den: number): string => {
    const common = greatest(num, den);
    return den === common ? String(num / den) : `${num / common}/${den / common}`;
  };
  if (said.includes('improper')) return write(p * r + q, r);
  if (!said.includes('missing')) return write(p, q);
  const isTop = said.includes('blank over');
  let found = 0;
  // Cross products of equal fractions are equal.
  while (isTop ? found * q !== p * r : found * p !== q * r) found += 1;
  return String(found);
}

holdFamily({
  family: 'fraction-rewrite',
  valuesOf: (identity) => {
    const [p = 0, q = 1, r = 0] = numbersIn(identity);
    if (identity.includes(':')) return { a: p, b: q };
    if (identity.endsWith('=_')) return { d: q, w: p / q };
    if (identity.includes('=_/')) return { n: p, d: q, k: r / q, unknown: 1 };
    if (identity.endsWith('/_')) return { n: p, d: q, k: r / p, unknown: 2 };
    if (identity.endsWith('mixed')) return { w: Math.floor(p / q), d: q, n: p % q };
    if (identity.endsWith('improper')) return { w: p, n: q, d: r };
    const k = greatest(p, q);
    return { n: p / k, d: q / k, k };
  },
  solve,
});

const set = (...list: number[]) => ({ in: list });
const make = (params: Record<string, unknown>): Item => only('fraction-rewrite', params);
const sixNinths = { ask: 'simplify', n: set(2), d: set(3), k: set(3), form: 'simplest' };
const eleven = { ask: 'to-mixed', w: set(2), n: set(3), d: set(4), form: 'mixed' };

describe('known misconceptions in rewriting fractions', () => {
  it('are among the wrong values', () => {
    const missing = { ask: 'missing', n: set(3), d: set(4), k: set(3) };
    expect(trapValues(make({ ...missing, unknown: ['numerator'] }))).toEqual({
      'added-not-multiplied': ['11'],
    });
    expect(trapValues(make({ ...missing, unknown: ['denominator'] }))).toEqual({
      'added-not-multiplied': ['10'],
    });
    expect(trapValues(make(eleven))).toEqual({ 'remainder-as-denominator': ['10/3'] });
    expect(trapValues(make({ ...eleven, ask: 'to-improper', form: 'improper' }))).toEqual({
      'whole-plus-numerator': ['5/4'],
      'forgot-numerator': ['2'],
    });
    expect(trapValues(make({ ask: 'division', a: set(3), b: set(4), form: 'any' }))).toEqual({
      inverted: ['4/3'],
    });
  });
});

describe('the form is the question', () => {
  it('a fraction that is simplified by half is not in simplest form', () => {
    const half = make({ ...sixNinths, k: set(6) });
    expect(gradeItem(half, '2/3').verdict).toBe('right');
    expect(gradeItem(half, '6/9')).toMatchObject({ verdict: 'wrong', tags: ['not-simplest'] });
  });

  it('the fraction of the question is not its own answer', () => {
    expect(gradeItem(make(eleven), '2 3/4').verdict).toBe('right');
    expect(gradeItem(make(eleven), '11/4')).toMatchObject({
      verdict: 'wrong',
      tags: ['typed-back'],
    });
  });
});

describe('the way to the answer', () => {
  it('shows the same share in larger and in smaller parts', () => {
    const parts = workedAnswer(make(sixNinths));
    expect(parts.map((part) => (part.type === 'text' ? speakLine(part, 'en') : 'a bar'))).toEqual([
      'Divide both numbers by 3: 6 ÷ 3 = 2 and 9 ÷ 3 = 3.',
      'a bar',
      'a bar',
      '6 over 9 = 2 over 3',
    ]);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    expect(faultOf('fraction-rewrite', { ...sixNinths, form: 'any' })).toBe('value.bad form');
    expect(faultOf('fraction-rewrite', { ...sixNinths, maxDen: 8 })).toBe('value.bad n');
    expect(
      faultOf('fraction-rewrite', { ask: 'division', a: set(6), b: set(3), form: 'any' }),
    ).toBe('value.bad a');
  });
});
