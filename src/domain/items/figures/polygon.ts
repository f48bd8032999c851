import type { Drawing, Point } from '../drawing.ts';
import type { UnitId } from '../units.ts';
import { centredDrawing } from './frame.ts';
import { fitScale, lengthLabel, outlineMark, sideLabel, sidesOf } from './labelled-outline.ts';

/** A polygon with exactly these sides, in order, every one of them labelled. The longest is less than the others together. */
export interface PolygonFigure {
  readonly type: 'polygon';
  readonly lengths: readonly number[];
  readonly unit: UnitId;
}

const ROOM = { width: 158, height: 124 } as const;

export function drawPolygon({ lengths, unit }: PolygonFigure): Drawing {
  const corners = inscribed(lengths);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = fitScale(Math.max(...xs) - left, Math.max(...ys) - top, ROOM);
  const drawn = corners.map(([x, y]): Point => [(x - left) * scale, (y - top) * scale]);
  return centredDrawing([
    outlineMark(drawn),
    ...sidesOf(drawn).map(([p, q], i) => sideLabel(p, q, lengthLabel(lengths[i] ?? '?', unit))),
  ]);
}

/**
 * Corners on a circle, clockwise, the longest side level at the bottom. Half the angle of a side a seen from the middle is
 * asin(a / 2r); all halves make a straight angle, or the longest makes as much as the others when the middle lies outside.
 */
function inscribed(lengths: readonly number[]): readonly Point[] {
  const longest = Math.max(...lengths);
  const place = lengths.indexOf(longest);
  const half = (a: number, r: number): number => Math.asin(Math.min(1, a / (2 * r)));
  const others = (r: number): number =>
    lengths.reduce((sum, a, i) => (i === place ? sum : sum + half(a, r)), 0);
  const inside = others(longest / 2) >= Math.PI / 2;
  // Positive while the circle is too small; with the middle outside, the others grow slower than the longest.
  const short = (r: number): boolean =>
    inside ? others(r) + half(longest, r) > Math.PI : others(r) < half(longest, r);
  let [low, high] = [longest / 2, longest * 1000];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (short(middle)) low = middle;
    else high = middle;
  }
  const r = (low + high) / 2;
  const turns = lengths.map((a, i) => {
    const turn = 2 * half(a, r);
    return i === place && !inside ? 2 * Math.PI - turn : turn;
  });
  // The longest side's middle is straight below; corners follow each other clockwise from its right end.
  let angle = Math.PI - (turns[place] ?? 0) / 2;
  const corners: Point[] = [];
  lengths.forEach((_, i) => {
    corners[(place + i) % lengths.length] = [r * Math.sin(angle), -r * Math.cos(angle)];
    angle += turns[(place + i) % lengths.length] ?? 0;
  });
  return corners;
}
