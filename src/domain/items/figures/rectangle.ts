import type { Drawing, Mark, Point } from '../drawing.ts';
import type { UnitId } from '../units.ts';
import { centredDrawing } from './frame.ts';
import {
  equalMark,
  fitScale,
  lengthLabel,
  outlineMark,
  sideLabel,
  sidesOf,
} from './labelled-outline.ts';

/** A rectangle with its lower and its right side labelled; a square shows one length and that its sides are equal. */
export interface RectangleFigure {
  readonly type: 'rectangle';
  readonly width: number;
  readonly height: number;
  readonly unit: UnitId;
  /** The side whose length is not given; it is drawn to scale all the same. */
  readonly unknown?: 'width' | 'height';
}

const ROOM = { width: 200, height: 128 } as const;
/** Thinner ones are drawn as thick as this part of their length: two labels need a rectangle to stand at. */
const THINNEST = 1 / 6;

export function drawRectangle(figure: RectangleFigure): Drawing {
  const { width, height, unit, unknown } = figure;
  const least = Math.max(width, height) * THINNEST;
  const [w, h] = [Math.max(width, least), Math.max(height, least)];
  const scale = fitScale(w, h, ROOM);
  const [x, y] = [w * scale, h * scale];
  const corners: readonly [Point, Point, Point, Point] = [
    [0, 0],
    [x, 0],
    [x, y],
    [0, y],
  ];
  const [, topRight, bottomRight, bottomLeft] = corners;
  const given = (side: 'width' | 'height', length: number): number | '?' =>
    unknown === side ? '?' : length;
  const marks: Mark[] = [
    outlineMark(corners),
    sideLabel(bottomRight, bottomLeft, lengthLabel(given('width', width), unit)),
  ];
  if (width !== height)
    marks.push(sideLabel(topRight, bottomRight, lengthLabel(given('height', height), unit)));
  else marks.push(...sidesOf(corners).map(([p, q]) => equalMark(p, q)));
  return centredDrawing(marks);
}
