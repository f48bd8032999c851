import type { Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { Item } from '../item.ts';
import {
  clipped,
  drawNumber,
  holds,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
} from '../number-set.ts';
import { hasCase } from '../variables.ts';
import {
  calculate,
  isClear,
  nearest,
  optionsOf,
  type Case,
  type Params,
  type Side,
} from './estimate-case.ts';
import { estimateTraps } from './estimate-traps.ts';
import { PLAIN_SIGNS, promptOf, workedEstimate } from './estimate-words.ts';
import { optionsOfItem } from './of-item.ts';

/** Products of two such numbers stay exact. */
const LARGEST = 99_999;

function parse(read: RecordReader): Params {
  const op = read.oneOf('op', ['+', '-', '*', '/']);
  const to = read.integer('to', 10, 100);
  if (to !== 10 && to !== 100) read.fail('to', '10 or 100 is expected');
  const params = op === '/' ? quotientParams(read, to) : sumParams(read, op, to);
  if (!hasCase(sizeOfParams(params), cases(params), (random) => draw(random, params)))
    read.fail(op === '/' ? 'q' : 'a', 'no numbers fit all conditions');
  return params;
}

function numbers(read: RecordReader, name: string): ReturnType<typeof readSet> {
  const set = readSet(read, name);
  if (largestOf(set) > LARGEST) read.fail(name, `numbers up to ${LARGEST} are expected`);
  return set;
}

function sumParams(read: RecordReader, op: '+' | '-' | '*', to: number): Params {
  const round = read.words<Side>('round', ['a', 'b']);
  // The words of the question say "each number" or name the first.
  if (!round.includes('a')) read.fail('round', 'the first number is always rounded');
  return {
    op,
    to,
    round,
    a: numbers(read, 'a'),
    b: numbers(read, 'b'),
    minExact: read.has('minExact') ? read.integer('minExact', 0, LARGEST) : 0,
  };
}

function quotientParams(read: RecordReader, to: number): Params {
  if (to !== 10) read.fail('to', 'quotients are estimated to tens');
  const d = numbers(read, 'd');
  if (holds(d, 0)) read.fail('d', 'nothing is divided by 0');
  read.integer('options', 4, 4);
  return {
    op: '/',
    to,
    d,
    q: numbers(read, 'q'),
    r: numbers(read, 'r'),
    dividend: read.has('dividend') ? readSet(read, 'dividend') : null,
    maxOnesAway: read.integer('maxOnesAway', 1, 4),
  };
}

function sizeOfParams(params: Params): number {
  if (params.op === '/') return sizeOf(params.q) * sizeOf(params.d) * sizeOf(params.r);
  return sizeOf(params.a) * sizeOf(params.b);
}

type SumParams = Exclude<Params, { op: '/' }>;
type QuotientParams = Extract<Params, { op: '/' }>;

function sumCase({ op, to, round, minExact }: SumParams, a: number, b: number): Case | null {
  const both = round.includes('b');
  if (!isClear(a, to) || (both && !isClear(b, to))) return null;
  const [nearA, nearB] = [nearest(a, to), both ? nearest(b, to) : b];
  if (calculate(op, a, b) < minExact || calculate(op, nearA, nearB) < 1) return null;
  return { op, to, a, b, nearA, nearB, both };
}

function quotientCase(params: QuotientParams, q: number, d: number, r: number): Case | null {
  const { to, maxOnesAway, dividend } = params;
  const away = Math.abs(q - nearest(q, to));
  const n = q * d + r;
  if (r >= d || away === 0 || away > maxOnesAway) return null;
  if (dividend !== null && !holds(dividend, n)) return null;
  const options = optionsOf(n, d, to);
  return options === null ? null : { op: '/', n, d, options };
}

function* cases(params: Params): Iterable<Case> {
  if (params.op === '/') {
    for (const q of numbersOf(params.q)) {
      for (const d of numbersOf(params.d)) {
        for (const r of numbersOf(params.r)) {
          const one = quotientCase(params, q, d, r);
          if (one !== null) yield one;
        }
      }
    }
    return;
  }
  for (const a of numbersOf(params.a)) {
    for (const b of numbersOf(params.b)) {
      const one = sumCase(params, a, b);
      if (one !== null) yield one;
    }
  }
}

function draw(random: Random, params: Params): Case | null {
  if (params.op !== '/')
    return sumCase(params, drawNumber(random, params.a), drawNumber(random, params.b));
  const d = drawNumber(random, params.d);
  const r = clipped(params.r, 0, d - 1);
  return r === null
    ? null
    : quotientCase(params, drawNumber(random, params.q), d, drawNumber(random, r));
}

function identityOf(one: Case): string {
  return one.op === '/' ? `${one.n}:${one.d}` : `${one.a}${PLAIN_SIGNS[one.op]}${one.b}`;
}

function twinOf(one: Case): string {
  if (one.op !== '+') return identityOf(one);
  return `${Math.min(one.a, one.b)}+${Math.max(one.a, one.b)}`;
}

/** "up" where the rounded number is the larger one. */
const way = (n: number, near: number): string => (near > n ? 'up' : 'down');

function describe(one: Case): CaseTraits {
  const [identity, twin] = [identityOf(one), twinOf(one)];
  if (one.op === '/') {
    const { n, d, options } = one;
    const side = options.key * d > n ? 'key-high' : 'key-low';
    const numbersOfItem = { n, d, result: options.key };
    return { identity, twin, stratum: `${side} ${d}`, tags: [side], numbers: numbersOfItem };
  }
  const { op, a, b, nearA, nearB, both } = one;
  const rounded = both ? `${way(a, nearA)}/${way(b, nearB)}` : way(a, nearA);
  return {
    identity,
    twin,
    stratum: rounded,
    tags: [`round:${rounded}`],
    numbers: { a, b, result: calculate(op, nearA, nearB) },
  };
}

function build(one: Case): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const [prompt, traps] = [promptOf(one), estimateTraps(one)];
  if (one.op !== '/') {
    const value = calculate(one.op, one.nearA, one.nearB);
    return { prompt, answer: { kind: 'integer', value }, traps };
  }
  const { n, d, options } = one;
  const { key, tooSmall, tooLarge, tenfold } = options;
  // Not in ascending order: the key would always be the second.
  const listed = optionsOfItem(identityOf(one), key, [tooSmall, tooLarge, tenfold], n + d);
  return {
    prompt,
    answer: {
      kind: 'choice',
      value: String(key),
      options: listed.map((value) => {
        const text = String(value);
        return { id: text, text: { en: text, es: text }, tokens: [value] };
      }),
    },
    traps,
  };
}

/** Calculate with rounded numbers; choose the nearest estimate of a quotient. */
export const estimate = defineFamily<Params, Case>({
  id: 'estimate',
  version: 1,
  tags: ['round:*', 'key-high', 'key-low'],
  numbers: ['a', 'b', 'n', 'd', 'result'],
  parse,
  size: sizeOfParams,
  cases,
  draw,
  describe,
  build,
  worked: workedEstimate,
});
