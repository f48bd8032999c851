import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** Thousandths of what is given, read off its words. */
function thousandths(said: string): number {
  const [, p = '', q] = /(\d+(?:\.\d+)?)(?: over (\d+))?/u.exec(said) ?? [];
  if (q !== undefined) return (Number(p) * 1000) / Number(q);
  const [front = '', back = ''] = p.split('.');
  const value = Number(front) * 1000 + Number(back.padEnd(3, '0'));
  return said.includes('percent equals') ? value / 100 : value;
}

/** By what is left of the thousandths, not by fractions. */
function solve(item: Item): string {
  const said = speakItem(item, 'en');
  const value = thousandths(said);
  if (said.includes('as a percent')) return String(value / 10);
  if (said.includes('as a decimal'))
    return `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`.replace(
      /0+$/u,
      '',
    );
  let den = 1;
  while ((value * den) % 1000 !== 0) den += 1;
  return `${(value * den) / 1000}/${den}`;
}

holdFamily({
  family: 'notation',
  valuesOf: (identity, row): Record<string, number> => {
    const [given = ''] = identity.split(' ');
    if (given.endsWith('%')) return { n: Number(given.slice(0, -1)) };
    const [p = '', q] = given.split('/');
    if (q !== undefined) return { n: Number(p), d: Number(q) };
    const d = 10 ** (given.split('.')[1] ?? '').length;
    if (row.id === 'decimal-to-fraction') return { n: Math.round(Number(given) * d), d };
    return { n: Math.round(Number(given) * 100) };
  },
  solve,
});

const set = (...list: number[]) => ({ in: list });
const make = (from: string, to: string, n: number, more: Record<string, unknown> = {}): Item =>
  only('notation', { from, to, n: set(n), ...more });
const any = { form: 'any' };

describe('known misconceptions in changing notation', () => {
  it('a zero is missing, or the point stands before the number', () => {
    expect(trapValues(make('fraction', 'decimal', 7, { den: [100] }))).toEqual({
      'missing-zero': ['0.7'],
      'digits-as-fraction': ['7.1'],
      'factor-ten': ['0.7', '0.007'],
    });
    expect(trapValues(make('decimal', 'percent', 7))).toEqual({
      'missing-zero': ['70'],
      'factor-ten': ['70'],
    });
    expect(trapValues(make('percent', 'decimal', 150))).toMatchObject({
      'point-before-number': ['0.15'],
    });
  });

  it('the digits are copied', () => {
    expect(trapValues(make('decimal', 'fraction', 7, { den: [10], ...any }))).toMatchObject({
      'digits-as-fraction': ['1/7'],
    });
    expect(trapValues(make('fraction', 'percent', 1, { den: [4] }))).toMatchObject({
      'digits-as-fraction': ['14'],
    });
    expect(trapValues(make('fraction', 'decimal', 7, { den: [10] }))).toMatchObject({
      'digits-as-fraction': ['7.1'],
    });
  });
});

describe('an answer', () => {
  it('may have its percent sign, and its zeros', () => {
    expect(gradeItem(make('decimal', 'percent', 7), '7%').verdict).toBe('right');
    expect(gradeItem(make('percent', 'decimal', 50), '.50').verdict).toBe('right');
  });

  it('has to be in simplest form where that is asked, and only there', () => {
    const simplest = make('percent', 'fraction', 35, { form: 'simplest' });
    expect(gradeItem(simplest, '7/20').verdict).toBe('right');
    expect(gradeItem(simplest, '35/100')).toMatchObject({
      verdict: 'wrong',
      tags: ['not-simplest'],
    });
    expect(gradeItem(make('percent', 'fraction', 35, any), '35/100').verdict).toBe('right');
  });
});

describe('the way to the answer', () => {
  it('goes by hundredths', () => {
    const linesOf = (item: Item): string[] =>
      workedAnswer(item).flatMap((part) => (part.type === 'text' ? [speakLine(part, 'en')] : []));
    expect(linesOf(make('fraction', 'percent', 3, { den: [4] }))).toEqual([
      'A percent is a number of hundredths.',
      '3 over 4 = 75 over 100 = 75 percent',
    ]);
    expect(linesOf(make('percent', 'fraction', 35, any))).toEqual([
      'A percent is a number of hundredths.',
      '35 percent = 35 over 100',
      'Divide both numbers by 5: 35 over 100 = 7 over 20.',
    ]);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('notation', params);
    expect(fault({ from: 'decimal', to: 'decimal', n: set(7) })).toBe('value.bad to');
    expect(fault({ from: 'fraction', to: 'percent', n: set(2), den: [3] })).toBe('value.bad den');
    expect(fault({ from: 'fraction', to: 'percent', n: set(5), den: [4] })).toBe('value.bad n');
    expect(fault({ from: 'percent', to: 'fraction', n: set(7) })).toBe('value.bad form');
  });
});
