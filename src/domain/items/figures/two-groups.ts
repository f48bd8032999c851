import { seededRandom, shuffled, type Random } from '../../kernel/random.ts';
import type { Drawing, Mark, Point } from '../drawing.ts';

/** Two framed groups side by side, numbered 1 and 2. One of them has larger things, further apart. */
export interface TwoGroupsFigure {
  readonly type: 'two-groups';
  /** Up to ten in each. */
  readonly counts: readonly [number, number];
  readonly wide: 'first' | 'second';
  readonly thing: string;
  /** Decides where things lie in their frames. */
  readonly seed: string;
}

const COLUMNS = 3;
const ROWS = 4;
/** Size of a thing, and from centre to centre: more than half a thing lies between two of them. */
const WIDE = { size: 1.25, step: 2.05 };
const NARROW = { size: 0.95, step: 1.45 };
const FRAME = { width: COLUMNS * WIDE.step + 0.2, height: ROWS * WIDE.step + 0.2 };
const EDGE = 0.1;
const GAP = 0.8;

export function drawTwoGroups({ counts, wide, thing, seed }: TwoGroupsFigure): Drawing {
  const random = seededRandom(seed);
  const marks = counts.flatMap((count, i): Mark[] => {
    const x = EDGE + i * (FRAME.width + GAP);
    const centre: Point = [x + FRAME.width / 2, EDGE + FRAME.height / 2];
    const { size, step } = (wide === 'first') === (i === 0) ? WIDE : NARROW;
    return [
      {
        type: 'rect',
        at: [x, EDGE],
        width: FRAME.width,
        height: FRAME.height,
        round: 0.4,
        fill: 'paper',
        ink: 'ink',
        line: 0.08,
      },
      ...cells(count, random).map(([column, row]): Mark => {
        const at: Point = [
          centre[0] + (column - (COLUMNS - 1) / 2) * step,
          centre[1] + (row - (ROWS - 1) / 2) * step,
        ];
        return { type: 'thing', at, size, id: thing };
      }),
      {
        type: 'text',
        at: [centre[0], FRAME.height + 0.9],
        text: String(i + 1),
        size: 0.9,
        bold: true,
      },
    ];
  });
  return {
    width: 2 * (EDGE + FRAME.width) + GAP,
    height: FRAME.height + 1.5,
    rem: 28,
    marks,
  };
}

/** Two opposite corners first, so that a group of two or more reaches over its whole grid; then anywhere. */
function cells(count: number, random: Random): readonly Point[] {
  const turned = random() < 0.5;
  const corners: readonly Point[] = turned
    ? [
        [0, 0],
        [COLUMNS - 1, ROWS - 1],
      ]
    : [
        [COLUMNS - 1, 0],
        [0, ROWS - 1],
      ];
  const all = Array.from({ length: COLUMNS * ROWS }, (_, i): Point => {
    return [i % COLUMNS, Math.floor(i / COLUMNS)];
  });
  const isCorner = ([x, y]: Point): boolean => corners.some(([cx, cy]) => cx === x && cy === y);
  const rest = shuffled(
    random,
    all.filter((cell) => !isCorner(cell)),
  );
  return [...corners, ...rest].slice(0, count);
}
