import { assert } from '../../kernel/assert.ts';
import { pick, type Random } from '../../kernel/random.ts';

/** A grid with its squares numbered row by row. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** Where a square's neighbours are, as steps in columns and rows. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const ATTEMPTS = 500;

/** The squares that share an edge with this one. */
export function neighboursOf({ columns, rows }: Grid, place: number): number[] {
  const [x, y] = [place % columns, Math.floor(place / columns)];
  return STEPS.flatMap(([dx, dy]) => {
    const [p, q] = [x + dx, y + dy];
    return p >= 0 && p < columns && q >= 0 && q < rows ? [q * columns + p] : [];
  });
}

/**
 * Grows a shape of `count` squares by a walk: connected by edges, without holes, without two squares that touch at a corner alone, and
 * never a rectangle. In ascending order of places.
 */
export function growShape(random: Random, grid: Grid, count: number): number[] {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const shape = walk(random, grid, count);
    const whole = shape.size === count && !isRectangle(grid, shape);
    if (whole && !hasPinch(grid, shape) && !hasHole(grid, shape))
      return centred(grid, [...shape]).toSorted((a, b) => a - b);
  }
  assert(false, `no shape of ${count} squares`);
}

/** Squares with more neighbours in the shape come sooner: it stays in one piece that can be counted by rows. */
function walk(random: Random, grid: Grid, count: number): Set<number> {
  const middle = Math.floor(grid.rows / 2) * grid.columns + Math.floor(grid.columns / 2);
  const shape = new Set([middle]);
  while (shape.size < count) {
    const edge = [...shape].flatMap((place) => neighboursOf(grid, place));
    const free = edge.filter((place) => !shape.has(place));
    if (free.length === 0) return shape;
    shape.add(pick(random, free));
  }
  return shape;
}

/** First and last column and row of a shape. */
export function extentOf(
  { columns }: Grid,
  shape: Iterable<number>,
): { readonly width: number; readonly height: number } {
  const places = [...shape];
  const xs = places.map((place) => place % columns);
  const ys = places.map((place) => Math.floor(place / columns));
  return {
    width: Math.max(...xs) - Math.min(...xs) + 1,
    height: Math.max(...ys) - Math.min(...ys) + 1,
  };
}

/** The same shape in the middle of the grid. */
function centred(grid: Grid, shape: readonly number[]): number[] {
  const { columns, rows } = grid;
  const { width, height } = extentOf(grid, shape);
  const left = Math.min(...shape.map((place) => place % columns));
  const top = Math.min(...shape.map((place) => Math.floor(place / columns)));
  const right = Math.floor((columns - width) / 2) - left;
  const down = Math.floor((rows - height) / 2) - top;
  return shape.map((place) => place + down * columns + right);
}

function isRectangle(grid: Grid, shape: ReadonlySet<number>): boolean {
  const { width, height } = extentOf(grid, shape);
  return width * height === shape.size;
}

/** Whether two squares touch at a corner with nothing filled beside it. */
function hasPinch({ columns, rows }: Grid, shape: ReadonlySet<number>): boolean {
  for (let y = 0; y < rows - 1; y += 1) {
    for (let x = 0; x < columns - 1; x += 1) {
      const at = y * columns + x;
      const [a, b] = [shape.has(at), shape.has(at + 1)];
      const [c, d] = [shape.has(at + columns), shape.has(at + columns + 1)];
      if (a === d && b === c && a !== b) return true;
    }
  }
  return false;
}

/** Whether an empty square is closed in: it cannot be reached from the border of the grid. */
function hasHole(grid: Grid, shape: ReadonlySet<number>): boolean {
  const { columns, rows } = grid;
  const all = Array.from({ length: columns * rows }, (_, place) => place);
  const onBorder = (place: number): boolean => neighboursOf(grid, place).length < STEPS.length;
  const open = all.filter((place) => !shape.has(place) && onBorder(place));
  const reached = new Set(open);
  for (const place of open) {
    for (const next of neighboursOf(grid, place)) {
      if (shape.has(next) || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached.size + shape.size < columns * rows;
}
