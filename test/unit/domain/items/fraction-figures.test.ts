import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing, Mark } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';

type Of<T extends Mark['type']> = Extract<Mark, { readonly type: T }>;

function marksOf<T extends Mark['type']>(drawing: Drawing, type: T): Of<T>[] {
  return drawing.marks.filter((mark): mark is Of<T> => mark.type === type);
}

const parts = fc.integer({ min: 2, max: 24 });

describe('a whole in equal parts', () => {
  it('is filled by its parts without a gap: bars and grids', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('bar', 'grid'), (count, shape) => {
        const drawing = drawingOf({ type: 'shaded', shape, parts: count, shaded: [0] });
        const rects = marksOf(drawing, 'rect');
        const area = rects.reduce((sum, { width, height }) => sum + width * height, 0);
        const line = rects[0]?.line ?? 0;
        expect(rects).toHaveLength(count);
        expect(area).toBeCloseTo((drawing.width - line) * (drawing.height - line), 6);
        expect(new Set(rects.map(({ at }) => at.join(' '))).size).toBe(count);
        for (const { at, width, height } of rects) {
          expect(at[0] + width).toBeLessThanOrEqual(drawing.width);
          expect(at[1] + height).toBeLessThanOrEqual(drawing.height);
        }
      }),
    );
  });

  it('goes once round a circle', () => {
    fc.assert(
      fc.property(parts, (count) => {
        const drawing = drawingOf({ type: 'shaded', shape: 'circle', parts: count, shaded: [] });
        const sectors = marksOf(drawing, 'sector');
        expect(sectors[0]?.from).toBe(0);
        expect(sectors.at(-1)?.to).toBeCloseTo(360, 9);
        sectors.slice(1).forEach(({ from }, i) => expect(from).toBe(sectors[i]?.to));
      }),
    );
  });
});

describe('a written sum of decimals', () => {
  it('has its digits in columns that are apart, all inside the picture', () => {
    const cents = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(cents, cents, (upper, lower) => {
        const result = upper + lower;
        const figure = { type: 'written-decimals', op: '+', upper, lower, result } as const;
        const drawing = drawingOf({ ...figure, scale: 100 });
        const columns = [...new Set(marksOf(drawing, 'text').map(({ at }) => at[0]))];
        columns.sort((x, y) => x - y);
        const gaps = columns.slice(1).map((x, i) => x - (columns[i] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.74);
        expect(columns[0]).toBeGreaterThanOrEqual(0.5);
        expect(columns.at(-1)).toBeLessThanOrEqual(drawing.width - 0.5);
        for (const { at } of marksOf(drawing, 'text')) {
          expect(at[1]).toBeGreaterThan(0.5);
          expect(at[1]).toBeLessThan(drawing.height - 0.5);
        }
      }),
    );
  });
});
