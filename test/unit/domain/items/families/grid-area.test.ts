import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import { drawingIn, marksOf, numbersIn } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

const squaresIn = (item: Item): string[] =>
  marksOf(drawingIn(item), 'rect').map(({ at }) => at.map(Math.floor).join(','));

holdFamily({
  family: 'grid-area',
  valuesOf: (identity) => ({ n: numbersIn(identity)[0] ?? 0 }),
  many: true,
  // By counting the squares that are drawn, each place once.
  solve: (item) => String(new Set(squaresIn(item)).size),
  tagsOf: (item) => {
    const places = squaresIn(item).map((place) => place.split(',').map(Number));
    const size = (axis: number): number => new Set(places.map((place) => place[axis])).size;
    return [size(0) * size(1) === places.length ? 'rectangle' : 'not-rectangle'];
  },
});

const found = familyOf('grid-area', 1);
const source = found.ok
  ? found.value.parse({ n: { min: 6, max: 30 }, fresh: { items: 1, twins: 1 } })
  : found;
const items = source.ok ? source.value.all().map((one) => one.build()) : [];

/** Every place that is reached from the first one by steps that `open` allows. */
function reached(start: string, open: (place: string) => boolean): Set<string> {
  const seen = new Set([start]);
  for (const place of seen) {
    const [x = 0, y = 0] = place.split(',').map(Number);
    const next = [`${x + 1},${y}`, `${x - 1},${y}`, `${x},${y + 1}`, `${x},${y - 1}`];
    for (const one of next) if (open(one)) seen.add(one);
  }
  return seen;
}

describe('every shape on the grid', () => {
  it('hangs together by edges and has no hole', () => {
    expect(items.length).toBeGreaterThan(300);
    for (const item of items) {
      const filled = new Set(squaresIn(item));
      const [first = ''] = filled;
      expect(reached(first, (place) => filled.has(place)).size).toBe(filled.size);
      const inside = (place: string): boolean => {
        const [x = 0, y = 0] = place.split(',').map(Number);
        return x >= -1 && x <= 8 && y >= -1 && y <= 7;
      };
      const outside = reached('-1,-1', (place) => inside(place) && !filled.has(place));
      expect(outside.size + filled.size).toBe(10 * 9);
    }
  });
});

describe('known misconceptions', () => {
  it('count the outline, or the rectangle around the shape', () => {
    const item = items.find(({ identity }) => identity === '12 rectangle 4x3');
    expect(item?.traps).toEqual([
      { tag: 'off-by-one', value: '11' },
      { tag: 'off-by-one', value: '13' },
      { tag: 'perimeter-for-area', value: '14' },
    ]);
  });
});
