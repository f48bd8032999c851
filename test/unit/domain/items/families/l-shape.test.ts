import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import type { Item } from '#domain/items/item.ts';
import { drawingIn, marksOf, numbersIn, wordsOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

/** What one unit of length measures in the drawing: the largest label belongs to the longest side. */
function measured(item: Item): { readonly lengths: number[]; readonly area: number } {
  const drawing = drawingIn(item);
  const [outline] = marksOf(drawing, 'path');
  const points = outline?.points ?? [];
  const sides = points.map(([x, y], i) => {
    const [p = 0, q = 0] = points[(i + 1) % points.length] ?? [];
    return Math.hypot(p - x, q - y);
  });
  const labels = marksOf(drawing, 'text').map((mark) => Number(wordsOf(mark)));
  const unit = Math.max(...sides) / Math.max(...labels);
  const doubled = points.reduce((sum, [x, y], i) => {
    const [p = 0, q = 0] = points[(i + 1) % points.length] ?? [];
    return sum + x * q - p * y;
  }, 0);
  return {
    lengths: sides.map((side) => Math.round(side / unit)),
    area: Math.round(Math.abs(doubled) / 2 / unit ** 2),
  };
}

holdFamily({
  family: 'l-shape',
  valuesOf: (identity) => {
    const [a = 0, b = 0, c = 0, d = 0] = numbersIn(identity);
    return { a, b, c, d };
  },
  // Measured in the drawing, which is to scale.
  solve: (item) => {
    const { lengths, area } = measured(item);
    if (speakItem(item, 'en').includes('area')) return String(area);
    return String(lengths.reduce((sum, length) => sum + length, 0));
  },
});

function only(params: Record<string, unknown>): Item {
  const found = familyOf('l-shape', 1);
  const source = found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
  const [one] = source.ok ? source.value.all() : [];
  if (one === undefined) throw new Error(JSON.stringify(source));
  return one.build();
}

const errorsOf = (item: Item): string[] => item.traps.map(({ tag, value }) => `${tag} ${value}`);

describe('known misconceptions', () => {
  const sides = { a: { in: [9] }, b: { in: [7] }, c: { in: [4] }, d: { in: [3] } };
  const shape = (ask: string, labels: string): Item =>
    only({ ask, ...sides, arm: 2, labels, units: ['cm'] });

  it('forget the corner, or count it twice', () => {
    expect(errorsOf(shape('area', 'all'))).toEqual([
      'whole-rectangle 63',
      'added-labels 32',
      'overlap-twice 71',
    ]);
  });

  it('add only what is labelled, or cut the corner off the way around', () => {
    expect(errorsOf(shape('perimeter', 'four'))).toEqual([
      'added-labels 23',
      'area-for-perimeter 51',
      'cut-perimeter 25',
    ]);
  });

  it('are refused with the field where no arm can be so wide', () => {
    const found = familyOf('l-shape', 1);
    const params = { ask: 'area', ...sides, labels: 'all', units: ['cm'] };
    const source = found.ok
      ? found.value.parse({ ...params, arm: 6, fresh: { items: 1, twins: 1 } })
      : found;
    expect(source).toMatchObject({ ok: false, error: { path: 'arm' } });
  });
});
