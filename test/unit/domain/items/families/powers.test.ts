import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, only, trapValues } from '#test/support/one-item.ts';

/** The numbers of what is said, "squared" and "cubed" among them. */
function numbersOf(item: Item): number[] {
  const said = speakItem(item, 'en').replaceAll('squared', '2').replaceAll('cubed', '3');
  return (said.match(/\d+/gu) ?? []).map(Number);
}

const compared = (item: Item): boolean => item.answer.kind === 'sign';
/** By logarithms: powers up to 1024 that differ do so by more than a thousandth. */
function order(item: Item): '<' | '=' | '>' {
  const [a = 1, m = 1, b = 1, n = 1] = numbersOf(item);
  const gap = m * Math.log(a) - n * Math.log(b);
  if (Math.abs(gap) < 1e-9) return '=';
  return gap < 0 ? '<' : '>';
}

function tagsOf(item: Item): string[] {
  const numbers = numbersOf(item);
  if (compared(item)) {
    const [a = 1, m = 1, b = 1, n = 1] = numbers;
    const sign = order(item);
    const larger = a > b ? m - n : n - m;
    const products = Math.sign(a * m - b * n);
    const misleads = (sign === '<' && products > 0) || (sign === '>' && products < 0);
    return [
      { '<': 'less', '=': 'equal', '>': 'greater' }[sign],
      ...(larger >= 0 ? ['obvious'] : []),
      ...(misleads ? ['product-misleads'] : []),
    ];
  }
  const said = speakItem(item, 'en');
  if (said.includes('exponent')) return numbers.length - 1 >= 4 ? ['e>=4'] : [];
  if (said.includes(' times ')) return numbers[0] === 1 ? ['k=1'] : [];
  const [b, e = 0] = numbers;
  return [
    ...(b === 1 ? ['equals-1'] : []),
    ...(e > 3 ? ['e>3'] : []),
    ...(e === 2 ? ['e==2'] : []),
  ];
}

