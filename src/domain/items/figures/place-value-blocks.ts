import type { Drawing, Mark, Point } from '../drawing.ts';

/** Base-ten blocks: flats of a hundred, rods of ten, small cubes, in this order; up to nine of each. */
export interface PlaceValueBlocksFigure {
  readonly type: 'place-value-blocks';
  readonly flats: number;
  readonly rods: number;
  readonly cubes: number;
}

/** A small cube is 1 wide. */
const SIDE = 10;
const GAP = 1;
/** Rods and cubes stand in fives, with a little more room between the fives. */
const FIVE = 5;
const ROD_STEP = 1.7;
const CUBE_STEP = 1.7;
const BETWEEN_FIVES = 0.8;
const BETWEEN_KINDS = 2.2;
const MARGIN = 0.2;
const EDGE = 0.14;
const CELL = 0.06;

interface Pile {
  readonly width: number;
  readonly height: number;
  readonly marks: (left: number, top: number) => Mark[];
}

export function drawPlaceValueBlocks({ flats, rods, cubes }: PlaceValueBlocksFigure): Drawing {
  const piles = [flatPile(flats), rodPile(rods), cubePile(cubes)].filter(({ width }) => width > 0);
  const height = Math.max(...piles.map((pile) => pile.height));
  const marks: Mark[] = [];
  let left = MARGIN;
  for (const pile of piles) {
    // All stand on one line.
    marks.push(...pile.marks(left, MARGIN + height - pile.height));
    left += pile.width + BETWEEN_KINDS;
  }
  const width = left - BETWEEN_KINDS + MARGIN;
  return { width, height: height + 2 * MARGIN, rem: Math.min(40, width * 0.95), marks };
}

/** In two rows where there are more than two: what stands above a number pad has to be low. */
function flatPile(count: number): Pile {
  const rows = count > 2 ? 2 : Math.min(count, 1);
  const columns = rows === 0 ? 0 : Math.ceil(count / rows);
  const step = SIDE + GAP;
  return {
    width: columns * step - (columns > 0 ? GAP : 0),
    height: rows * step - (rows > 0 ? GAP : 0),
    marks: (left, top) =>
      Array.from({ length: count }, (_, i) =>
        block([left + (i % columns) * step, top + Math.floor(i / columns) * step], SIDE, SIDE),
      ).flat(),
  };
}

function rodPile(count: number): Pile {
  const at = (i: number): number => i * ROD_STEP + Math.floor(i / FIVE) * BETWEEN_FIVES;
  return {
    width: count === 0 ? 0 : at(count - 1) + 1,
    height: count === 0 ? 0 : SIDE,
    marks: (left, top) =>
      Array.from({ length: count }, (_, i) => block([left + at(i), top], 1, SIDE)).flat(),
  };
}

/** Columns of five, from the ground up. */
function cubePile(count: number): Pile {
  const columns = Math.ceil(count / FIVE);
  const height = count === 0 ? 0 : (Math.min(count, FIVE) - 1) * CUBE_STEP + 1;
  return {
    width: count === 0 ? 0 : (columns - 1) * CUBE_STEP + 1,
    height,
    marks: (left, top) =>
      Array.from({ length: count }, (_, i) => {
        const up = (i % FIVE) * CUBE_STEP;
        return block([left + Math.floor(i / FIVE) * CUBE_STEP, top + height - 1 - up], 1, 1);
      }).flat(),
  };
}

/** One block with the lines between its cubes. */
function block([x, y]: Point, width: number, height: number): Mark[] {
  const line = (from: Point, to: Point): Mark => ({
    type: 'line',
    from,
    to,
    ink: 'soft',
    line: CELL,
  });
  const upright = Array.from({ length: width - 1 }, (_, i) =>
    line([x + i + 1, y], [x + i + 1, y + height]),
  );
  const level = Array.from({ length: height - 1 }, (_, i) =>
    line([x, y + i + 1], [x + width, y + i + 1]),
  );
  const face: Mark = {
    type: 'rect',
    at: [x, y],
    width,
    height,
    fill: 'accent-soft',
    ink: 'ink',
    line: EDGE,
  };
  return [face, ...upright, ...level];
}
