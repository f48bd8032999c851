import type { Drawing, Mark, Point } from '../drawing.ts';
import { star, tailsEmblem } from './coin-emblems.ts';

/** Coins and bills of the United States, in this order, bills above the coins. */
export interface CoinsFigure {
  readonly type: 'coins';
  readonly pieces: readonly Piece[];
}

/** `cents` of 100 and more is a bill. */
export interface Piece {
  readonly cents: number;
  readonly face: 'heads' | 'tails';
}

interface Coin {
  /** Millimetres (United States Mint, coin specifications). */
  readonly diameter: number;
  readonly metal: 'copper' | 'silver';
  readonly letter: string;
  /** Its edge is grooved. */
  readonly grooved: boolean;
}

const COINS: ReadonlyMap<number, Coin> = new Map([
  [1, { diameter: 19.05, metal: 'copper', letter: 'P', grooved: false }],
  [5, { diameter: 21.21, metal: 'silver', letter: 'N', grooved: false }],
  [10, { diameter: 17.91, metal: 'silver', letter: 'D', grooved: true }],
  [25, { diameter: 24.26, metal: 'silver', letter: 'Q', grooved: true }],
]);

/** All in millimetres. Coins keep their true sizes; bills are drawn at a third of theirs, or a coin could not be read. */
const CELL = 27.5;
const IN_ROW = 4;
const WIDTH = IN_ROW * CELL;
const BILL = { width: 52, height: 22.1, gap: 4 };
const LETTER = 5.8;

/** Coins in rows of four, bills in rows of two, nothing touching. */
export function drawCoins({ pieces }: CoinsFigure): Drawing {
  const bills = pieces.filter(({ cents }) => cents >= 100);
  const coins = pieces.filter(({ cents }) => cents < 100);
  const [only] = coins;
  if (only !== undefined && pieces.length === 1) {
    const size = 26;
    const marks = drawCoin(only, [size / 2, size / 2]);
    return { width: size, height: size, rem: 9, marks };
  }
  const billRows = Math.ceil(bills.length / 2);
  const top = billRows * (BILL.height + BILL.gap);
  const coinRows = Math.ceil(coins.length / IN_ROW);
  return {
    width: WIDTH,
    height: top + coinRows * CELL,
    rem: 26,
    marks: [
      ...bills.flatMap((bill, i) => drawBill(bill, billCorner(i, bills.length))),
      ...coins.flatMap((coin, i) => drawCoin(coin, coinCentre(i, coins.length, top))),
    ],
  };
}

/** Full rows, the last one centred. */
function coinCentre(i: number, count: number, top: number): Point {
  const row = Math.floor(i / IN_ROW);
  const inRow = Math.min(IN_ROW, count - row * IN_ROW);
  const x = WIDTH / 2 + ((i % IN_ROW) - (inRow - 1) / 2) * CELL;
  return [x, top + (row + 0.5) * CELL];
}

function billCorner(i: number, count: number): Point {
  const row = Math.floor(i / 2);
  const inRow = Math.min(2, count - row * 2);
  const middle = WIDTH / 2 + ((i % 2) - (inRow - 1) / 2) * (BILL.width + BILL.gap);
  return [middle - BILL.width / 2, BILL.gap / 2 + row * (BILL.height + BILL.gap)];
}

function drawCoin({ cents, face }: Piece, at: Point): Mark[] {
  const coin = COINS.get(cents);
  if (coin === undefined) return [];
  const r = coin.diameter / 2;
  const [x, y] = at;
  const rim: Mark = { type: 'circle', at, r: r - 1, ink: 'ink', line: coin.grooved ? 0.9 : 0.3 };
  const edge: Mark = coin.grooved ? { ...rim, ink: 'soft', dashed: true } : rim;
  const disc: Mark = { type: 'circle', at, r, fill: coin.metal, ink: 'ink', line: 0.6 };
  const letter = (dy: number, size: number): Mark => ({
    type: 'text',
    at: [x, y + dy],
    text: coin.letter,
    size,
    bold: true,
  });
  if (face === 'tails') {
    const size = r * 0.4;
    return [disc, edge, ...tailsEmblem(cents, [x, y - r * 0.29], size), letter(r * 0.43, LETTER)];
  }
  const wreath = ([from, to]: readonly [number, number]): Mark => {
    return { type: 'sector', at, r: r * 0.68, from, to, open: true, ink: 'ink', line: 0.5 };
  };
  return [
    disc,
    edge,
    wreath([35, 160]),
    wreath([200, 325]),
    ...star([x, y - r * 0.6], r * 0.18),
    letter(r * 0.06, r * 0.85),
  ];
}

function drawBill({ cents }: Piece, [x, y]: Point): Mark[] {
  const { width, height } = BILL;
  const dollars = String(cents / 100);
  const corner = (dx: number, dy: number): Mark => ({
    type: 'text',
    at: [x + dx, y + dy],
    text: dollars,
    size: 6,
    bold: true,
  });
  const middle: Point = [x + width / 2, y + height / 2];
  return [
    {
      type: 'rect',
      at: [x, y],
      width,
      height,
      round: 1,
      fill: 'accent-soft',
      ink: 'ink',
      line: 0.6,
    },
    {
      type: 'rect',
      at: [x + 1.4, y + 1.4],
      width: width - 2.8,
      height: height - 2.8,
      ink: 'soft',
      line: 0.3,
    },
    { type: 'ellipse', at: middle, rx: 7, ry: 8, fill: 'paper', ink: 'ink', line: 0.4 },
    ...star(middle, 4),
    corner(6.5, 5.6),
    corner(width - 6.5, 5.6),
    corner(6.5, height - 5.6),
    corner(width - 6.5, height - 5.6),
  ];
}