holdFamily({
  family: 'powers',
  valuesOf: (identity, { id }): Readonly<Record<string, number>> => {
    const [p = 0, q = 0, r = 0, s = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    if (id === 'compare-powers') return { a: p, m: q, b: r, n: s };
    if (id === 'power-of-ten') return { k: p, e: r };
    return id === 'square-to-12' || id === 'cube-to-10' ? { b: p } : { b: p, e: q };
  },
  // Signs by logarithms, zeros by writing them, exponents by counting, powers by adding.
  solve: (item) => {
    if (compared(item)) return order(item);
    const said = speakItem(item, 'en');
    const numbers = numbersOf(item);
    if (said.includes('exponent')) return String(numbers.length - 1);
    if (said.includes(' times ')) return `${numbers[0]}${'0'.repeat(numbers[2] ?? 0)}`;
    const [b = 0, e = 0] = numbers;
    let value = b;
    for (let i = 1; i < e; i += 1) {
      let sum = 0;
      for (let k = 0; k < b; k += 1) sum += value;
      value = sum;
    }
    return String(value);
  },
  tagsOf,
});

const set = (...list: number[]) => ({ in: list });
const valueItem = (b: number, e: number): Item =>
  only('powers', { ask: 'value', base: set(b), exponent: set(e) });
const exponentItem = (b: number, e: number): Item =>
  only('powers', { ask: 'exponent', base: set(b), exponent: set(e) });
const tenItem = (k: number, e: number): Item =>
  only('powers', { ask: 'times-ten', k: set(k), exponent: set(e) });
const pair = (b: number, e: number, c: number, f: number): Item => {
  const params = { ask: 'compare', base: set(b, c), exponent: e === f ? set(e) : set(e, f) };
  return itemNamed('powers', params, `${b}^${e}_${c}^${f}`);
};
const linesOf = (item: Item, language: 'en' | 'es' = 'en'): string[] =>
  workedAnswer(item).flatMap((part) => (part.type === 'text' ? [speakLine(part, language)] : []));

describe('powers', () => {
  it('are asked with the exponent raised, and said as teachers say them', () => {
    expect(valueItem(8, 2).prompt).toEqual([
      { type: 'equation', tokens: [{ type: 'power', base: 8, exponent: 2 }, '=', '_'] },
    ]);
    expect(speakItem(valueItem(8, 2), 'en')).toBe(
      '8 squared equals blank. What number goes in the blank?',
    );
    expect(speakItem(valueItem(2, 5), 'es')).toBe(
      '2 elevado a 5 es igual a espacio en blanco. ¿Qué número va en el espacio en blanco?',
    );
    expect(speakItem(exponentItem(7, 3), 'en')).toBe(
      'Which exponent goes in the blank? 7 times 7 times 7 equals 7 to the power of blank.',
    );
  });

  it('know what is calculated by mistake', () => {
    expect(trapValues(valueItem(2, 5))).toEqual({
      'base-times-exponent': ['10'],
      added: ['7'],
      exchanged: ['25'],
      'one-too-few': ['16'],
    });
    // 2 squared is 4 by every one of these mistakes but the last.
    expect(trapValues(valueItem(2, 2))).toEqual({ 'one-too-few': ['2'] });
    expect(trapValues(exponentItem(7, 3))).toEqual({
      'one-too-few': ['2'],
      'base-times-exponent': ['21'],
      added: ['10'],
      exchanged: ['7'],
    });
    expect(trapValues(tenItem(4, 3))).toEqual({
      'zeros-miscounted': ['40000', '400'],
      'base-times-exponent': ['120'],
    });
    expect(trapValues(pair(2, 6, 7, 2))).toEqual({
      'base-times-exponent': ['<'],
      added: ['<'],
      exchanged: ['<'],
      'sign-reversed': ['<'],
    });
    expect(trapValues(pair(2, 4, 4, 2))).toEqual({});
  });

  it('tell the mistake of an answer', () => {
    expect(gradeItem(valueItem(2, 5), '10')).toMatchObject({ verdict: 'wrong' });
    expect(gradeItem(valueItem(2, 5), ' 032 ')).toMatchObject({ verdict: 'right' });
    expect(gradeItem(valueItem(2, 5), 'two')).toMatchObject({ verdict: 'unreadable' });
  });

  it('are worked out factor by factor', () => {
    expect(linesOf(valueItem(2, 4))).toEqual([
      '2 to the power of 4 = 2 × 2 × 2 × 2',
      '2 × 2 = 4',
      '4 × 2 = 8',
      '8 × 2 = 16',
    ]);
    expect(linesOf(exponentItem(7, 3), 'es')).toEqual([
      'El 7 está 3 veces: el exponente es 3.',
      '7 × 7 × 7 = 7 al cubo',
    ]);
    expect(linesOf(tenItem(4, 3))).toEqual(['10 cubed = 1000', '4 × 1000 = 4000']);
    expect(linesOf(pair(2, 4, 3, 2))).toEqual([
      '2 to the power of 4 = 2 × 2 × 2 × 2 = 16',
      '3 squared = 3 × 3 = 9',
      '2 to the power of 4 is greater than 3 squared.',
    ]);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('powers', params);
    const one = { base: set(2), exponent: set(3) };
    expect(fault({ ask: 'guess', ...one })).toBe('value.bad ask');
    expect(fault({ ask: 'value', ...one, base: set(0) })).toBe('value.bad base');
    expect(fault({ ask: 'exponent', ...one, base: set(1) })).toBe('value.bad base');
    expect(fault({ ask: 'exponent', ...one, exponent: set(1) })).toBe('value.bad exponent');
    expect(fault({ ask: 'value', ...one, exponent: set(12) })).toBe('value.bad exponent');
    expect(fault({ ask: 'value', ...one, maxValue: 7 })).toBe('value.bad exponent');
    expect(fault({ ask: 'compare', ...one })).toBe('value.bad exponent');
    expect(fault({ ask: 'times-ten', k: set(10), exponent: set(2) })).toBe('value.bad k');
    expect(fault({ ask: 'times-ten', ...one, k: set(1) })).toBe('value.unknown-field base');
  });
});
