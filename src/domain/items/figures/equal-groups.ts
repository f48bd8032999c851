import type { LocalText } from '../../kernel/local-text.ts';
import type { Drawing, Mark } from '../drawing.ts';

/** `groups` rings (or rows of an array) with `each` objects in every one of them. */
export interface EqualGroupsFigure {
  readonly type: 'equal-groups';
  readonly layout: 'groups' | 'array';
  readonly groups: number;
  readonly each: number;
  /** Which thing to draw, and its name in the plural. */
  readonly object: { readonly id: string; readonly many: LocalText };
}

/** Where things stand; one thing is 1 x 1. */
interface Layout {
  readonly width: number;
  readonly height: number;
  /** Centres of the rings; empty for an array. */
  readonly rings: readonly Spot[];
  readonly ringRadius: number;
  /** Centres of the things. */
  readonly things: readonly Spot[];
}
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A thing is at most this many root ems wide. */
const THING_REM = 2.6;

/** Rings with the same number of things in each, or an array. */
export function drawEqualGroups({ layout, groups, each, object }: EqualGroupsFigure): Drawing {
  const place = layout === 'groups' ? layoutRings(groups, each) : layoutArray(groups, each);
  const rings = place.rings.map(({ x, y }): Mark => ({
    type: 'circle',
    at: [x, y],
    r: place.ringRadius,
    fill: 'paper',
    ink: 'soft',
    line: 0.09,
  }));
  const things = place.things.map(({ x, y }): Mark => ({
    type: 'thing',
    at: [x, y],
    size: 1,
    id: object.id,
  }));
  const { width, height } = place;
  return { width, height, rem: width * THING_REM, marks: [...rings, ...things] };
}

const STEP = 1.35;

/** Rings in rows of at most five, the things of each ring in the same centred rows. */
function layoutRings(groups: number, each: number): Layout {
  const rows = rowsOf(each);
  const inner = rows.flatMap((count, row) =>
    Array.from({ length: count }, (_, i) => ({
      x: (i - (count - 1) / 2) * STEP,
      y: (row - (rows.length - 1) / 2) * STEP,
    })),
  );
  const reach = Math.max(...inner.map(({ x, y }) => Math.hypot(x, y)), 0);
  const radius = reach + 1.1;
  const columns = ringColumns(groups);
  const pitch = 2 * radius + 0.7;
  const lines = Math.ceil(groups / columns);
  const rings = Array.from({ length: groups }, (_, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, groups - row * columns);
    return {
      x: (columns * pitch) / 2 + ((i % columns) - (inRow - 1) / 2) * pitch,
      y: pitch / 2 + row * pitch,
    };
  });
  return {
    width: columns * pitch,
    height: lines * pitch,
    rings,
    ringRadius: radius,
    things: rings.flatMap((ring) =>
      inner.map((spot) => ({ x: ring.x + spot.x, y: ring.y + spot.y })),
    ),
  };
}

/** `rows` lines of `columns` things. */
function layoutArray(rows: number, columns: number): Layout {
  return {
    width: columns * STEP,
    height: rows * STEP,
    rings: [],
    ringRadius: 0,
    things: Array.from({ length: rows * columns }, (_, i) => ({
      x: ((i % columns) + 0.5) * STEP,
      y: (Math.floor(i / columns) + 0.5) * STEP,
    })),
  };
}

/** Short even rows, so that a ring of things can be counted: 5 is 2-1-2 as on a die, 7 is 2-3-2, 10 is 3-4-3. */
function rowsOf(count: number): readonly number[] {
  const patterns: Readonly<Record<number, readonly number[]>> = {
    1: [1],
    2: [2],
    3: [1, 2],
    4: [2, 2],
    5: [2, 1, 2],
    6: [3, 3],
    7: [2, 3, 2],
    8: [3, 2, 3],
    9: [3, 3, 3],
    10: [3, 4, 3],
  };
  const known = patterns[count];
  if (known !== undefined) return known;
  const width = Math.ceil(Math.sqrt(count));
  const rows: number[] = [];
  for (let left = count; left > 0; left -= width) rows.push(Math.min(width, left));
  return rows;
}

function ringColumns(groups: number): number {
  if (groups <= 3) return Math.max(1, groups);
  if (groups === 4) return 2;
  if (groups <= 6 || groups === 9) return 3;
  if (groups <= 8) return 4;
  return 5;
}
