import type { Drawing, Mark, Point } from '../drawing.ts';
import { onRay } from './angle.ts';

/** An angle lying on a protractor with two scales: the inner one counts from the right, the outer one from the left. */
export interface ProtractorFigure {
  readonly type: 'protractor';
  /** Where its arms point, in degrees against the clock from the right. */
  readonly arms: readonly [number, number];
}

const CENTRE: Point = [160, 156];
/** Distances from the middle: rim, ends of the marks, and the two rows of labels. */
const RIM = 158;
const MARKS = { long: 121, short: 127, top: 134 } as const;
const OUTER = { at: 146, size: 15 } as const;
const INNER = { at: 111, size: 12 } as const;
const STEP = 5;

export function drawProtractor({ arms }: ProtractorFigure): Drawing {
  const place = (distance: number, degrees: number): Point => {
    const [x, y] = onRay(distance, degrees);
    return [CENTRE[0] + x, CENTRE[1] + y];
  };
  const steps = Array.from({ length: 180 / STEP + 1 }, (_, i) => i * STEP);
  const labelled = steps.filter((degrees) => degrees % 10 === 0);
  const marks = steps.map((degrees): Mark => {
    const long = degrees % 10 === 0;
    const from = place(long ? MARKS.long : MARKS.short, degrees);
    return { type: 'line', from, to: place(MARKS.top, degrees), ink: 'ink', line: long ? 1.4 : 1 };
  });
  const row = (scale: typeof OUTER | typeof INNER, value: (degrees: number) => number): Mark[] =>
    labelled.map((degrees): Mark => {
      const [x, y] = place(scale.at, degrees);
      // The ends of the half circle: their labels stand above the base line.
      const at: Point = degrees % 180 === 0 ? [x, y - 7] : [x, y];
      return { type: 'text', at, text: String(value(degrees)), size: scale.size };
    });
  const arm = (degrees: number): Mark => ({
    type: 'line',
    from: CENTRE,
    to: place(MARKS.top, degrees),
    ink: 'accent',
    line: 3.2,
  });
  return {
    width: 320,
    height: 172,
    rem: 36,
    marks: [
      {
        type: 'sector',
        at: CENTRE,
        r: RIM,
        from: -90,
        to: 90,
        fill: 'paper',
        ink: 'soft',
        line: 1.5,
      },
      ...marks,
      ...row(OUTER, (degrees) => 180 - degrees),
      ...arms.map(arm),
      ...halo(
        arms.map((degrees) => place(INNER.at, degrees)),
        arms,
      ),
      ...row(INNER, (degrees) => degrees),
      { type: 'circle', at: CENTRE, r: 4, fill: 'accent', ink: 'accent', line: 0 },
    ],
  };
}

/** Clears the arm where the label of the inner scale stands on it. */
function halo(places: readonly Point[], arms: readonly number[]): Mark[] {
  return places.flatMap((at, i): Mark[] =>
    (arms[i] ?? 0) % 10 === 0 && (arms[i] ?? 0) % 180 !== 0
      ? [{ type: 'circle', at, r: 11, fill: 'paper', ink: 'soft', line: 0 }]
      : [],
  );
}
