import { describe, expect, it } from 'vitest';
import type { Mark } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

function marksOf(item: Item): readonly Mark[] {
  return item.prompt.flatMap((part) =>
    part.type === 'figure' ? drawingOf(part.figure).marks : [],
  );
}

/** How large a drawn part is, to a millionth. */
function sizeOf(mark: Mark): number {
  if (mark.type === 'rect') return Math.round(mark.width * mark.height * 1e6);
  if (mark.type === 'sector') return Math.round((mark.to - mark.from) * 1e6);
  throw new Error(`a ${mark.type} is no part`);
}

/** Counts the drawn parts, all of one size, and those of them that are filled. */
function solve(item: Item): string {
  const marks = marksOf(item);
  if (new Set(marks.map(sizeOf)).size !== 1) throw new Error('parts of different sizes');
  const all = marks.length;
  const shaded = marks.filter((mark) => 'fill' in mark && mark.fill === 'accent').length;
  if (item.answer.kind === 'integer') return String((shaded * 100) / all);
  const common = Array.from({ length: all }, (_, i) => all - i).find(
    (divisor) => all % divisor === 0 && shaded % divisor === 0,
  );
  return `${shaded / (common ?? 1)}/${all / (common ?? 1)}`;
}

holdFamily({
  family: 'fraction-figure',
  valuesOf: (identity): Record<string, number> => {
    const [n = 0, d = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    if (identity.includes('%')) return { n };
    return { d, n, figure: ['bar', 'circle', 'grid'].indexOf(identity.split(' ')[1] ?? '') + 1 };
  },
  solve,
});

const set = (...list: number[]) => ({ in: list });
const make = (figure: string, n: number, d: number): Item =>
  only('fraction-figure', {
    answer: 'fraction',
    form: 'any',
    figures: [figure],
    n: set(n),
    den: set(d),
  });
const percent = (n: number): Item =>
  only('fraction-figure', { answer: 'percent', figures: ['hundred-grid'], n: set(n) });

describe('a shaded figure', () => {
  it('takes every equal fraction', () => {
    expect(['3/4', '6/8', '9/12'].map((raw) => gradeItem(make('bar', 6, 8), raw).verdict)).toEqual([
      'right',
      'right',
      'right',
    ]);
  });

  it('knows what is counted by mistake', () => {
    expect(trapValues(make('circle', 3, 8))).toEqual({
      'unshaded-part': ['5/8'],
      'part-to-part': ['3/5'],
      inverted: ['8/3'],
    });
    expect(trapValues(make('bar', 2, 4))).toEqual({ 'part-to-part': ['1'], inverted: ['2'] });
    expect(trapValues(percent(37))).toEqual({
      'unshaded-part': ['63'],
      'counted-rows': ['30', '3'],
    });
    expect(trapValues(percent(7))).toEqual({ 'unshaded-part': ['93'] });
  });

  it('is told by its parts, with singular and plural right', () => {
    expect(speakItem(make('bar', 1, 8), 'en')).toBe(
      'A bar in 8 equal parts. 1 part is shaded. What fraction of the shape is shaded?',
    );
    expect(speakItem(make('grid', 5, 8), 'es')).toBe(
      'Una cuadrícula en 8 partes iguales. 5 partes están en color. ¿Qué fracción de la figura está en color?',
    );
    expect(speakItem(percent(11), 'es')).toContain('1 fila completa y 1 cuadrado más.');
    expect(speakItem(percent(37), 'en')).toContain('3 full rows and 7 more squares.');
  });

  it('has its parts together in a bar or circle, and in rows in a hundred grid', () => {
    const places = (item: Item): number[] =>
      marksOf(item).flatMap((mark, i) => ('fill' in mark && mark.fill === 'accent' ? [i] : []));
    expect(places(make('circle', 3, 8))).toEqual([0, 1, 2]);
    expect(places(percent(12))).toEqual(Array.from({ length: 12 }, (_, i) => i));
    // Spread, but the same for ever.
    expect(places(make('grid', 5, 12))).toEqual(places(make('grid', 5, 12)));
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('fraction-figure', params);
    const bar = { answer: 'fraction', form: 'any', figures: ['bar'], n: set(1), den: set(4) };
    expect(fault({ ...bar, den: set(60) })).toBe('value.bad den');
    expect(fault({ ...bar, n: set(4) })).toBe('value.bad n');
    expect(fault({ ...bar, figures: ['grid'], den: set(5) })).toBe('value.bad n');
    expect(fault({ ...bar, figures: ['hundred-grid'] })).toBe('value.bad figures');
  });
});
