import type { LocalText } from '../../kernel/local-text.ts';
import type { Drawing, Fill, Mark, Point } from '../drawing.ts';
import type { UnitId } from '../units.ts';
import { centredDrawing, LABEL } from './frame.ts';
import { fitScale, lengthLabel, sideLabel } from './labelled-outline.ts';

/** A box: built from unit cubes that are seen one by one, or plain with its edges labelled. */
export interface BoxFigure {
  readonly type: 'box';
  readonly length: number;
  readonly width: number;
  readonly height: number;
  /** Left out: unit cubes. */
  readonly unit?: UnitId;
}

/** A low box in front of a high one, equally wide, edges labelled. */
export interface StepFigure {
  readonly type: 'step';
  readonly width: number;
  readonly high: { readonly length: number; readonly height: number };
  readonly low: { readonly length: number; readonly height: number };
}

/** Edges that run away are drawn this far from level: flatter than isometric, so that a phone has room for large cubes. */
const TILT = (24 * Math.PI) / 180;
const ROOM = { cubes: { width: 280, height: 164 }, labels: { width: 176, height: 130 } } as const;
const UNDER = 12;
const FACES = { top: 'paper', left: 'accent-soft', right: 'silver' } as const satisfies Record<
  string,
  Fill
>;

/** Where a corner is seen: `i` along the length to the left, `j` along the width to the right, `k` up. */
type Corner = readonly [i: number, j: number, k: number];
type View = (corner: Corner) => Point;

function viewOf(
  length: number,
  width: number,
  height: number,
  room: typeof ROOM.cubes | typeof ROOM.labels,
): View {
  const across = (length + width) * Math.cos(TILT);
  const scale = fitScale(across, height + (length + width) * Math.sin(TILT), room);
  return ([i, j, k]) => [(j - i) * Math.cos(TILT) * scale, (-(i + j) * Math.sin(TILT) - k) * scale];
}

function face(view: View, fill: Fill, corners: readonly Corner[]): Mark {
  return { type: 'path', points: corners.map(view), closed: true, fill, ink: 'ink', line: 2 };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

export function drawBox({ length: l, width: w, height: h, unit }: BoxFigure): Drawing {
  const view = viewOf(l, w, h, unit === undefined ? ROOM.cubes : ROOM.labels);
  if (unit === undefined) return centredDrawing(cubeFaces(view, l, w, h));
  const at = (i: number, j: number, k: number): Point => view([i, j, k]);
  return centredDrawing([
    ...blockFaces(view, 0, l, w, 0, h),
    underLabel(at(l / 2, 0, 0), 'end', lengthLabel(l, unit)),
    underLabel(at(0, w / 2, 0), 'start', lengthLabel(w, unit)),
    sideLabel(at(0, w, h), at(0, w, 0), lengthLabel(h, unit)),
  ]);
}

/** Under the middle of a lower edge, away from the corner where the other lower edge begins: two long labels stay apart. */
function underLabel([x, y]: Point, align: 'start' | 'end', text: LocalText): Mark {
  return { type: 'text', at: [x, y + UNDER], text, size: LABEL, bold: true, align };
}

/** Every face of a cube that is seen. */
function cubeFaces(view: View, l: number, w: number, h: number): Mark[] {
  return [
    ...range(l).flatMap((i) => range(w).map((j) => topFace(view, i, i + 1, j, j + 1, h))),
    ...range(l).flatMap((i) => range(h).map((k) => leftFace(view, i, i + 1, k, k + 1))),
    ...range(w).flatMap((j) => range(h).map((k) => rightFace(view, 0, j, j + 1, k, k + 1))),
  ];
}

function topFace(view: View, i: number, i2: number, j: number, j2: number, k: number): Mark {
  return face(view, FACES.top, [
    [i, j, k],
    [i2, j, k],
    [i2, j2, k],
    [i, j2, k],
  ]);
}

function leftFace(view: View, i: number, i2: number, k: number, k2: number): Mark {
  return face(view, FACES.left, [
    [i, 0, k],
    [i2, 0, k],
    [i2, 0, k2],
    [i, 0, k2],
  ]);
}

function rightFace(view: View, i: number, j: number, j2: number, k: number, k2: number): Mark {
  return face(view, FACES.right, [
    [i, j, k],
    [i, j2, k],
    [i, j2, k2],
    [i, j, k2],
  ]);
}

/** The three faces of a block from i to i2 that are seen; its right face begins at height k. */
function blockFaces(view: View, i: number, i2: number, w: number, k: number, h: number): Mark[] {
  return [
    topFace(view, i, i2, 0, w, h),
    leftFace(view, i, i2, 0, h),
    rightFace(view, i, 0, w, k, h),
  ];
}

export function drawStep({ width: w, high, low }: StepFigure): Drawing {
  const [m, whole] = [low.length, low.length + high.length];
  const view = viewOf(whole, w, high.height, ROOM.labels);
  const at = (i: number, j: number, k: number): Point => view([i, j, k]);
  return centredDrawing([
    ...blockFaces(view, m, whole, w, low.height, high.height),
    ...blockFaces(view, 0, m, w, 0, low.height),
    sideLabel(at(0, 0, 0), at(m, 0, 0), lengthLabel(low.length)),
    sideLabel(at(m, 0, 0), at(whole, 0, 0), lengthLabel(high.length)),
    sideLabel(at(0, w, 0), at(0, 0, 0), lengthLabel(w)),
    sideLabel(at(0, w, low.height), at(0, w, 0), lengthLabel(low.height)),
    sideLabel(at(whole, 0, 0), at(whole, 0, high.height), lengthLabel(high.height)),
  ]);
}
