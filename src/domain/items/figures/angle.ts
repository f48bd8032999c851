import { around, type Drawing, type Mark, type Point } from '../drawing.ts';
import { centredDrawing, LABEL } from './frame.ts';

/** An angle with its two arms, or one that a third arm cuts in two labelled parts. */
export interface AngleFigure {
  readonly type: 'angle';
  readonly degrees: number;
  /** How far the lower arm is turned from the right, in degrees against the clock. */
  readonly turn: number;
  /** Lengths of the lower and of the other arm. */
  readonly arms: readonly [number, number];
  /** Parts of it, from the lower arm on. */
  readonly parts?: readonly { readonly degrees: number; readonly label: string }[];
}

const VERTEX: Point = [0, 0];
const LINE = 3;
const ARC = { whole: 28, parts: [34, 42] } as const;

/** Angles are measured against the clock from the right; `around` measures with it from the top. */
export function onRay(distance: number, degrees: number): Point {
  return around(VERTEX, distance, 90 - degrees);
}

export function drawAngle({ degrees, turn, arms, parts }: AngleFigure): Drawing {
  const arm = (length: number, at: number): Mark => ({
    type: 'line',
    from: VERTEX,
    to: onRay(length, at),
    ink: 'ink',
    line: LINE,
  });
  const arc = (from: number, to: number, r: number, ink: 'accent' | 'second'): Mark => ({
    type: 'sector',
    at: VERTEX,
    r,
    from: 90 - to,
    to: 90 - from,
    open: true,
    ink,
    line: 2.5,
  });
  const ends = [arm(arms[0], turn), arm(arms[1], turn + degrees)];
  const vertex: Mark = { type: 'circle', at: VERTEX, r: 3, fill: 'ink', ink: 'ink', line: 0 };
  if (parts === undefined)
    return centredDrawing([arc(turn, turn + degrees, ARC.whole, 'accent'), ...ends, vertex]);
  let from = turn;
  const drawn = parts.flatMap((part, i): Mark[] => {
    const to = from + part.degrees;
    const middle = (from + to) / 2;
    from = to;
    const cut = i === 0 ? [] : [arm(Math.min(...arms), to - part.degrees)];
    const [r, ink] =
      i === 0 ? ([ARC.parts[0], 'accent'] as const) : ([ARC.parts[1], 'second'] as const);
    const at = onRay(labelDistance(part.degrees, Math.min(...arms)), middle);
    return [
      arc(to - part.degrees, to, r, ink),
      ...cut,
      { type: 'text', at, text: part.label, size: LABEL, bold: true },
    ];
  });
  return centredDrawing([...drawn, ...ends, vertex]);
}

/** Inside where the arms are wide enough apart, else beyond their ends. */
function labelDistance(degrees: number, arm: number): number {
  const needed = 22 / Math.sin((Math.min(degrees, 90) * Math.PI) / 360);
  return needed < arm - 14 ? Math.max(needed, ARC.parts[1] + 22) : arm + 20;
}
