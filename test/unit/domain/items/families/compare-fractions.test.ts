import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, only, trapValues } from '#test/support/one-item.ts';

const numbersIn = (text: string): number[] => (text.match(/\d+/gu) ?? []).map(Number);

/** Walks along a line in steps so small that every fraction to twelfths falls on one. */
const STEPS = 27_720;

holdFamily({
  family: 'compare-fractions',
  valuesOf: (identity, row) => {
    const [a = 0, b = 0, c = 0, d = 0] = numbersIn(identity);
    if (row.id === 'compare-same-denominator') return { d: b, a, b: c };
    if (row.id === 'compare-same-numerator') return { n: a, d: b, e: d };
    return { a, b, c, d };
  },
  solve: (item) => {
    const [a = 0, b = 0, c = 0, d = 0] = numbersIn(speakItem(item, 'en'));
    const [x, y] = [(STEPS / b) * a, (STEPS / d) * c];
    return ['<', '=', '>'][Math.sign(x - y) + 1] ?? '';
  },
});

const set = (...list: number[]) => ({ in: list });
/** a/b beside c/d. */
function pair(a: number, b: number, c: number, d: number): Item {
  const params = { mode: 'unlike', den: set(b, d), num: set(a, c) };
  return itemNamed('compare-fractions', params, `${a}/${b}_${c}/${d}`);
}

describe('known misconceptions in comparing', () => {
  it('lead to no other sign where a fraction stands beside itself', () => {
    const same = only('compare-fractions', { mode: 'same-den', den: set(4), num: set(3) });
    expect(trapValues(same)).toEqual({});
  });

  it('judge by denominators, numerators, or the gap to the whole', () => {
    expect(trapValues(pair(5, 6, 7, 8))).toEqual({
      'gap-thinking': ['='],
      'sign-reversed': ['>'],
    });
    expect(trapValues(pair(1, 8, 3, 4))).toEqual({
      'larger-denominator-larger': ['>'],
      'sign-reversed': ['>'],
    });
    expect(trapValues(pair(5, 12, 2, 3))).toEqual({
      'larger-denominator-larger': ['>'],
      'larger-numerator-larger': ['>'],
      'sign-reversed': ['>'],
    });
  });
});

describe('the way to the answer', () => {
  it('draws both fractions as bars of one length', () => {
    const bars = workedAnswer(pair(5, 6, 7, 8)).flatMap((part) =>
      part.type === 'figure' && part.figure.type === 'shaded' ? [part.figure] : [],
    );
    expect(bars.map(({ parts, shaded }) => `${shaded.length}/${parts}`)).toEqual(['5/6', '7/8']);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('compare-fractions', params);
    expect(fault({ mode: 'unlike', den: set(4), num: set(1, 3) })).toBe('value.bad num');
    expect(fault({ mode: 'same-den', den: set(0, 4), num: set(1) })).toBe('value.bad den');
    expect(fault({ mode: 'same', den: set(4), num: set(1) })).toBe('value.bad mode');
  });
});
