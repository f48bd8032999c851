import type { Drawing, Mark } from '../drawing.ts';
import type { GraphRow } from './graph-row.ts';

/** Rows of pictures, each worth `scale`. */
export interface PictureGraphFigure {
  readonly type: 'picture-graph';
  readonly rows: readonly GraphRow[];
  readonly scale: number;
}

const WIDTH = 100;
const WORDS = 5.2;

/** Names on the left, pictures in columns beside them, what one picture stands for below. */
export function drawPictureGraph({ rows, scale }: PictureGraphFigure): Drawing {
  const row = 9;
  const first = 29;
  const pitch = 7;
  const y = (i: number): number => 5 + i * row;
  const bottom = rows.length * row + 1;
  const line = (at: number): Mark => {
    return { type: 'line', from: [0.5, at], to: [WIDTH - 0.5, at], ink: 'soft', line: 0.3 };
  };
  const body = rows.flatMap(({ name, thing, value }, i): Mark[] => [
    { type: 'text', at: [first - 3, y(i)], text: name, size: WORDS, align: 'end' },
    ...Array.from({ length: value }, (_, k): Mark => {
      return { type: 'thing', at: [first + 3.5 + k * pitch, y(i)], size: 5.8, id: thing };
    }),
    line(y(i) + row / 2),
  ]);
  const axis: Mark = {
    type: 'line',
    from: [first - 1, 0.5],
    to: [first - 1, bottom - 0.5],
    ink: 'ink',
    line: 0.6,
  };
  const key = { en: `Each picture is ${scale}`, es: `Cada dibujo vale ${scale}` };
  const words: Mark = { type: 'text', at: [WIDTH / 2, bottom + 6], text: key, size: WORDS };
  return { width: WIDTH, height: bottom + 11, rem: 34, marks: [line(0.5), ...body, axis, words] };
}
