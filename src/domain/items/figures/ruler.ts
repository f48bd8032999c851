import type { LocalText } from '../../kernel/local-text.ts';
import type { Drawing, Mark, Point } from '../drawing.ts';

export type LongThing = 'pencil' | 'ribbon' | 'crayon' | 'stick';

/** A ruler and one or two things above it, the first one on top. */
export interface RulerFigure {
  readonly type: 'ruler';
  readonly unit: LocalText;
  /** Units that are drawn. */
  readonly length: number;
  /** Marks per unit. */
  readonly parts: number;
  /** From where to where each lies, in small marks. */
  readonly things: readonly {
    readonly thing: LongThing;
    readonly from: number;
    readonly to: number;
  }[];
}

const WIDTH = 100;
const EDGE = 5;
const DIGITS = 5.2;
const THICK = 8;
const ROW = 13;
const BODY = 24;
/** On a phone two-digit labels at every unit of a longer ruler would touch. */
const LABELLED_UP_TO = 12;

/** Ticks on the upper edge, so that a thing lies right at its marks; dashed lines lead down from both of its ends. */
export function drawRuler({ unit, length, parts, things }: RulerFigure): Drawing {
  const count = length * parts;
  const x = (place: number): number => EDGE + (place * (WIDTH - 2 * EDGE)) / count;
  const top = things.length * ROW;
  const each = length > LABELLED_UP_TO ? 2 : 1;
  const ticks = Array.from({ length: count + 1 }, (_, i): Mark[] => {
    const whole = i % parts === 0;
    const long = whole ? 7 : (i * 2) % parts === 0 ? 5 : 3.2;
    const mark: Mark = {
      type: 'line',
      from: [x(i), top],
      to: [x(i), top + long],
      ink: 'ink',
      line: whole ? 0.6 : 0.4,
    };
    if (i % (parts * each) !== 0) return [mark];
    const text = String(i / parts);
    return [mark, { type: 'text', at: [x(i), top + 11.5], text, size: DIGITS, bold: true }];
  }).flat();
  const body: Mark = {
    type: 'rect',
    at: [0.5, top],
    width: WIDTH - 1,
    height: BODY,
    round: 1,
    fill: 'second-soft',
    ink: 'ink',
    line: 0.6,
  };
  const sign: Mark = {
    type: 'text',
    at: [EDGE - 1.5, top + 19],
    text: unit,
    size: DIGITS,
    align: 'start',
  };
  const lying = things.flatMap(({ thing, from, to }, row): Mark[] => {
    const y = row * ROW + 1;
    return [...drawThing(thing, x(from), x(to), y), ...guides(x(from), x(to), y + THICK, top)];
  });
  return {
    width: WIDTH,
    height: top + BODY + 0.5,
    rem: 40,
    marks: [body, ...ticks, sign, ...lying],
  };
}

function guides(left: number, right: number, from: number, to: number): Mark[] {
  return [left, right].map((x): Mark => ({
    type: 'line',
    from: [x, from],
    to: [x, to],
    ink: 'soft',
    line: 0.4,
    dashed: true,
  }));
}

/** A thing from `left` to `right`: its ends are straight, or a tip that touches the end. */
function drawThing(thing: LongThing, left: number, right: number, y: number): Mark[] {
  const middle = y + THICK / 2;
  const bar = (
    x: number,
    to: number,
    fill: 'accent-soft' | 'accent' | 'second' | 'paper',
  ): Mark => ({
    type: 'rect',
    at: [x, y],
    width: to - x,
    height: THICK,
    fill,
    ink: 'ink',
    line: 0.5,
  });
  const tip = (from: number, fill: 'paper' | 'accent'): Mark => {
    const points: readonly Point[] = [
      [from, y],
      [right, middle],
      [from, y + THICK],
    ];
    return { type: 'path', points, closed: true, fill, ink: 'ink', line: 0.5 };
  };
  // A third of a short thing, never more than its tip needs.
  const end = Math.min(5, (right - left) / 3);
  switch (thing) {
    case 'pencil':
      return [
        bar(left, left + end * 0.7, 'second'),
        bar(left + end * 0.7, right - end, 'accent-soft'),
        tip(right - end, 'paper'),
      ];
    case 'crayon':
      return [
        bar(left, right - end, 'accent'),
        bar(left + end * 0.5, right - end * 1.4, 'accent-soft'),
        tip(right - end, 'accent'),
      ];
    case 'ribbon':
      return [
        bar(left, right, 'accent-soft'),
        ...[0.3, 0.7].map((part): Mark => ({
          type: 'line',
          from: [left + 0.3, y + THICK * part],
          to: [right - 0.3, y + THICK * part],
          ink: 'accent',
          line: 0.8,
        })),
      ];
    case 'stick':
      return [
        {
          type: 'rect',
          at: [left, y + 2],
          width: right - left,
          height: THICK - 4,
          fill: 'second',
          ink: 'ink',
          line: 0.5,
        },
      ];
  }
}
