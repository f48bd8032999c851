/** Where things stand in an equal-groups picture. All lengths are in SVG units: one thing is 1 x 1. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  /** Centres of the rings; empty for an array. */
  readonly rings: readonly Spot[];
  readonly ringRadius: number;
  /** Centres of the things. */
  readonly things: readonly Spot[];
}

const STEP = 1.35;

/** Rings in rows of at most five, the things of each ring in the same centred rows. */
export function layoutRings(groups: number, each: number): FigureLayout {
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
export function layoutArray(rows: number, columns: number): FigureLayout {
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
