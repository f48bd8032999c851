import type { LocalText } from '../../kernel/local-text.ts';
import type { Drawing, Mark } from '../drawing.ts';

/** Crosses over a number line that is marked in equal parts of a unit. */
export interface LinePlotFigure {
  readonly type: 'line-plot';
  /** First and last whole number of the line. */
  readonly from: number;
  readonly to: number;
  readonly parts: number;
  /** Place of each cross, in parts from 0. */
  readonly points: readonly number[];
  /** What is written below the line. */
  readonly unit: LocalText;
}

const WIDTH = 100;
const EDGE = 4;
const WORDS = 5.2;
const CROSS = 1.15;
const PILE = 3.8;

/** Wholes are labelled; halves and wholes have longer ticks. Crosses for one length pile up. */
export function drawLinePlot({ from, to, parts, points, unit }: LinePlotFigure): Drawing {
  const count = (to - from) * parts;
  const x = (place: number): number => EDGE + ((place - from * parts) * (WIDTH - 2 * EDGE)) / count;
  const tallest = Math.max(...points.map((one) => points.filter((p) => p === one).length));
  const axis = tallest * PILE + 4;
  const ticks = Array.from({ length: count + 1 }, (_, i): Mark[] => {
    const whole = i % parts === 0;
    const reach = whole ? 5 : (i * 2) % parts === 0 ? 3.6 : 2.3;
    const at = x(from * parts + i);
    const mark: Mark = {
      type: 'line',
      from: [at, axis],
      to: [at, axis + reach],
      ink: 'ink',
      line: whole ? 0.6 : 0.35,
    };
    if (!whole) return [mark];
    const text = String(from + i / parts);
    return [mark, { type: 'text', at: [at, axis + 9], text, size: WORDS, bold: true }];
  }).flat();
  const crosses = points.flatMap((place, i): Mark[] => {
    const below = points.slice(0, i).filter((one) => one === place).length;
    return cross(x(place), axis - 2.4 - below * PILE);
  });
  const line: Mark = {
    type: 'line',
    from: [1, axis],
    to: [WIDTH - 1, axis],
    ink: 'ink',
    line: 0.6,
  };
  const words: Mark = { type: 'text', at: [WIDTH / 2, axis + 16], text: unit, size: WORDS };
  return { width: WIDTH, height: axis + 20, rem: 38, marks: [line, ...ticks, ...crosses, words] };
}

function cross(x: number, y: number): Mark[] {
  return [1, -1].map((lean): Mark => ({
    type: 'line',
    from: [x - CROSS, y - lean * CROSS],
    to: [x + CROSS, y + lean * CROSS],
    ink: 'accent',
    line: 0.75,
  }));
}
