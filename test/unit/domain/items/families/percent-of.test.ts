import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

const numbersIn = (text: string): number[] => (text.match(/\d+/gu) ?? []).map(Number);

holdFamily({
  family: 'percent-of',
  valuesOf: (identity, row): Record<string, number> => {
    const [p = 0, w = 0] = numbersIn(identity);
    return row.id === 'percent-of-benchmark' ? { p, k: w / 20 } : { p, w };
  },
  // By adding one percent after the other, in hundredths.
  solve: (item) => {
    const [p = 0, w = 0] = numbersIn(speakItem(item, 'en'));
    let hundredths = 0;
    for (let i = 0; i < p; i += 1) hundredths += w;
    const front = Math.floor(hundredths / 100);
    const back = String(hundredths % 100)
      .padStart(2, '0')
      .replace(/0+$/u, '');
    return back === '' ? String(front) : `${front}.${back}`;
  },
});

const set = (...list: number[]) => ({ in: list });
const benchmark = (p: number, k: number): Item => only('percent-of', { percents: [p], k: set(k) });
const range = (p: number, w: number): Item =>
  only('percent-of', { percentRange: set(p), whole: set(w) });
const linesOf = (item: Item): string[] =>
  workedAnswer(item).flatMap((part) => (part.type === 'text' ? [speakLine(part, 'en')] : []));

describe('percent of a number', () => {
  it('knows what is calculated by mistake', () => {
    expect(trapValues(benchmark(75, 3))).toEqual({
      'factor-ten': ['450'],
      'gave-the-whole-less': ['15'],
      'one-quarter-for-three': ['15'],
    });
    expect(trapValues(benchmark(20, 2))).toEqual({
      'divided-by-p': ['2'],
      'factor-ten': ['80'],
      'gave-the-whole-less': ['20', '32'],
    });
    expect(trapValues(range(37, 240))).toEqual({
      'factor-ten': ['888', '8.88'],
      'gave-the-whole-less': ['203', '151.2'],
    });
  });

  it('is worked out by an easy part, or by one percent', () => {
    expect(linesOf(benchmark(75, 3))).toEqual([
      '75 percent is three fourths.',
      '60 ÷ 4 = 15',
      '3 × 15 = 45',
    ]);
    expect(linesOf(range(37, 240))).toEqual(['1 percent of 240 is 2.4.', '37 × 2.4 = 88.8']);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('percent-of', params);
    expect(fault({ percents: [7], k: set(1) })).toBe('value.bad percents');
    expect(fault({ percents: [-5], k: set(1) })).toBe('value.bad percents');
    expect(fault({ percentRange: set(30), whole: set(200) })).toBe('value.bad whole');
    expect(fault({ percentRange: set(37), whole: set(201) })).toBe('value.bad whole');
    expect(fault({ percents: [10], k: set(0) })).toBe('value.bad k');
  });
});
