import type { Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { regroupBits } from '../column-arithmetic.ts';
import { decimalToken, placesOf, type Decimal } from '../decimal.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import { largestOf, readSet, type NumberSet } from '../number-set.ts';
import type { Sign } from '../token.ts';
import { allValues, countValues, hasCase } from '../variables.ts';
import {
  caseOf,
  drawByLength,
  OPS,
  type Case,
  type Name,
  type Op,
  type Params,
} from './decimal-arithmetic-case.ts';
import { decimalArithmeticTraps, workedDecimals } from './decimal-arithmetic-review.ts';

/** Products of two such numbers, in the smallest places, stay exact. */
const LARGEST = 99_999;

function parse(read: RecordReader): Params {
  const op = read.oneOf('op', Object.keys(OPS) as Op[]); // the keys of a literal
  const { domains, scales, hasPowers } = OPS[op];
  const sets: Partial<Record<Name, NumberSet>> = {};
  for (const name of domains) {
    const set = readSet(read, name);
    if (largestOf(set) > LARGEST) read.fail(name, `numbers up to ${LARGEST} are expected`);
    sets[name] = set;
  }
  if (scales.length > 0) {
    const set = powersOfTen(read, 'scales');
    for (const name of scales) sets[name] = set;
  }
  if (hasPowers) sets.p = powersOfTen(read, 'powers');
  const params: Params = {
    op,
    sets,
    maxScale: read.has('maxScale') ? read.integer('maxScale', 1, 10_000) : 10_000,
    maxPlaces: read.has('maxPlaces') ? read.integer('maxPlaces', 0, 6) : 6,
  };
  if (!hasCase(countValues(sets), cases(params), (random) => draw(random, params)))
    read.fail(domains[0], 'no numbers fit all conditions');
  return params;
}

function powersOfTen(read: RecordReader, name: string): NumberSet {
  const list = read.integers(name);
  if (list.some((n) => ![1, 10, 100, 1000].includes(n)))
    read.fail(name, '1, 10, 100 and 1000 are expected');
  return { type: 'list', list };
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function draw(random: Random, params: Params): Case | null {
  const values: Partial<Record<Name, number>> = {};
  for (const name of ORDER) {
    const set = params.sets[name];
    if (set !== undefined) values[name] = drawByLength(random, set);
  }
  return caseOf(params, values);
}

/** The order of draws never changes. */
const ORDER: readonly Name[] = ['a', 'b', 'n', 'q', 'd', 's', 't', 'p'];

const SIGNS: Readonly<Record<Op, Sign>> = {
  '+': '+',
  '-': '−',
  'times-power': '×',
  'divide-power': '÷',
  '*whole': '×',
  '*': '×',
  '/whole': '÷',
};
/** In identities, which travel in events, only plain characters stand. */
const PLAIN_SIGNS: Readonly<Record<string, string>> = { '+': '+', '−': '-', '×': 'x', '÷': ':' };

/** All places, with a point in every language. */
function written(one: Decimal): string {
  const places = placesOf(one);
  if (places === 0) return String(one.digits);
  const all = String(one.digits).padStart(places + 1, '0');
  return `${all.slice(0, -places)}.${all.slice(-places)}`;
}

function twinOf({ first, second, values }: Case, op: Op): string {
  if (op === '-') return `${written(first)}-${written(second)}`;
  if (op === '+') return [first, second].map(written).toSorted().join('+');
  if (op === '/whole') return `${values.q}:${second.digits}`;
  const digits = op === '*' || op === '*whole' ? [first.digits, second.digits] : [first.digits];
  return digits.toSorted((x, y) => x - y).join('x');
}

function tagsOf({ first, second, result, values }: Case, op: Op): string[] {
  const { a = 0, b = 0, s = 1, p = 1 } = values;
  const tags: string[] = [];
  if (op === '+' || op === '-') {
    if (first.scale !== second.scale) tags.push('different-places');
    if (first.scale < second.scale) tags.push('first-shorter');
    if (regroupBits(op, a, b) !== 0) tags.push('regroup');
  }
  if (op === 'times-power' && p > s) tags.push('adds-zeros');
  if (op === 'divide-power' && result.digits * 10 < result.scale) tags.push('leading-zeros');
  if (op === '*whole' || op === '/whole') tags.push(`scale:${s}`);
  if (op === '*') {
    const above = [first, second].filter(({ digits, scale }) => digits > scale).length;
    if (above === 2) tags.push('both-above-1');
    if (above === 0) tags.push('both-below-1');
  }
  if (result.scale === 1) tags.push('whole-answer');
  if (result.digits < result.scale) tags.push('below-1');
  return tags;
}

function describe(one: Case, { op }: Params): CaseTraits {
  const { first, second, result, values } = one;
  const side = result.digits < result.scale ? 'below 1' : 'above 1';
  return {
    identity: `${written(first)}${PLAIN_SIGNS[SIGNS[op]]}${written(second)}`,
    twin: twinOf(one, op),
    stratum: `${values.s} ${values.t} ${values.p} ${side}`,
    tags: tagsOf(one, op),
    numbers: values,
  };
}

/** The four operations with decimals. */
export const decimalArithmetic = defineFamily<Params, Case>({
  id: 'decimal-arithmetic',
  version: 1,
  tags: [
    'different-places',
    'first-shorter',
    'regroup',
    'adds-zeros',
    'leading-zeros',
    'whole-answer',
    'scale:*',
    'below-1',
    'both-above-1',
    'both-below-1',
  ],
  numbers: ['a', 'b', 'n', 'p'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw,
  describe,
  build: (one, { op }) => ({
    prompt: [
      {
        type: 'equation',
        tokens: [decimalToken(one.first), SIGNS[op], decimalToken(one.second), '=', '_'],
      },
    ],
    answer: { kind: 'decimal', ...one.result },
    traps: decimalArithmeticTraps(one, op),
  }),
  worked: (one, { op }) => workedDecimals(one, op),
});
