import { around, type Drawing, type Mark, type Point } from '../drawing.ts';

/** A circle or a rectangle that is cut into parts. Weights say how large the parts are compared with each other. */
export interface SharesFigure {
  readonly type: 'shares';
  readonly whole: 'circle' | 'rectangle';
  readonly cut: Cut;
  /** A circle: turned by so many degrees. A rectangle: 0 lying, 90 standing. */
  readonly turn: number;
  /** A rectangle that is slimmer than usual. */
  readonly slim?: true;
}

export type Cut =
  /** From the middle of a circle; in strips side by side; in rows along the longer side of a rectangle. */
  | { readonly way: 'slices' | 'strips' | 'rows'; readonly weights: readonly number[] }
  /** Two by two, the middle lines crossing here (in parts of the width and the height). */
  | { readonly way: 'cross'; readonly at: readonly [number, number] };

const RADIUS = 50;
/** Half the width and height of a lying rectangle. */
const WIDE: Point = [52, 34];
const SLIM: Point = [52, 24];
const HALF = 56;

/** Parts as outlines around 0; in a circle arcs are many short lines. */
function partsOf({ whole, cut, turn, slim }: SharesFigure): readonly (readonly Point[])[] {
  const size = slim === true ? SLIM : WIDE;
  if (cut.way === 'cross') return crossed(cut.at, size, turn);
  const sum = cut.weights.reduce((all, weight) => all + weight, 0);
  let from = 0;
  return cut.weights.map((weight) => {
    const [start, end] = [from / sum, (from + weight) / sum];
    from += weight;
    if (cut.way === 'slices') return slice(turn + 360 * start, turn + 360 * end);
    if (whole === 'circle') return band(start, end, turn);
    const [w, h] = size;
    const across = cut.way === 'strips';
    const near: Point = across ? [-w + 2 * w * start, -h] : [-w, -h + 2 * h * start];
    const far: Point = across ? [-w + 2 * w * end, h] : [w, -h + 2 * h * end];
    return block(near, far, turn);
  });
}

const STEPS = 60;

function arc(from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil((Math.abs(to - from) / 360) * STEPS * 2));
  return Array.from({ length: steps + 1 }, (_, i) =>
    around([0, 0], RADIUS, from + ((to - from) * i) / steps),
  );
}

function slice(from: number, to: number): readonly Point[] {
  return [[0, 0], ...arc(from, to)];
}

/** Between two parallel chords; `start` and `end` are parts of the diameter. */
function band(start: number, end: number, turn: number): readonly Point[] {
  // The chord at this part of the way from the top is seen under this half angle.
  const half = (part: number): number => (Math.acos(1 - 2 * part) * 180) / Math.PI;
  const [near, far] = [half(start), half(end)];
  return [...arc(turn + near, turn + far), ...arc(turn - far, turn - near)];
}

function crossed(
  [x, y]: readonly [number, number],
  [w, h]: Point,
  turn: number,
): readonly (readonly Point[])[] {
  const middle: Point = [-w + 2 * w * x, -h + 2 * h * y];
  const corners: readonly Point[] = [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ];
  return corners.map((corner) => block(corner, middle, turn));
}

/** A rectangle by two opposite corners, lying or standing. */
function block([x, y]: Point, [p, q]: Point, turn: number): readonly Point[] {
  const points: readonly Point[] = [
    [x, y],
    [p, y],
    [p, q],
    [x, q],
  ];
  return turn === 90 ? points.map(([a, b]): Point => [-b, a]) : points;
}

export function drawShares(figure: SharesFigure): Drawing {
  return {
    width: 2 * HALF,
    height: 2 * HALF,
    rem: 11,
    marks: partsOf(figure).map((points): Mark => ({
      type: 'path',
      points: points.map(([x, y]): Point => [x + HALF, y + HALF]),
      closed: true,
      fill: 'accent-soft',
      ink: 'ink',
      line: 2.5,
    })),
  };
}
