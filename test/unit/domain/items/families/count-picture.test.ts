import { describe, expect, it } from 'vitest';
import type { Drawing, Point } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, trapValues } from '#test/support/one-item.ts';

function drawingIn(item: Item): Drawing {
  for (const part of item.prompt) if (part.type === 'figure') return drawingOf(part.figure);
  throw new Error('no figure');
}

function things(drawing: Drawing): Point[] {
  return drawing.marks.flatMap((mark) => (mark.type === 'thing' ? [mark.at] : []));
}

const CODES = { row: 1, scatter: 2, 'rows-of-5': 1, 'loose-rows': 2, fives: 1, pairs: 2 };
const TURNS = { wide: 1, tall: 2 };

function codeOf(codes: Readonly<Record<string, number>>, word: string): number {
  return codes[word] ?? 0;
}

holdFamily({
  family: 'count-picture',
  valuesOf: (identity, { id }) => {
    const [n = '', how = '', last = ''] = identity.split(' ');
    return id === 'ten-frame-read'
      ? { n: Number(n), fill: codeOf(CODES, how), turn: codeOf(TURNS, last) }
      : { n: Number(n), layout: codeOf(CODES, how) };
  },
  many: true,
  // By counting what is drawn.
  solve: (item) => {
    const { marks } = drawingIn(item);
    return String(marks.filter(({ type }) => type === 'thing' || type === 'circle').length);
  },
});

const TEN = { n: { min: 1, max: 10 }, layouts: ['row', 'scatter'] };
const TWENTY = { n: { min: 11, max: 20 }, layouts: ['rows-of-5', 'loose-rows'] };
const COUNTS = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

describe('things to count', () => {
  it('lie at least half a thing apart and inside the picture, and one picture has one kind', () => {
    const items = [
      ...COUNTS.flatMap((n) =>
        ['row star', 'scatter apple', 'scatter leaf'].map((rest) =>
          itemNamed('count-picture', TEN, `${n - 10} ${rest}`),
        ),
      ),
      ...COUNTS.flatMap((n) =>
        ['rows-of-5 star', 'loose-rows apple', 'loose-rows book'].map((rest) =>
          itemNamed('count-picture', TWENTY, `${n} ${rest}`),
        ),
      ),
    ];
    for (const item of items) {
      const drawing = drawingIn(item);
      const spots = things(drawing);
      spots.forEach(([x, y], i) => {
        expect(Math.min(x, y, drawing.width - x, drawing.height - y)).toBeGreaterThanOrEqual(0.5);
        for (const [ox, oy] of spots.slice(i + 1))
          expect(Math.hypot(x - ox, y - oy)).toBeGreaterThanOrEqual(1.5);
      });
    }
  });

  it('lie in four or five uneven rows where they lie loosely', () => {
    for (const n of COUNTS) {
      const spots = things(drawingIn(itemNamed('count-picture', TWENTY, `${n} loose-rows drop`)));
      const heights = spots.map(([, y]) => y).toSorted((x, y) => x - y);
      const rows = heights.reduce<number[][]>((all, y) => {
        const last = all.at(-1);
        if (last !== undefined && y - (last.at(-1) ?? 0) < 0.8) last.push(y);
        else all.push([y]);
        return all;
      }, []);
      expect([4, 5]).toContain(rows.length);
      expect(new Set(rows.map((row) => row.length)).size).toBeGreaterThan(1);
    }
  });

  it('are spoken by their name and layout, never by their number', () => {
    const said = speakItem(itemNamed('count-picture', TEN, '7 scatter leaf'), 'en');
    expect(said).toBe('A picture of leaves scattered about. How many leaves are there?');
    const spanish = speakItem(itemNamed('count-picture', TEN, '7 scatter leaf'), 'es');
    expect(spanish).toContain('hojas esparcidas');
  });

  it('more than a layout holds are refused', () => {
    expect(faultOf('count-picture', { ...TEN, n: { in: [11] } })).toBe('value.bad n');
    expect(faultOf('count-picture', { ...TWENTY, n: { in: [3] } })).toBe('value.bad n');
  });
});

describe('wrong counts', () => {
  it('are one off, have their digits swapped, or are the empty boxes', () => {
    expect(trapValues(itemNamed('count-picture', TWENTY, '12 rows-of-5 star'))).toEqual({
      'off-by-one': ['11', '13'],
      'digits-swapped': ['21'],
    });
    const frame = { n: { min: 0, max: 10 }, fills: ['fives', 'pairs'], turns: ['wide', 'tall'] };
    const values = trapValues(itemNamed('count-picture', frame, '7 pairs tall'));
    expect(values['empty-cells']).toEqual(['3']);
  });
});
