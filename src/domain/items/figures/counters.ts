import { intBetween, seededRandom, shuffled, type Random } from '../../kernel/random.ts';
import type { Drawing, Point } from '../drawing.ts';

export type CounterLayout = 'row' | 'scatter' | 'rows-of-5' | 'loose-rows';

/** Things of one kind to be counted; where exactly each lies, the seed decides. */
export interface CountersFigure {
  readonly type: 'counters';
  readonly layout: CounterLayout;
  readonly count: number;
  readonly thing: string;
  readonly seed: string;
}

/** Most things of one picture, by its layout. */
export const MOST_COUNTERS: Readonly<Record<CounterLayout, number>> = {
  row: 10,
  scatter: 10,
  'rows-of-5': 20,
  'loose-rows': 20,
};
/** Fewer would leave a loose row empty. */
export const LEAST_LOOSE = 10;

interface Lying {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly spots: readonly Point[];
}

/** A thing is 1 wide; centres are at least 1.5 apart, so that half a thing fits between any two. */
const STEP = 1.55;

export function drawCounters({ layout, count, thing, seed }: CountersFigure): Drawing {
  const { spots, ...size } = lying(layout, count, seededRandom(seed));
  return { ...size, marks: spots.map((at) => ({ type: 'thing', at, size: 1, id: thing })) };
}

function lying(layout: CounterLayout, count: number, random: Random): Lying {
  switch (layout) {
    case 'row':
      return row(count);
    case 'scatter':
      return scattered(count, random);
    case 'rows-of-5':
      return rowsOfFive(count);
    case 'loose-rows':
      return looseRows(count, random);
  }
}

/** Always as wide as ten of them, so that the size tells nothing. */
function row(count: number): Lying {
  const width = MOST_COUNTERS.row * STEP;
  const first = (width - (count - 1) * STEP) / 2;
  const spots = Array.from({ length: count }, (_, i): Point => [first + i * STEP, 0.9]);
  return { width, height: 1.8, rem: 30, spots };
}

/** Anywhere in the cells of a grid that is wider than it needs to be. */
const CELL = 2.1;
const SWAY = 0.28;

function scattered(count: number, random: Random): Lying {
  const cells = shuffled(
    random,
    Array.from({ length: 12 }, (_, i) => i),
  ).slice(0, count);
  const sway = (): number => (random() * 2 - 1) * SWAY;
  const spots = cells.map((cell): Point => [
    ((cell % 4) + 0.5) * CELL + sway(),
    (Math.floor(cell / 4) + 0.5) * CELL + sway(),
  ]);
  return { width: 4 * CELL, height: 3 * CELL, rem: 20, spots };
}

function rowsOfFive(count: number): Lying {
  const spots = Array.from({ length: count }, (_, i): Point => {
    return [((i % 5) + 0.5) * STEP, (Math.floor(i / 5) + 0.5) * STEP];
  });
  return { width: 5 * STEP, height: Math.ceil(count / 5) * STEP, rem: 18, spots };
}

const LONGEST_ROW = 6;
const LINE = 1.85;

/** Four or five uneven rows that a finger can follow. */
function looseRows(count: number, random: Random): Lying {
  const sizes = unevenRows(count, intBetween(random, 4, 5), random);
  const width = (LONGEST_ROW + 1) * STEP;
  const spots = sizes.flatMap((size, i) => {
    const free = width - size * STEP;
    const left = random() * free + STEP / 2;
    return Array.from({ length: size }, (_, k): Point => {
      return [left + k * STEP, (i + 0.5) * LINE + (random() * 2 - 1) * 0.12];
    });
  });
  return { width, height: sizes.length * LINE, rem: 22, spots };
}

function unevenRows(count: number, rows: number, random: Random): readonly number[] {
  const usual = Math.round(count / rows);
  for (;;) {
    const sizes = Array.from({ length: rows }, () => {
      return Math.min(LONGEST_ROW, Math.max(1, usual + intBetween(random, -2, 2)));
    });
    const sum = sizes.reduce((total, size) => total + size, 0);
    if (sum === count && new Set(sizes).size > 1) return sizes;
  }
}
