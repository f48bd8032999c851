import type { Drawing, Mark } from '../drawing.ts';

/** Ten boxes, 5 x 2 or 2 x 5, some of them with a dot. */
export interface TenFrameFigure {
  readonly type: 'ten-frame';
  readonly turn: 'wide' | 'tall';
  /** Places of the dots, 0 to 9, row by row as it is drawn. */
  readonly filled: readonly number[];
}

const LINE = 0.05;
const DOT = 0.34;

export function drawTenFrame({ turn, filled }: TenFrameFigure): Drawing {
  const [columns, rows] = turn === 'wide' ? [5, 2] : [2, 5];
  const places = Array.from({ length: columns * rows }, (_, i) => i);
  const corner = (i: number): readonly [number, number] => [
    (i % columns) + LINE,
    Math.floor(i / columns) + LINE,
  ];
  const boxes = places.map((i): Mark => {
    const at = corner(i);
    return { type: 'rect', at, width: 1, height: 1, fill: 'paper', ink: 'ink', line: LINE };
  });
  const dots = filled.map((i): Mark => {
    const [x, y] = corner(i);
    const at = [x + 0.5, y + 0.5] as const;
    return { type: 'circle', at, r: DOT, fill: 'accent', ink: 'ink', line: LINE };
  });
  const [width, height] = [columns + 2 * LINE, rows + 2 * LINE];
  return { width, height, rem: columns * 5, marks: [...boxes, ...dots] };
}
