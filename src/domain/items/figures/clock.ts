import { around, type Drawing, type Mark, type Point } from '../drawing.ts';

/** A clock face with its two hands at the true angles of this time. */
export interface ClockFigure {
  readonly type: 'clock';
  /** 1 to 12. */
  readonly hour: number;
  readonly minute: number;
}

const SIZE = 100;
const CENTRE: Point = [SIZE / 2, SIZE / 2];
const FACE = 47;

/** Degrees clockwise from 12: the hour hand moves on with the minutes. */
export function handAngles({ hour, minute }: Pick<ClockFigure, 'hour' | 'minute'>): {
  readonly hour: number;
  readonly minute: number;
} {
  return { hour: (hour % 12) * 30 + minute / 2, minute: minute * 6 };
}

/** Twelve numerals, sixty ticks, a short thick hand and a long thin one. */
export function drawClock(figure: ClockFigure): Drawing {
  const angles = handAngles(figure);
  const ticks = Array.from({ length: 60 }, (_, i): Mark => {
    const long = i % 5 === 0;
    const [from, to] = [around(CENTRE, long ? 42 : 44, i * 6), around(CENTRE, FACE - 0.6, i * 6)];
    return { type: 'line', from, to, ink: long ? 'ink' : 'soft', line: long ? 1.2 : 0.6 };
  });
  const numerals = Array.from({ length: 12 }, (_, i): Mark => {
    const at = around(CENTRE, 35.5, (i + 1) * 30);
    return { type: 'text', at, text: String(i + 1), size: 8.5, bold: true };
  });
  const hand = (length: number, degrees: number, line: number, ink: 'ink' | 'accent'): Mark => {
    const [from, to] = [around(CENTRE, -6, degrees), around(CENTRE, length, degrees)];
    return { type: 'line', from, to, ink, line };
  };
  return {
    width: SIZE,
    height: SIZE,
    rem: 20,
    marks: [
      { type: 'circle', at: CENTRE, r: FACE, fill: 'paper', ink: 'ink', line: 1.6 },
      ...ticks,
      ...numerals,
      hand(22, angles.hour, 4, 'ink'),
      hand(38, angles.minute, 1.8, 'accent'),
      { type: 'circle', at: CENTRE, r: 3, fill: 'ink', ink: 'ink', line: 0 },
    ],
  };
}
