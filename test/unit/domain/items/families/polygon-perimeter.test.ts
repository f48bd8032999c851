import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import { drawingIn, marksOf, numbersIn, wordsOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

holdFamily({
  family: 'polygon-perimeter',
  valuesOf: (identity) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, ...more] = numbersIn(identity);
    return { k: [a, b, c, d, e].filter((n) => n > 0).length + more.length, a, b, c, d, e };
  },
  // By measuring the outline: the label beside the longest line says what a unit is.
  solve: (item) => {
    const drawing = drawingIn(item);
    const points = marksOf(drawing, 'path')[0]?.points ?? [];
    const sides = points.map(([x, y], i) => {
      const [p = 0, q = 0] = points[(i + 1) % points.length] ?? [];
      return Math.hypot(p - x, q - y);
    });
    const labels = marksOf(drawing, 'text').map((mark) => numbersIn(wordsOf(mark))[0] ?? 0);
    const unit = Math.max(...sides) / Math.max(...labels);
    const around = sides.reduce((sum, side) => sum + side, 0) / unit;
    return String(Math.round(around));
  },
});

function only(params: Record<string, unknown>): Item {
  const found = familyOf('polygon-perimeter', 1);
  const source = found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
  const [one] = source.ok ? source.value.all() : [];
  if (one === undefined) throw new Error(JSON.stringify(source));
  return one.build();
}

const errorsOf = (item: Item): string[] => item.traps.map(({ tag, value }) => `${tag} ${value}`);

describe('known misconceptions', () => {
  it('miss a side or count it twice, count sides, or multiply', () => {
    const equal = { sides: { in: [3] }, length: { in: [5] }, slack: 2, units: ['cm'] };
    expect(errorsOf(only(equal))).toEqual([
      'missed-a-side 10',
      'counted-twice 20',
      'counted-sides 3',
      'multiplied 25',
    ]);
  });
});
