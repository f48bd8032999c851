import type { Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { Item } from '../item.ts';
import { holds, numbersOf, readSet, type NumberSet } from '../number-set.ts';
import { raisedSign, type UnitId } from '../units.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import { CUBIC_UNITS, promptOf, trapsOf, workedOf } from './box-volume-lines.ts';
import { pickOfItem, readUnits } from './of-item.ts';

const ASKS = ['cubes', 'box', 'two-boxes'] as const;
type Ask = (typeof ASKS)[number];
type Name = 'l' | 'w' | 'h' | 'm' | 'g';

interface Params {
  readonly ask: Ask;
  readonly edges: Variables<Name>;
  /** Allowed volumes of the whole. */
  readonly volume: NumberSet;
  readonly units: readonly UnitId[];
}

/** A box l by w by h; `m` and `g` are length and height of a second one of the same width, 0 where there is none. */
export interface BoxCase {
  readonly ask: Ask;
  readonly l: number;
  readonly w: number;
  readonly h: number;
  readonly m: number;
  readonly g: number;
}

const volumeOf = ({ l, w, h, m, g }: BoxCase): number => l * w * h + m * w * g;

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', ASKS);
  const edge = (name: Name): Variables<Name> => {
    const set = readSet(read, name);
    if (numbersOf(set).includes(0)) read.fail(name, 'an edge is longer than 0');
    return { [name]: set };
  };
  const first = { ...edge('l'), ...edge('w'), ...edge('h') };
  const two = ask === 'two-boxes';
  const params: Params = {
    ask,
    edges: two ? { ...first, ...edge('m'), ...edge('g') } : first,
    volume: two
      ? { type: 'range', min: 1, max: read.integer('max', 1, 100_000), step: 1 }
      : readSet(read, 'volume'),
    units: ask === 'cubes' ? [] : readUnits(read),
  };
  const possible = hasCase(countValues(params.edges), cases(params), (r) => draw(r, params));
  if (!possible) read.fail(two ? 'max' : 'volume', 'no box has such a volume');
  return params;
}

function caseOf({ ask, volume }: Params, values: Partial<Record<Name, number>>): BoxCase | null {
  const { l = 0, w = 0, h = 0, m = 0, g = 0 } = values;
  const one = { ask, l, w, h, m, g };
  // A second box as high as the first would make one longer box of both.
  return g < h && holds(volume, volumeOf(one)) ? one : null;
}

function* cases(params: Params): Iterable<BoxCase> {
  for (const values of allValues(params.edges)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function draw(random: Random, params: Params): BoxCase | null {
  return caseOf(params, drawValues(random, params.edges));
}

function identityOf({ ask, l, w, h, m, g }: BoxCase): string {
  const first = `${l}x${w}x${h}`;
  return ask === 'two-boxes' ? `${first}+${m}x${w}x${g}` : `${ask} ${first}`;
}

const inOrder = (edges: readonly number[]): string => edges.toSorted((a, b) => a - b).join('x');

function describe(one: BoxCase): CaseTraits {
  const { ask, l, w, h, m, g } = one;
  const second = ask === 'two-boxes' ? `+${inOrder([m, w, g])}` : '';
  return {
    identity: identityOf(one),
    twin: inOrder([l, w, h]) + second,
    stratum: '',
    tags: l === w && w === h && ask !== 'two-boxes' ? ['all-equal'] : [],
    numbers: { result: volumeOf(one) },
  };
}

function build(one: BoxCase, { units }: Params): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const unit = units.length === 0 ? null : pickOfItem(identityOf(one), 'unit', units);
  return {
    prompt: promptOf(one, unit),
    answer: {
      kind: 'integer',
      value: volumeOf(one),
      unit: unit === null ? CUBIC_UNITS : raisedSign(unit, 3),
    },
    traps: trapsOf(one),
  };
}

/** Volume of a box of unit cubes, of a box by its edges, of two joined boxes. */
export const boxVolume = defineFamily<Params, BoxCase>({
  id: 'box-volume',
  version: 1,
  tags: ['all-equal'],
  numbers: ['result'],
  parse,
  size: ({ edges }) => countValues(edges),
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
