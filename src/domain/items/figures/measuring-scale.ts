import type { LocalText } from '../../kernel/local-text.ts';
import type { Drawing, Mark } from '../drawing.ts';

/** An upright scale: a jar filled to a mark, or a spring balance with its pointer at one. */
export interface MeasuringScaleFigure {
  readonly type: 'measuring-scale';
  readonly holds: 'liquid' | 'weight';
  readonly unit: LocalText;
  /** Units from label to label. */
  readonly label: number;
  /** Equal spaces between two labels. */
  readonly parts: number;
  /** Labelled intervals. */
  readonly labels: number;
  /** What is shown, in small spaces. */
  readonly at: number;
}

const WIDTH = 60;
const HEIGHT = 104;
const TOP = 16;
const BOTTOM = 92;
const LEFT = 12;
const RIGHT = 36;
const DIGITS = 4.7;

export function drawMeasuringScale(figure: MeasuringScaleFigure): Drawing {
  const { holds, unit, label, parts, labels, at } = figure;
  const spaces = parts * labels;
  const y = (place: number): number => BOTTOM - (place * (BOTTOM - TOP)) / spaces;
  const ticks = Array.from({ length: spaces + 1 }, (_, i): Mark[] => {
    const long = i % parts === 0;
    const mark: Mark = {
      type: 'line',
      from: [RIGHT - (long ? 9 : 5), y(i)],
      to: [RIGHT, y(i)],
      ink: 'ink',
      line: long ? 0.7 : 0.4,
    };
    if (!long) return [mark];
    const text = String((i / parts) * label);
    const words: Mark = {
      type: 'text',
      at: [RIGHT + 2.5, y(i)],
      text,
      size: DIGITS,
      align: 'start',
      bold: true,
    };
    return [mark, words];
  }).flat();
  const sign: Mark = {
    type: 'text',
    at: [RIGHT + 2.5, TOP - 9],
    text: unit,
    size: DIGITS,
    align: 'start',
  };
  const marks = holds === 'liquid' ? jar(y(at)) : balance();
  return {
    width: WIDTH,
    height: HEIGHT,
    rem: 13,
    marks: [...marks, ...ticks, sign, ...pointer(y(at))],
  };
}

/** An arrow from the left to the scale, and a thin line across to its marks. */
function pointer(y: number): Mark[] {
  return [
    { type: 'line', from: [LEFT, y], to: [RIGHT, y], ink: 'accent', line: 0.7 },
    { type: 'line', from: [1, y], to: [LEFT - 4, y], ink: 'accent', line: 1.4 },
    {
      type: 'path',
      points: [
        [LEFT, y],
        [LEFT - 4.4, y - 2.4],
        [LEFT - 4.4, y + 2.4],
      ],
      closed: true,
      fill: 'accent',
      ink: 'accent',
      line: 0.4,
    },
  ];
}

function jar(level: number): Mark[] {
  return [
    {
      type: 'rect',
      at: [LEFT, level],
      width: RIGHT - LEFT,
      height: BOTTOM - level,
      fill: 'accent-soft',
      ink: 'accent',
      line: 0.2,
    },
    {
      type: 'path',
      points: [
        [LEFT - 1.5, TOP - 10],
        [LEFT, TOP - 8],
        [LEFT, BOTTOM],
        [RIGHT, BOTTOM],
        [RIGHT, TOP - 8],
        [RIGHT - 1.5, TOP - 10],
      ],
      closed: false,
      ink: 'ink',
      line: 0.9,
    },
  ];
}

function balance(): Mark[] {
  const middle = (LEFT + RIGHT) / 2;
  return [
    { type: 'circle', at: [middle, 4.2], r: 2.6, ink: 'ink', line: 0.9 },
    {
      type: 'rect',
      at: [LEFT, TOP - 9],
      width: RIGHT - LEFT,
      height: BOTTOM - TOP + 14,
      round: 2,
      fill: 'shade',
      ink: 'ink',
      line: 0.9,
    },
    {
      type: 'path',
      points: [
        [middle, BOTTOM + 5],
        [middle, BOTTOM + 8],
        [middle + 2, BOTTOM + 9],
        [middle + 1.2, BOTTOM + 11],
        [middle - 1.5, BOTTOM + 10.6],
      ],
      closed: false,
      ink: 'ink',
      line: 0.9,
    },
  ];
}
