import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing, Mark } from '#domain/items/drawing.ts';
import { drawingOf, type Figure } from '#domain/items/figure.ts';

const count = fc.integer({ min: 1, max: 12 });
const star = { id: 'star', many: { en: 'stars', es: 'estrellas' } };

function marksOf<T extends Mark['type']>(
  drawing: Drawing,
  type: T,
): Extract<Mark, { readonly type: T }>[] {
  return drawing.marks.filter(
    (mark): mark is Extract<Mark, { readonly type: T }> => mark.type === type,
  );
}

/** Things are 1 x 1 and round: centres at least one apart never touch. */
function closest(drawing: Drawing): number {
  const things = marksOf(drawing, 'thing');
  let least = Number.POSITIVE_INFINITY;
  things.forEach(({ at: a }, i) => {
    for (const { at: b } of things.slice(i + 1))
      least = Math.min(least, Math.hypot(a[0] - b[0], a[1] - b[1]));
  });
  return least;
}

function groupsOf(layout: 'groups' | 'array', groups: number, each: number): Drawing {
  return drawingOf({ type: 'equal-groups', layout, groups, each, object: star });
}

describe('pictures of equal groups', () => {
  it('every ring holds exactly its own things, none touches another, and all are inside the picture', () => {
    fc.assert(
      fc.property(count, count, (groups, each) => {
        const drawing = groupsOf('groups', groups, each);
        const rings = marksOf(drawing, 'circle');
        expect(rings).toHaveLength(groups);
        for (const { at, r } of rings) {
          const inside = marksOf(drawing, 'thing').filter(
            (thing) => Math.hypot(thing.at[0] - at[0], thing.at[1] - at[1]) + 0.5 <= r,
          );
          expect(inside).toHaveLength(each);
          expect(Math.min(at[0], at[1]) - r).toBeGreaterThanOrEqual(0);
          expect(at[0] + r).toBeLessThanOrEqual(drawing.width + 1e-9);
          expect(at[1] + r).toBeLessThanOrEqual(drawing.height + 1e-9);
        }
        expect(closest(drawing)).toBeGreaterThan(1.2);
      }),
    );
  });

  it('an array has as many rows as groups, and as many in each row', () => {
    fc.assert(
      fc.property(count, count, (rows, columns) => {
        const things = marksOf(groupsOf('array', rows, columns), 'thing');
        const lines = [...new Set(things.map(({ at }) => at[1]))];
        expect(lines).toHaveLength(rows);
        for (const line of lines)
          expect(things.filter(({ at }) => at[1] === line)).toHaveLength(columns);
      }),
    );
  });
});

describe('a ten frame', () => {
  it('has ten boxes and a dot in each that is filled', () => {
    fc.assert(
      fc.property(
        fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        fc.constantFrom('wide' as const, 'tall' as const),
        (filled, turn) => {
          const drawing = drawingOf({ type: 'ten-frame', turn, filled });
          expect(marksOf(drawing, 'rect')).toHaveLength(10);
          expect(marksOf(drawing, 'circle')).toHaveLength(filled.length);
        },
      ),
    );
  });
});

describe('place-value blocks', () => {
  const digit = fc.integer({ min: 0, max: 9 });

  it('are as many as said, each apart from the others, all inside the picture', () => {
    fc.assert(
      fc.property(digit, digit, digit, (flats, rods, cubes) => {
        fc.pre(flats + rods + cubes > 0);
        const drawing = drawingOf({ type: 'place-value-blocks', flats, rods, cubes });
        const blocks = marksOf(drawing, 'rect').map(({ at: [x, y], width, height }) => ({
          left: x,
          top: y,
          right: x + width,
          bottom: y + height,
        }));
        const sizes = blocks.map(({ left, right, top, bottom }) =>
          Math.round((right - left) * (bottom - top)),
        );
        expect([100, 10, 1].map((size) => sizes.filter((one) => one === size).length)).toEqual([
          flats,
          rods,
          cubes,
        ]);
        for (const { left, top, right, bottom } of blocks) {
          expect(Math.min(left, top)).toBeGreaterThan(0);
          expect(right).toBeLessThan(drawing.width);
          expect(bottom).toBeLessThan(drawing.height);
        }
        blocks.forEach((one, i) => {
          for (const other of blocks.slice(i + 1)) {
            const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
            const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
            expect(Math.max(across, down)).toBeGreaterThan(0.5);
          }
        });
      }),
    );
  });
});

describe('a clock', () => {
  it('shows the time that is read off its hands', () => {
    for (let hour = 1; hour <= 12; hour += 1) {
      for (let minute = 0; minute < 60; minute += 1) {
        const figure: Figure = { type: 'clock', hour, minute };
        expect(timeOnClock(drawingOf(figure))).toBe(`${hour}:${minute}`);
      }
    }
  });
});

/** Reads a drawn clock: the thick line is the hour hand, the thin long one the minute hand. */
function timeOnClock(drawing: Drawing): string {
  const hands = marksOf(drawing, 'line').filter(({ line }) => line > 1.5);
  const [thick, thin] = hands
    .toSorted((a, b) => b.line - a.line)
    .map(({ from, to }) => {
      const degrees = (Math.atan2(to[0] - from[0], from[1] - to[1]) * 180) / Math.PI;
      return (degrees + 360) % 360;
    });
  const minute = Math.round((thin ?? 0) / 6) % 60;
  const hour = Math.round(((thick ?? 0) - minute / 2) / 30 + 12) % 12;
  return `${hour === 0 ? 12 : hour}:${minute}`;
}
