import type { LocalText } from '../../kernel/local-text.ts';
import { decimalWriting, wholeText } from '../digits-text.ts';
import type { Drawing, Mark } from '../drawing.ts';

/** A piece of a number line with one place marked by an arrow. All numbers in units of 1 / scale. */
export interface NumberLineFigure {
  readonly type: 'number-line';
  readonly from: number;
  /** Value of one space. */
  readonly tick: number;
  /** How many spaces are drawn. */
  readonly spaces: number;
  /** Multiples of this are labelled. */
  readonly label: number;
  /** The marked number; it may lie between two ticks. */
  readonly at: number;
  /** A power of ten; any number where only wholes are labelled. */
  readonly scale: number;
}

const WIDTH = 100;
const EDGE = 11;
const LINE_Y = 21;
const DIGITS = 5.2;

/** Ticks of two lengths, labels under the long ones, an arrow from above to the marked place. */
export function drawNumberLine(figure: NumberLineFigure): Drawing {
  const { from, tick, spaces, label, at, scale } = figure;
  const x = (value: number): number =>
    EDGE + ((value - from) * (WIDTH - 2 * EDGE)) / (tick * spaces);
  const ticks = Array.from({ length: spaces + 1 }, (_, i): Mark[] => {
    const value = from + i * tick;
    const long = value % label === 0;
    const half = (value * 2) % label === 0;
    const reach = long ? 4 : half ? 3 : 2;
    const mark: Mark = {
      type: 'line',
      from: [x(value), LINE_Y - reach],
      to: [x(value), LINE_Y + reach],
      ink: long ? 'ink' : 'soft',
      line: long ? 0.7 : 0.5,
    };
    if (!long) return [mark];
    const text = labelText(value, label, scale);
    return [mark, { type: 'text', at: [x(value), LINE_Y + 9], text, size: DIGITS, bold: true }];
  }).flat();
  const line: Mark = {
    type: 'line',
    from: [EDGE - 4, LINE_Y],
    to: [WIDTH - EDGE + 4, LINE_Y],
    ink: 'ink',
    line: 0.7,
  };
  return {
    width: WIDTH,
    height: LINE_Y + 14,
    rem: 34,
    marks: [line, ...ticks, ...arrowDown(x(at), LINE_Y - 5)],
  };
}

/** With no more places than the labels need: a multiple of 100 thousandths is written in tenths. */
function labelText(value: number, label: number, scale: number): LocalText {
  if (label % scale === 0) return { en: wholeText(value / scale), es: wholeText(value / scale) };
  if (label % 10 === 0) return labelText(value / 10, label / 10, scale / 10);
  return { en: decimalWriting(value, scale, 'en'), es: decimalWriting(value, scale, 'es') };
}

/** An arrow from above whose tip is at x, y. */
function arrowDown(x: number, y: number): readonly Mark[] {
  return [
    { type: 'line', from: [x, y - 12], to: [x, y - 3], ink: 'accent', line: 1.4 },
    {
      type: 'path',
      points: [
        [x, y],
        [x - 2.4, y - 4.4],
        [x + 2.4, y - 4.4],
      ],
      closed: true,
      fill: 'accent',
      ink: 'accent',
      line: 0.4,
    },
  ];
}
