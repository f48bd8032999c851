import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutArray, layoutRings } from '#ui/prompt/layout-figure.ts';
import type { FigureLayout } from '#ui/prompt/layout-figure.ts';

const count = fc.integer({ min: 1, max: 12 });

/** Things are 1 x 1 and round: centres at least one apart never touch. */
function closest({ things }: FigureLayout): number {
  let least = Number.POSITIVE_INFINITY;
  things.forEach((a, i) => {
    for (const b of things.slice(i + 1)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  });
  return least;
}

describe('pictures of equal groups', () => {
  it('every ring holds exactly its own things, none touches another, and all are inside the picture', () => {
    fc.assert(
      fc.property(count, count, (groups, each) => {
        const figure = layoutRings(groups, each);
        expect(figure.rings).toHaveLength(groups);
        for (const ring of figure.rings) {
          const inside = figure.things.filter(
            (thing) => Math.hypot(thing.x - ring.x, thing.y - ring.y) + 0.5 <= figure.ringRadius,
          );
          expect(inside).toHaveLength(each);
          expect(ring.x - figure.ringRadius).toBeGreaterThanOrEqual(0);
          expect(ring.x + figure.ringRadius).toBeLessThanOrEqual(figure.width + 1e-9);
          expect(ring.y + figure.ringRadius).toBeLessThanOrEqual(figure.height + 1e-9);
        }
        expect(closest(figure)).toBeGreaterThan(1.2);
      }),
    );
  });

  it('rings never touch: a child can follow each with a finger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), count, (groups, each) => {
        const { rings, ringRadius } = layoutRings(groups, each);
        rings.forEach((a, i) => {
          for (const b of rings.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * ringRadius + 0.5);
          }
        });
      }),
    );
  });

  it('an array has as many rows as groups, and as many in each row', () => {
    fc.assert(
      fc.property(count, count, (rows, columns) => {
        const { things } = layoutArray(rows, columns);
        const lines = [...new Set(things.map(({ y }) => y))];
        expect(lines).toHaveLength(rows);
        for (const line of lines)
          expect(things.filter(({ y }) => y === line)).toHaveLength(columns);
      }),
    );
  });
});
