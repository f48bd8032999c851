import type { Drawing, Mark, Point } from '../drawing.ts';
import { boundsOf, centredDrawing } from './frame.ts';
import { fitScale, lengthLabel, outlineMark, sideLabel, sidesOf } from './labelled-outline.ts';

/** A rectangle `a` wide and `b` high without a corner `c` wide and `d` high, drawn to scale. */
export interface LShapeFigure {
  readonly type: 'l-shape';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly corner: 'top-right' | 'top-left' | 'bottom-right' | 'bottom-left';
  /** All six sides are labelled, or only a, b, c and d. */
  readonly labels: 'all' | 'four';
}

const ROOM = { width: 210, height: 124 } as const;
const ORIGIN: Point = [0, 0];

/** Drawn with the corner taken at the top right, then mirrored: labels stay upright. */
export function drawLShape(figure: LShapeFigure): Drawing {
  const { a, b, c, d, corner, labels } = figure;
  const scale = fitScale(a, b, ROOM);
  const mirror = ([x, y]: Point): Point => [
    (corner.endsWith('left') ? a - x : x) * scale,
    (corner.startsWith('bottom') ? b - y : y) * scale,
  ];
  const corners = lCorners(figure).map(mirror);
  const sides = sidesOf(corners);
  // Mirrored once the corners go the other way round, and "outside" is the other hand.
  const turned = corner === 'top-left' || corner === 'bottom-right';
  const label = (i: number, length: number, inside = false): Mark => {
    const [p, q] = sides[i] ?? [ORIGIN, ORIGIN];
    return sideLabel(p, q, lengthLabel(length), inside !== turned);
  };
  const depth = label(1, d);
  const across = label(2, c);
  const marks: Mark[] = [
    outlineMark(corners),
    depth,
    // In a small corner both labels would lie on each other: then this one stands on the inner side of its line.
    overlap(depth, across) ? label(2, c, true) : across,
    label(4, a),
    label(5, b),
  ];
  if (labels === 'all') marks.push(label(0, a - c), label(3, b - d));
  return centredDrawing(marks);
}

/** Clockwise from the top left. */
function lCorners({ a, b, c, d }: LShapeFigure): readonly Point[] {
  return [
    [0, 0],
    [a - c, 0],
    [a - c, d],
    [a, d],
    [a, b],
    [0, b],
  ];
}

/** Labels want this much air between them. */
const AIR = 4;

function overlap(one: Mark, other: Mark): boolean {
  const [p, q] = [boundsOf([one]), boundsOf([other])];
  return (
    p.left < q.right + AIR &&
    q.left < p.right + AIR &&
    p.top < q.bottom + AIR &&
    q.top < p.bottom + AIR
  );
}
