import type { LocalText } from '../../kernel/local-text.ts';
import { decimalMark } from '../digits-text.ts';
import type { Drawing, Mark } from '../drawing.ts';

/** A written sum or difference of decimals, point under point, with its result below the line. */
export interface WrittenDecimalsFigure {
  readonly type: 'written-decimals';
  readonly op: '+' | '−';
  /** All three are digits / scale, a power of ten. */
  readonly upper: number;
  readonly lower: number;
  readonly result: number;
  readonly scale: number;
}

const ROW = 1.45;
const POINT = 0.5;
const PAD = 0.35;
const SIZE = 1.3;

/** One column for each digit, a narrow one for the points, and one before them for the sign. */
export function drawWrittenDecimals(figure: WrittenDecimalsFigure): Drawing {
  const { op, upper, lower, result, scale } = figure;
  const places = String(scale).length - 1;
  const rows = [upper, lower, result].map((n) => String(n).padStart(places + 1, '0'));
  const columns = Math.max(...rows.map((row) => row.length));
  const width = 1 + columns + POINT + 2 * PAD;
  const xOf = (fromEnd: number): number =>
    width - PAD - 0.5 - fromEnd - (fromEnd < places ? 0 : POINT);
  const yOf = (row: number): number => PAD + ROW * (row + 0.5) + (row === 2 ? 0.2 : 0);
  const digits = rows.flatMap((row, r) =>
    row.split('').map((digit, i): Mark => ({
      type: 'text',
      at: [xOf(row.length - 1 - i), yOf(r)],
      text: digit,
      size: SIZE,
      ...(r === 2 ? { bold: true } : {}),
    })),
  );
  const mark: LocalText = { en: decimalMark('en'), es: decimalMark('es') };
  const points = rows.map((_, r): Mark => ({
    type: 'text',
    at: [width - PAD - places - POINT / 2, yOf(r)],
    text: mark,
    size: SIZE,
    bold: true,
  }));
  const lineY = PAD + 2 * ROW + 0.1;
  const height = PAD * 2 + ROW * 3 + 0.2;
  return {
    width,
    height,
    rem: width * 1.5,
    marks: [
      ...digits,
      ...points,
      { type: 'text', at: [PAD + 0.5, yOf(1)], text: op, size: SIZE },
      { type: 'line', from: [PAD, lineY], to: [width - PAD, lineY], ink: 'ink', line: 0.08 },
    ],
  };
}
