import { describe, expect, it } from 'vitest';
import { drawingOf } from '#domain/items/figure.ts';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** Millionths, so that every number that is shown is whole. */
const UNIT = 1_000_000n;

function millionths(text: string): bigint {
  const [front = '0', back = ''] = text.split('.');
  return BigInt(front) * UNIT + BigInt(back.padEnd(6, '0'));
}

function writing(num: bigint, unit: bigint): string {
  const front = num / unit;
  const back = String(num % unit).padStart(String(unit).length - 1, '0');
  return `${front}.${back}`.replace(/\.?0+$/u, '');
}

/** From the words of the question, in millionths. */
function solve(item: Item): string {
  const said = speakItem(item, 'en');
  const [x = 0n, y = 1n] = (said.match(/\d+(?:\.\d+)?/gu) ?? []).map(millionths);
  if (said.includes('plus')) return writing(x + y, UNIT);
  if (said.includes('minus')) return writing(x - y, UNIT);
  if (said.includes('times')) return writing(x * y, UNIT * UNIT);
  return writing((x * UNIT) / y, UNIT);
}

const digitsOf = (text: string): number => Number(text.replace('.', ''));
const scaleOf = (text: string): number => 10 ** (text.split('.')[1] ?? '').length;

const PARTS = /^([\d.]+)([-+x:])([\d.]+)$/u;

/** Written calculation from the right, digit by digit: whether some place gives to the next. */
function regroups(x: string, sign: string, y: string): boolean {
  const [upper, lower] = [x, y].map((text) => {
    const [front = '', back = ''] = text.split('.');
    return `${front.padStart(4, '0')}${back.padEnd(2, '0')}`.split('').map(Number).toReversed();
  });
  let carry = 0;
  return (upper ?? []).some((digit, i) => {
    const other = (lower?.[i] ?? 0) + carry;
    carry = (sign === '+' ? digit + other > 9 : digit < other) ? 1 : 0;
    return carry === 1;
  });
}

/** What the blueprints count, read off the written calculation. */
function tagsOf(item: Item): string[] {
  const [, x = '', sign = '', y = ''] = PARTS.exec(item.identity) ?? [];
  const [p, q] = [x, y].map((text) => (text.split('.')[1] ?? '').length);
  const [places, others] = [p ?? 0, q ?? 0];
  const found: readonly (readonly [string, boolean])[] = [
    ['different-places', places !== others],
    ['first-shorter', places < others],
    ['regroup', regroups(x, sign, y)],
    ['adds-zeros', y.length - 1 > places],
    ['leading-zeros', Number(solve(item)) < 0.1],
    ['below-1', Number(solve(item)) < 1],
    ['both-above-1', Number(x) > 1 && Number(y) > 1],
    [`p==${y}`, true],
    [`scale:${10 ** places}`, true],
  ];
  return found.flatMap(([tag, holds]) => (holds ? [tag] : []));
}

holdFamily({
  family: 'decimal-arithmetic',
  valuesOf: (identity, row): Record<string, number> => {
    const [, x = '', sign = '', y = ''] = /^([\d.]+)([-+x:])([\d.]+)$/u.exec(identity) ?? [];
    if (sign === '+' || sign === '-')
      return { a: Math.round(Number(x) * 100), b: Math.round(Number(y) * 100) };
    if (row.id.includes('power')) return { n: digitsOf(x), s: scaleOf(x), p: Number(y) };
    if (sign === ':') return { q: digitsOf(x) / Number(y), d: Number(y), s: scaleOf(x) };
    if (!y.includes('.')) return { a: digitsOf(x), b: Number(y), s: scaleOf(x) };
    return { a: digitsOf(x), b: digitsOf(y), sa: scaleOf(x), sb: scaleOf(y) };
  },
  solve,
  tagsOf,
});

const set = (...list: number[]) => ({ in: list });
const make = (params: Record<string, unknown>): Item => only('decimal-arithmetic', params);
const sum = (op: '+' | '-', a: number, b: number): Item => make({ op, a: set(a), b: set(b) });
const times = { op: 'times-power', scales: [100] };

describe('known misconceptions with decimals', () => {
  it('digits lined up at the right edge, carries forgotten', () => {
    expect(trapValues(sum('+', 340, 1275))).toMatchObject({
      'right-aligned': ['13.09'],
      'forgot-to-carry': ['15.15'],
      'point-dropped': ['1615'],
      'factor-ten': ['161.5', '1.615', '1615', '0.1615'],
    });
    expect(trapValues(sum('-', 820, 347))).toMatchObject({ 'smaller-from-larger': ['5.27'] });
    expect(trapValues(sum('-', 825, 347))).not.toHaveProperty('right-aligned');
  });

  it('zeros written after a decimal, places of one factor only', () => {
    const product = { op: '*', a: set(48), b: set(25) };
    expect(trapValues(make({ ...times, n: set(407), powers: [10] }))).toMatchObject({
      'zeros-appended': ['4.07'],
      'point-dropped': ['407'],
    });
    expect(trapValues(make({ ...product, scales: [10], maxScale: 100 }))).toMatchObject({
      'places-added-wrong': ['120'],
      'point-dropped': ['1200'],
    });
  });
});

describe('the way to the answer', () => {
  const linesOf = (item: Item): string[] =>
    workedAnswer(item).map((part) => (part.type === 'text' ? speakLine(part, 'en') : 'columns'));

  it('sets sums point under point in the review, and only there', () => {
    const item = sum('+', 340, 1275);
    expect(speakItem(item, 'es')).toContain('3,4 más 12,75');
    const [drawing] = workedAnswer(item).flatMap((part) =>
      part.type === 'figure' ? [drawingOf(part.figure)] : [],
    );
    const points = (drawing?.marks ?? []).flatMap((mark) =>
      mark.type === 'text' && typeof mark.text !== 'string' ? [mark] : [],
    );
    expect(points.map(({ text }) => text)).toEqual(Array(3).fill({ en: '.', es: ',' }));
    expect(new Set(points.map(({ at }) => at[0])).size).toBe(1);
    expect(linesOf(item)[0]).toBe('Write point under point. Fill the empty place with 0.');
  });

  it('counts places', () => {
    expect(linesOf(make({ ...times, n: set(407), powers: [1000] }))).toEqual([
      'Multiplying by 1000 moves the point 3 places to the right.',
      '4.07 × 1000 = 4070',
    ]);
    const half = { op: '*whole', a: set(36), b: set(5), scales: [10] };
    expect(linesOf(make(half))).toEqual([
      'Without the point: 36 × 5 = 180.',
      '3.6 has 1 place, so the answer has 1 place.',
      '3.6 × 5 = 18.0 = 18',
    ]);
    expect(linesOf(make({ op: '/whole', q: set(42), d: set(6), scales: [10] }))).toEqual([
      '25.2 is 252 tenths.',
      '252 tenths ÷ 6 = 42 tenths.',
      '25.2 ÷ 6 = 4.2',
    ]);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('decimal-arithmetic', params);
    expect(fault({ op: '+', a: set(300), b: set(25) })).toBe('value.bad a');
    expect(fault({ ...times, n: set(7), powers: [20] })).toBe('value.bad powers');
    expect(fault({ op: '/whole', q: set(7), d: set(3) })).toBe('value.bad scales');
  });
});
