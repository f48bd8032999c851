import { paint as c } from './shape.ts';
import type { Shape } from './shape.ts';

export interface AvatarDrawing {
  readonly tint: string;
  readonly shapes: readonly Shape[];
}

export const eyes = (dx: number, y: number, r = 2.6, fill: string = c.ink): Shape[] => [
  ['c', 32 - dx, y, r, fill],
  ['c', 32 + dx, y, r, fill],
];
export const pair = (make: (side: -1 | 1) => Shape): Shape[] => [make(-1), make(1)];
export const roundEars = (
  dx: number,
  y: number,
  r: number,
  fill: string,
  inner: string,
): Shape[] => [
  ...pair((side) => ['c', 32 + side * dx, y, r, fill]),
  ...pair((side) => ['c', 32 + side * dx, y, r * 0.55, inner]),
];
export const pointEars = (fill: string, inner: string): Shape[] => [
  ['p', 'M12 10 32 26 12 38Z', fill],
  ['p', 'M52 10 32 26 52 38Z', fill],
  ['p', 'M16 18 27 27 16 33Z', inner],
  ['p', 'M48 18 37 27 48 33Z', inner],
];
export const smile = (y: number, width = 1.8): Shape[] => [
  ['l', `M26 ${y}q3 3.6 6 0q3 3.6 6 0`, c.ink, width],
];
export const muzzle = (y: number, rx: number, ry: number, fill: string): Shape[] => [
  ['e', 32, y, rx, ry, fill],
  ['e', 32, y - ry * 0.42, 3.6, 2.7, c.ink],
  ...smile(y + ry * 0.25),
];

/** One decimal is finer than a pixel, and keeps the numbers short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
