import { assert } from '../../kernel/assert.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { ratio, type Ratio } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import { clipped, drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { decimalTraps, numberTraps } from '../traps.ts';
import { UNIT_IDS, type UnitId } from '../units.ts';
import { formula, line } from './worked-lines.ts';

type Direction = 'small' | 'large';

interface Pair {
  readonly big: UnitId;
  readonly small: UnitId;
  readonly factor: number;
  readonly n: NumberSet;
}

interface Params {
  readonly pairs: readonly Pair[];
  readonly directions: readonly Direction[];
  /** `n` counts small units, and the answer is a decimal number of big ones. */
  readonly decimal: boolean;
}

interface Case {
  /** Place of the pair in the list. */
  readonly place: number;
  readonly n: number;
  readonly direction: Direction;
}

function parse(read: RecordReader): Params {
  const common = read.has('n') ? readSet(read, 'n') : null;
  const pairs = read.list('pairs').map((pair): Pair => {
    const own = pair.has('n') ? readSet(pair, 'n') : common;
    if (own === null || numbersOf(own).some((n) => n < 2))
      read.fail('n', 'every pair needs numbers of units from 2 on');
    return {
      big: pair.oneOf<UnitId>('big', UNIT_IDS),
      small: pair.oneOf<UnitId>('small', UNIT_IDS),
      factor: pair.integer('factor', 2, 10_000),
      n: own ?? { type: 'list', list: [2] },
    };
  });
  if (pairs.length === 0) read.fail('pairs', 'a pair of units is needed');
  const directions = read.words('directions', ['small', 'large']);
  const decimal = read.has('decimal') && read.boolean('decimal');
  if (decimal && pairs.some(({ factor }) => ![10, 100, 1000].includes(factor)))
    read.fail('decimal', 'decimal answers need factors that are powers of ten');
  if (pairs.some((pair) => !numbersOf(pair.n).some((n) => fits(n, pair, decimal))))
    read.fail('n', 'every pair needs a number that gives a decimal');
  if (decimal && directions.join() !== 'large')
    read.fail('directions', 'a decimal answer is in the larger unit');
  return { pairs, directions, decimal };
}

/** A number of small units that ends in 0, or makes a whole number of big ones, asks for no decimal. */
function fits(n: number, { factor }: Pair, decimal: boolean): boolean {
  return !decimal || (n % 10 !== 0 && n % factor !== 0);
}

function* cases({ pairs, directions, decimal }: Params): Iterable<Case> {
  for (const [place, pair] of pairs.entries())
    for (const n of numbersOf(pair.n))
      if (fits(n, pair, decimal)) for (const direction of directions) yield { place, n, direction };
}

/** Decimal answers below 1 and above 1 come equally often. */
function draw(random: Random, { pairs, directions, decimal }: Params): Case | null {
  const place = Math.floor(random() * pairs.length);
  const pair = pairOf(pairs, place);
  const below = random() < 0.5;
  const n = decimal
    ? clipped(pair.n, below ? 0 : pair.factor, below ? pair.factor : Number.MAX_SAFE_INTEGER)
    : pair.n;
  if (n === null) return null;
  const one = { place, n: drawNumber(random, n), direction: pick(random, directions) };
  return fits(one.n, pair, decimal) ? one : null;
}

function pairOf(pairs: readonly Pair[], place: number): Pair {
  const pair = pairs[place];
  assert(pair !== undefined, 'the place lies inside the list of pairs');
  return pair;
}

/** What stands on the left: how many of which unit, and the unit that is asked. */
function shownOf(one: Case, { pairs, decimal }: Params) {
  const { big, small, factor } = pairOf(pairs, one.place);
  if (one.direction === 'small') return { shown: one.n, from: big, to: small, factor };
  return { shown: decimal ? one.n : one.n * factor, from: small, to: big, factor };
}

