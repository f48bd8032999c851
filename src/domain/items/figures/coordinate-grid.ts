import type { Drawing, Mark, Point } from '../drawing.ts';
import { placeLetters, type Room } from './place-letters.ts';

/** The first quadrant from 0 to `max` with a few named points. */
export interface CoordinateGridFigure {
  readonly type: 'coordinate-grid';
  readonly max: number;
  readonly points: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
}

const UNIT = 15;
const DIGITS = 16;
const NAME = 18;
const LEFT = 26;
const TOP = 17;
const DOT = 4.6;
/** Where an axis is crowded, its numbers leave a lane for letters. */
const LANE = 17;

export function drawCoordinateGrid({ max, points }: CoordinateGridFigure): Drawing {
  const lane = (on: 'x' | 'y'): number => (isCrowded(points, on) ? LANE : 0);
  const [besides, below] = [lane('x'), lane('y')];
  const side = max * UNIT;
  const [originX, originY] = [LEFT + besides, TOP + side];
  const at = (x: number, y: number): Point => [originX + x * UNIT, originY - y * UNIT];
  const steps = Array.from({ length: max + 1 }, (_, i) => i);
  const line = (from: Point, to: Point, axis: boolean): Mark => ({
    type: 'line',
    from,
    to,
    ink: axis ? 'ink' : 'soft',
    line: axis ? 2 : 0.6,
  });
  const word = (text: string, place: Point, size: number, ink: 'ink' | 'soft'): Mark => ({
    type: 'text',
    at: place,
    text,
    size,
    ink,
  });
  // Two digits are wider than a step: they give way to the right.
  const across = (i: number): number => at(i, 0)[0] + (i > 9 ? 3 : 0);
  const nameOfY: Point = [originX, TOP - 11];
  const named = points.map(({ name, x, y }) => ({ name, at: at(x, y) }));
  return {
    width: originX + side + 34,
    height: originY + below + 20,
    rem: 26,
    marks: [
      ...steps.slice(1).map((i) => line(at(i, 0), at(i, max), false)),
      ...steps.slice(1).map((i) => line(at(0, i), at(max, i), false)),
      line(at(0, 0), at(max, 0), true),
      line(at(0, 0), at(0, max), true),
      ...steps.map((i) => word(String(i), [across(i), originY + below + 12], DIGITS, 'ink')),
      ...steps
        .slice(1)
        .map((i) => word(String(i), [originX - besides - 13, at(0, i)[1]], DIGITS, 'ink')),
      word('x', [at(max, 0)[0] + 24, originY], NAME, 'soft'),
      word('y', nameOfY, NAME, 'soft'),
      ...namedPoints(named, {
        left: originX - (besides > 0 ? LANE - 2 : -8),
        right: at(max, 0)[0] + 17,
        top: TOP - 11,
        taken: [nameOfY],
        bottom: originY + (below > 0 ? LANE - 2 : -9),
      }),
    ],
  };
}

/** Whether a point on the axis where `on` is 0 has another one beside it. */
function isCrowded(points: CoordinateGridFigure['points'], on: 'x' | 'y'): boolean {
  return points.some(
    (p) => p[on] === 0 && points.some((q) => Math.abs(p.x - q.x) + Math.abs(p.y - q.y) === 1),
  );
}

interface Named {
  readonly name: string;
  readonly at: Point;
}

function namedPoints(points: readonly Named[], room: Room): Mark[] {
  const letters = placeLetters(
    points.map(({ at }) => at),
    room,
  );
  return points.flatMap(({ name, at }, i): Mark[] => [
    { type: 'circle', at, r: DOT, fill: 'accent', ink: 'accent', line: 0 },
    { type: 'text', at: letters[i] ?? at, text: name, size: NAME, ink: 'accent', bold: true },
  ]);
}
