import type { Drawing, Mark } from '../drawing.ts';
import type { GraphRow } from './graph-row.ts';

/** Upright bars over an axis that is labelled at every `each`-th line; lines are `scale` apart. */
export interface BarGraphFigure {
  readonly type: 'bar-graph';
  readonly rows: readonly GraphRow[];
  readonly scale: number;
  readonly each: number;
  /** Lines of the axis above 0. */
  readonly lines: number;
}

const WIDTH = 100;
const WORDS = 5.2;

const LEFT = 14;
const STEP = 7;

/** Every other bar is darker, so that neighbours stand apart; its name stands below each. */
export function drawBarGraph({ rows, scale, each, lines }: BarGraphFigure): Drawing {
  const bottom = lines * STEP + 5;
  const y = (value: number): number => bottom - value * STEP;
  const column = (WIDTH - LEFT) / rows.length;
  const grid = Array.from({ length: lines + 1 }, (_, i): Mark[] => {
    const long = i % each === 0;
    const mark: Mark = {
      type: 'line',
      from: [LEFT - (long ? 1.5 : 0), y(i)],
      to: [WIDTH - 0.5, y(i)],
      ink: 'soft',
      line: long ? 0.35 : 0.2,
    };
    if (!long) return [mark];
    const text = String(i * scale);
    return [mark, { type: 'text', at: [LEFT - 3, y(i)], text, size: WORDS, align: 'end' }];
  }).flat();
  const bars = rows.flatMap(({ name, value }, i): Mark[] => {
    const middle = LEFT + (i + 0.5) * column;
    return [
      {
        type: 'rect',
        at: [middle - column * 0.28, y(value)],
        width: column * 0.56,
        height: value * STEP,
        fill: i % 2 === 0 ? 'accent' : 'accent-soft',
        ink: 'ink',
        line: 0.5,
      },
      { type: 'text', at: [middle, bottom + 6], text: name, size: WORDS },
    ];
  });
  const axes: Mark[] = [
    { type: 'line', from: [LEFT, 2], to: [LEFT, bottom], ink: 'ink', line: 0.6 },
    { type: 'line', from: [LEFT, bottom], to: [WIDTH - 0.5, bottom], ink: 'ink', line: 0.6 },
  ];
  return { width: WIDTH, height: bottom + 11, rem: 30, marks: [...grid, ...bars, ...axes] };
}
