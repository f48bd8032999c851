import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { drawingIn, marksOf, numbersIn, wordsOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

/** Degrees of a line as it leaves the vertex, against the clock from the right. */
function degreesOf({
  from,
  to,
}: {
  readonly from: readonly number[];
  readonly to: readonly number[];
}): number {
  const [x = 0, y = 0] = from;
  const [p = 0, q = 0] = to;
  const degrees = (Math.atan2(y - q, p - x) * 180) / Math.PI;
  return (Math.round(degrees * 100) / 100 + 360) % 360;
}

function armsIn(item: Item): number[] {
  return marksOf(drawingIn(item), 'line')
    .filter(({ line }) => line >= 3)
    .map(degreesOf);
}

/** The angle between two directions, at most 180. */
function between(p: number, q: number): number {
  const turn = Math.abs(p - q) % 360;
  return Math.round(Math.min(turn, 360 - turn) * 10) / 10;
}

holdFamily({
  family: 'angle',
  valuesOf: (identity) => {
    const [first = 0, second = 0] = numbersIn(identity);
    return identity.startsWith('missing') ? { t: first, a: second } : { n: first, turn: second };
  },
  // By measuring the drawn arms.
  solve: (item) => {
    const arms = armsIn(item);
    const [first = 0, second = 0, third = 0] = arms;
    if (speakItem(item, 'en').includes('acute')) {
      const degrees = between(first, second);
      if (degrees === 90) return 'right';
      return degrees < 90 ? 'acute' : 'obtuse';
    }
    if (arms.length === 2) return String(between(first, second));
    // The part without a number: its question mark stands between its two arms.
    const drawing = drawingIn(item);
    const mark = marksOf(drawing, 'text').find((one) => wordsOf(one) === '?');
    const from = marksOf(drawing, 'line')[0]?.from ?? [0, 0];
    const asked = degreesOf({ from, to: mark?.at ?? [0, 0] });
    const sorted = [first, second, third].toSorted((p, q) => p - q);
    const above = sorted.findIndex((degrees) => degrees > asked);
    return String(between(sorted[above - 1] ?? 0, sorted[above] ?? 0));
  },
});

function only(params: Record<string, unknown>): Item {
  const found = familyOf('angle', 1);
  const source = found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
  const [one] = source.ok ? source.value.all() : [];
  if (one === undefined) throw new Error(JSON.stringify(source));
  return one.build();
}

describe('known misconceptions', () => {
  it('read the other scale, or take every whole for 180 degrees', () => {
    expect(only({ ask: 'measure', n: { in: [40] }, turn: { in: [180] } }).traps).toEqual([
      { tag: 'other-scale', value: '140' },
      { tag: 'ten-off', value: '30' },
      { tag: 'ten-off', value: '50' },
    ]);
    const missing = { ask: 'missing', whole: { in: [90] }, part: { in: [35] }, minPart: 10 };
    expect(only(missing).traps).toEqual([
      { tag: 'always-180', value: '145' },
      { tag: 'added', value: '125' },
    ]);
  });
});

describe('a protractor', () => {
  it('has a mark every 5 degrees and two scales that make 180 together', () => {
    const drawing = drawingIn(only({ ask: 'measure', n: { in: [45] }, turn: { in: [0] } }));
    expect(marksOf(drawing, 'line').filter(({ line }) => line < 3)).toHaveLength(37);
    const labels = marksOf(drawing, 'text').map((mark) => Number(wordsOf(mark)));
    expect(labels).toHaveLength(38);
    for (let i = 0; i < 19; i += 1) expect((labels[i] ?? 0) + (labels[i + 19] ?? 0)).toBe(180);
  });

  it('is told with both scales as they stand, so that which one to read stays the question', () => {
    const said = speakItem(only({ ask: 'measure', n: { in: [45] }, turn: { in: [180] } }), 'en');
    expect(said).toContain('left end');
    expect(said).toContain('130 on the inner scale and 50 on the outer scale');
    expect(said).not.toContain('45');
  });
});
