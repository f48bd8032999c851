import { describe, expect, it } from 'vitest';
import type { Mark, Point } from '#domain/items/drawing.ts';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { drawingIn, marksOf, numbersIn, wordsOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

type Path = Extract<Mark, { readonly type: 'path' }>;

const ends = ({ points }: Path): (readonly [Point, Point])[] =>
  points.flatMap((p, i) => {
    const q = points[(i + 1) % points.length];
    return q === undefined ? [] : [[p, q] as const];
  });
const lengthOf = ([p, q]: readonly [Point, Point]): number => Math.hypot(p[0] - q[0], p[1] - q[1]);
/** Faces by their shade: tops are white, left faces blue, right faces grey. */
const facesOf = (item: Item, fill: string): Path[] =>
  marksOf(drawingIn(item), 'path').filter((path) => path.fill === fill);

/** Edges of two boxes measured in the drawing: the largest label is the longest labelled edge. */
function measured(item: Item): number {
  const left = facesOf(item, 'accent-soft');
  const [width] = facesOf(item, 'paper').map((path) => {
    const [, second] = ends(path);
    return second === undefined ? 0 : lengthOf(second);
  });
  const sizes = left.map((path) => ends(path).slice(0, 2).map(lengthOf));
  const labels = marksOf(drawingIn(item), 'text').map((mark) => Number(wordsOf(mark)));
  const unit = Math.max(...sizes.flat(), width ?? 0) / Math.max(...labels);
  const units = (length = 0): number => Math.round(length / unit);
  return sizes.reduce((sum, [l, h]) => sum + units(l) * units(h) * units(width), 0);
}

holdFamily({
  family: 'box-volume',
  valuesOf: (identity) => {
    const [l = 0, w = 0, h = 0, m = 0, , g = 0] = numbersIn(identity);
    return identity.includes('+') ? { l, w, h, m, g } : { l, w, h };
  },
  // Cubes from the faces that are seen, boxes from the labels or by measuring.
  solve: (item) => {
    const said = speakItem(item, 'en');
    if (said.includes('this solid')) return String(measured(item));
    if (said.includes('this box')) {
      const labels = marksOf(drawingIn(item), 'text').flatMap((mark) => numbersIn(wordsOf(mark)));
      return String(labels.reduce((product, edge) => product * edge, 1));
    }
    const [top, left, right] = ['paper', 'accent-soft', 'silver'].map(
      (fill) => facesOf(item, fill).length,
    );
    // lw times lh times wh is the square of the volume.
    return String(Math.round(Math.sqrt((top ?? 0) * (left ?? 0) * (right ?? 0))));
  },
});

function only(params: Record<string, unknown>): Item {
  const found = familyOf('box-volume', 1);
  const source = found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
  const [one] = source.ok ? source.value.all() : [];
  if (one === undefined) throw new Error(JSON.stringify(source));
  return one.build();
}

const edges = { l: { in: [4] }, w: { in: [3] }, h: { in: [2] } };

describe('known misconceptions', () => {
  it('count what is seen, or stop at a face', () => {
    const cubes = only({ ask: 'cubes', ...edges, volume: { min: 1, max: 60 } });
    expect(cubes.traps).toEqual([
      { tag: 'visible-cubes', value: '18' },
      { tag: 'visible-faces', value: '26' },
      { tag: 'added-edges', value: '9' },
      { tag: 'one-face', value: '12' },
      { tag: 'surface', value: '52' },
    ]);
  });

  it('leave out a box', () => {
    const second = { m: { in: [5] }, g: { in: [1] }, max: 600, units: ['cm'] };
    expect(only({ ask: 'two-boxes', ...edges, ...second }).traps).toEqual([
      { tag: 'one-box-only', value: '24' },
      { tag: 'added-edges', value: '15' },
    ]);
  });
});
