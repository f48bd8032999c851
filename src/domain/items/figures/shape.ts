import type { Drawing, Mark, Point } from '../drawing.ts';

/** A flat shape from lines: closed outlines, or open ones whose ends do not meet. Coordinates lie around 0, within 56. */
export interface ShapeFigure {
  readonly type: 'shape';
  readonly outlines: readonly Outline[];
}

export interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

const HALF = 58;
const LINE = 3;

export function drawShape({ outlines }: ShapeFigure): Drawing {
  return {
    width: 2 * HALF,
    height: 2 * HALF,
    rem: 11,
    marks: outlines.map(({ points, closed }): Mark => ({
      type: 'path',
      points: points.map(([x, y]): Point => [x + HALF, y + HALF]),
      closed,
      ink: 'ink',
      line: LINE,
    })),
  };
}
