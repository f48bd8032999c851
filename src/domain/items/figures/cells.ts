import type { Drawing, Mark } from '../drawing.ts';

/** Squares of a grid, some of them filled: a shape whose squares can be counted. */
export interface CellsFigure {
  readonly type: 'cells';
  readonly columns: number;
  readonly rows: number;
  /** Places of the filled squares, row by row from 0. */
  readonly filled: readonly number[];
}

const THIN = 0.03;
const LINE = 0.07;
const MARGIN = 0.06;

export function drawCells({ columns, rows, filled }: CellsFigure): Drawing {
  const line = (from: readonly [number, number], to: readonly [number, number]): Mark => ({
    type: 'line',
    from: [from[0] + MARGIN, from[1] + MARGIN],
    to: [to[0] + MARGIN, to[1] + MARGIN],
    ink: 'soft',
    line: THIN,
  });
  const upright = Array.from({ length: columns + 1 }, (_, i) => line([i, 0], [i, rows]));
  const level = Array.from({ length: rows + 1 }, (_, i) => line([0, i], [columns, i]));
  const squares = filled.map((place): Mark => ({
    type: 'rect',
    at: [(place % columns) + MARGIN, Math.floor(place / columns) + MARGIN],
    width: 1,
    height: 1,
    fill: 'accent-soft',
    ink: 'ink',
    line: LINE,
  }));
  return {
    width: columns + 2 * MARGIN,
    height: rows + 2 * MARGIN,
    rem: columns * 3,
    marks: [...upright, ...level, ...squares],
  };
}
