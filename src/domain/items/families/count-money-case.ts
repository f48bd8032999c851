import type { RecordReader } from '../../kernel/read-record.ts';
import { seededRandom, shuffled } from '../../kernel/random.ts';
import type { Piece } from '../figures/coins.ts';
import { numbersOf, readSet, type NumberSet } from '../number-set.ts';
import { COINS } from './money-names.ts';

const BILLS = [100, 500, 1000] as const;
const FACES = ['heads', 'tails', 'name'] as const;
type Face = (typeof FACES)[number];

/** How many of each piece. */
export interface Heap {
  readonly cents: number;
  readonly count: number;
}

export type CountCase =
  | { readonly ask: 'one-coin'; readonly coin: number; readonly face: Face }
  | {
      readonly ask: 'total';
      readonly kind: 'like' | 'mixed' | 'bills';
      /** Largest value first; only what is there. */
      readonly heaps: readonly Heap[];
      readonly total: number;
    };

type TotalCase = Extract<CountCase, { readonly ask: 'total' }>;

/** All sets that the parameters allow: small, so that they are listed at once. */
export interface CountParams {
  readonly entry: 'cents' | 'dollars';
  readonly all: readonly CountCase[];
}

/** Reads the parameters of count-money; faults stay in the reader. */
export function parseCount(read: RecordReader): CountParams {
  read.oneOf('currency', ['USD']);
  const entry = read.oneOf('entry', ['cents', 'dollars']);
  const all = read.oneOf('ask', ['one-coin', 'total']) === 'total' ? totals(read) : single(read);
  if (all.length === 0) read.fail('total', 'no set of coins has such a value');
  return { entry, all };
}

function readCoins(read: RecordReader): readonly number[] {
  const coins = read.integers('coins');
  if (coins.some((coin) => !COINS.includes(coin)))
    read.fail('coins', `coins are ${COINS.join(', ')}`);
  return coins;
}

function single(read: RecordReader): CountCase[] {
  const faces = read.words('faces', FACES);
  return readCoins(read).flatMap((coin) =>
    faces.map((face): CountCase => ({ ask: 'one-coin', coin, face })),
  );
}

function totals(read: RecordReader): CountCase[] {
  const total = new Set(numbersOf(readSet(read, 'total')));
  const found = read.has('bills') ? withBills(read) : read.has('counts') ? mixed(read) : like(read);
  return found.filter((one) => total.has(one.total));
}

function totalCase(kind: TotalCase['kind'], heaps: readonly Heap[]): TotalCase {
  const there = heaps.filter(({ count }) => count > 0).toSorted((x, y) => y.cents - x.cents);
  const total = there.reduce((sum, { cents, count }) => sum + cents * count, 0);
  return { ask: 'total', kind, heaps: there, total };
}

function like(read: RecordReader): TotalCase[] {
  const counts = numbersOf(readSet(read, 'coinCount'));
  if (counts.includes(0)) read.fail('coinCount', 'at least one coin is shown');
  return readCoins(read).flatMap((cents) =>
    counts.map((count) => totalCase('like', [{ cents, count }])),
  );
}

/** Every choice of how many there are of each piece. */
function choices(read: RecordReader, name: string, known: readonly number[]): Heap[][] {
  const map = read.within(name);
  const sets = known
    .filter((cents) => map.has(String(cents)))
    .map((cents): readonly [number, NumberSet] => [cents, readSet(map, String(cents))]);
  if (sets.length === 0) read.fail(name, `pieces are ${known.join(', ')}`);
  return sets.reduce<Heap[][]>(
    (chosen, [cents, set]) =>
      chosen.flatMap((heaps) => numbersOf(set).map((count) => [...heaps, { cents, count }])),
    [[]],
  );
}

function mixed(read: RecordReader): TotalCase[] {
  const coinCount = new Set(numbersOf(readSet(read, 'coinCount')));
  const kinds = new Set(numbersOf(readSet(read, 'kinds')));
  return choices(read, 'counts', COINS)
    .map((heaps) => totalCase('mixed', heaps))
    .filter(({ heaps }) => coinCount.has(countOf(heaps)) && kinds.has(heaps.length));
}

function withBills(read: RecordReader): TotalCase[] {
  const cents = numbersOf(readSet(read, 'cents'));
  if (cents.some((one) => one > 99)) read.fail('cents', 'coins are worth less than a dollar');
  return choices(read, 'bills', BILLS)
    .filter((bills) => countOf(bills) > 0)
    .flatMap((bills) => cents.map((one) => totalCase('bills', [...bills, ...fewestCoins(one)])));
}

/** With the coins of the United States the largest first is the fewest. */
function fewestCoins(cents: number): Heap[] {
  let rest = cents;
  return COINS.toReversed().map((coin) => {
    const count = Math.floor(rest / coin);
    rest -= count * coin;
    return { cents: coin, count };
  });
}

export function countOf(heaps: readonly Heap[]): number {
  return heaps.reduce((sum, { count }) => sum + count, 0);
}

/** The value of the heaps where a piece may be taken for another one. */
export function valueOf(heaps: readonly Heap[], worth = (cents: number): number => cents): number {
  return heaps.reduce((sum, { cents, count }) => sum + worth(cents) * count, 0);
}

/** How many of each in a few characters, with bills and coins told apart: "1x1000 2x25". */
export function identityOf(one: CountCase): string {
  if (one.ask === 'one-coin') return `${one.coin} ${one.face}`;
  return one.heaps.map(({ cents, count }) => `${count}x${cents}`).join(' ');
}

/** The pieces of a set as they lie there: in an order, and with sides, that the set alone decides. */
export function piecesOf(one: TotalCase): readonly Piece[] {
  const random = seededRandom(`pieces ${identityOf(one)}`);
  const all = one.heaps.flatMap(({ cents, count }) =>
    Array.from({ length: count }, (): Piece => {
      const heads = cents >= 100 || random() < 0.5;
      return { cents, face: heads ? 'heads' : 'tails' };
    }),
  );
  const bills = all.filter(({ cents }) => cents >= 100);
  return [...shuffled(random, bills), ...shuffled(random, all.slice(bills.length))];
}