function describe(one: Case, params: Params): CaseTraits {
  const { big, small, factor } = pairOf(params.pairs, one.place);
  const { shown, from, to } = shownOf(one, params);
  const pair = `${big}-${small}`;
  const belowOne = params.decimal && one.n < factor;
  return {
    identity: `${shown} ${from}>${to}`,
    twin: `${pair} ${one.n}`,
    stratum: `${pair} ${one.direction} ${belowOne ? 'below' : ''}`,
    tags: [`to:${one.direction}`, `pair:${pair}`, ...(belowOne ? ['below-1'] : [])],
    numbers: { n: one.n },
  };
}

/** Factors that children take for the right one: round ones, one power of ten off, those of the pairs beside it. */
function wrongFactors({ pairs }: Params, place: number): readonly number[] {
  const { factor } = pairOf(pairs, place);
  const round = [12, 16, 24, 60].includes(factor) ? [10, 100] : [];
  const beside = [pairs[place - 1], pairs[place + 1]].flatMap((pair) => pair?.factor ?? []);
  const tenfold = factor % 10 === 0 ? [factor / 10, factor * 10] : [factor * 10];
  return [...new Set([...round, ...tenfold, ...beside])].filter((one) => one > 1);
}

type Entry = readonly [tag: string, value: Ratio];

function trapsOf(one: Case, params: Params): Trap[] {
  const { shown, factor } = shownOf(one, params);
  const toSmall = one.direction === 'small';
  const by = (f: number, multiplied: boolean): Ratio =>
    multiplied ? ratio(shown * f) : ratio(shown, f);
  const entries: Entry[] = [
    ['wrong-operation', by(factor, !toSmall)],
    ...wrongFactors(params, one.place).map((f): Entry => ['wrong-factor', by(f, toSmall)]),
    ['added-factor', ratio(shown + factor)],
  ];
  if (params.decimal) return decimalTraps(by(factor, toSmall), entries);
  const whole = entries.map(([tag, value]) => [tag, value.den === 1 ? value.num : null] as const);
  return numberTraps(toSmall ? shown * factor : shown / factor, whole);
}

function workedOf(one: Case, params: Params): readonly WorkedPart[] {
  const { shown, factor } = shownOf(one, params);
  const toSmall = one.direction === 'small';
  const { big, small } = pairOf(params.pairs, one.place);
  const values = {
    from: { type: 'unit', unit: toSmall ? big : small },
    to: { type: 'unit', unit: toSmall ? small : big },
  } as const;
  const by = `${toSmall ? '×' : '÷'} ${factor}`;
  // In words of many: a unit has no word for one.
  const rule = line(`From {from} to {to}: ${by}`, `De {from} a {to}: ${by}`, values);
  if (toSmall)
    return [rule, formula('{n} × {f} = {result}', { n: shown, f: factor, result: shown * factor })];
  const result = params.decimal
    ? ({ type: 'decimal', digits: shown, scale: factor } as const)
    : one.n;
  return [rule, formula('{n} ÷ {f} = {result}', { n: shown, f: factor, result })];
}

function build(one: Case, params: Params): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { shown, from, to, factor } = shownOf(one, params);
  return {
    prompt: [
      {
        type: 'equation',
        tokens: [
          { type: 'measure', value: shown, unit: from },
          '=',
          '_',
          { type: 'unit', unit: to },
        ],
      },
    ],
    answer: params.decimal
      ? { kind: 'decimal', digits: shown, scale: factor }
      : { kind: 'integer', value: one.direction === 'small' ? shown * factor : one.n },
    traps: trapsOf(one, params),
  };
}

/** A measure in another unit. */
export const convertUnits = defineFamily<Params, Case>({
  id: 'convert-units',
  version: 1,
  tags: ['to:*', 'pair:*', 'below-1'],
  numbers: ['n'],
  parse,
  size: ({ pairs, directions }) =>
    pairs.reduce((size, { n }) => size + sizeOf(n) * directions.length, 0),
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
