/**
 * A picture as geometry: what a figure of an item looks like, worked out here so that a screen, a printed page and the second
 * solver of a test all see the same lines. Lengths are in units of the drawing's own, y runs down. A renderer knows nothing of math.
 */
import type { LocalText } from '../kernel/local-text.ts';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Widest it should be shown, in root ems; it shrinks with its place. */
  readonly rem: number;
  /** Later ones lie above earlier ones. */
  readonly marks: readonly Mark[];
}

export type Point = readonly [x: number, y: number];

/** Colours by meaning: a renderer chooses them for its theme, with shape or label beside each. */
export type Ink = 'ink' | 'soft' | 'accent' | 'second';
export type Fill = Ink | 'paper' | 'shade' | 'accent-soft' | 'second-soft' | 'copper' | 'silver';

interface Stroke {
  readonly ink: Ink;
  /** Width in units of the drawing. */
  readonly line: number;
  readonly dashed?: true;
}

export type Mark =
  | ({ readonly type: 'line'; readonly from: Point; readonly to: Point } & Stroke)
  | ({
      readonly type: 'path';
      readonly points: readonly Point[];
      readonly closed: boolean;
      readonly fill?: Fill;
    } & Stroke)
  | ({
      readonly type: 'circle';
      readonly at: Point;
      readonly r: number;
      readonly fill?: Fill;
    } & Stroke)
  | ({
      readonly type: 'ellipse';
      readonly at: Point;
      readonly rx: number;
      readonly ry: number;
      readonly fill?: Fill;
    } & Stroke)
  /** A part of a disc from one angle to another, in degrees, clockwise from 12 o'clock. `open`: the arc alone. */
  | ({
      readonly type: 'sector';
      readonly at: Point;
      readonly r: number;
      readonly from: number;
      readonly to: number;
      readonly open?: true;
      readonly fill?: Fill;
    } & Stroke)
  | ({
      readonly type: 'rect';
      readonly at: Point;
      readonly width: number;
      readonly height: number;
      readonly round?: number;
      readonly fill?: Fill;
    } & Stroke)
  /** Words or digits, centred on `at` unless said. `size` is the height of the letters' line. */
  | {
      readonly type: 'text';
      readonly at: Point;
      readonly text: string | LocalText;
      readonly size: number;
      readonly ink?: Ink;
      readonly align?: 'start' | 'end';
      readonly bold?: true;
    }
  /** One of the pictures of things (apple, star ...), in a square around `at`. */
  | { readonly type: 'thing'; readonly at: Point; readonly size: number; readonly id: string };

/** The point at a distance from a centre, at an angle in degrees, clockwise from 12 o'clock. */
export function around([x, y]: Point, distance: number, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [x + distance * Math.sin(radians), y - distance * Math.cos(radians)];
}
