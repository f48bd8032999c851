/**
 * A drawing as data, on a 64 x 64 grid: circle, ellipse, rounded rectangle, filled path, stroked path.
 * Small to ship, easy to check, and every picture comes out in one flat style.
 */
export type Shape =
  | readonly [kind: 'c', cx: number, cy: number, r: number, fill: string]
  | readonly [kind: 'e', cx: number, cy: number, rx: number, ry: number, fill: string]
  | readonly [
      kind: 'r',
      x: number,
      y: number,
      width: number,
      height: number,
      radius: number,
      fill: string,
    ]
  | readonly [kind: 'p', path: string, fill: string]
  | readonly [kind: 'l', path: string, stroke: string, width: number];

/** The shared paint box. */
export const paint = {
  ink: '#2b2a33',
  white: '#fffdf8',
  cream: '#ffe6c2',
  orange: '#e8833a',
  rust: '#b8552a',
  brown: '#85563a',
  tan: '#cf9f6e',
  grey: '#8d97a5',
  silver: '#c6cdd6',
  slate: '#525d6c',
  pink: '#f2a3b3',
  rose: '#d35c78',
  red: '#cc4a3e',
  yellow: '#f6c94a',
  gold: '#dd9c1f',
  lime: '#a5cc6b',
  green: '#5aa05f',
  forest: '#34734a',
  teal: '#3a9a9c',
  sky: '#9bcdee',
  blue: '#4a8bcf',
  navy: '#2c4f80',
  lilac: '#c7b0e8',
  purple: '#8365bb',
} as const;

/** Backgrounds of avatars. */
export const tint = {
  sky: '#d9ecf8',
  mint: '#d9eedb',
  peach: '#fce1cc',
  butter: '#fdefbf',
  lilac: '#e7dff6',
  rose: '#fadce2',
  sand: '#efe5d3',
  aqua: '#d2eeea',
} as const;
