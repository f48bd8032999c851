import { digitsOf } from '../../kernel/numbers.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { regroupBits } from '../column-arithmetic.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { PromptPart } from '../item.ts';
import type { PlainToken } from '../token.ts';
import {
  drawNumber,
  holds,
  largestOf,
  numbersOf,
  sizeOf,
  readSet,
  type NumberSet,
} from '../number-set.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { addSubTraps } from './add-sub-traps.ts';

type Unknown = 'result' | 'a' | 'b';
type Place = 'second' | 'first';

interface Params {
  readonly op: '+' | '-';
  readonly a: NumberSet;
  readonly b: NumberSet;
  readonly c: NumberSet | null;
  readonly result: NumberSet | null;
  readonly unknown: readonly Unknown[];
  readonly order: readonly Place[];
  readonly bond: boolean;
  readonly nonZeroOnes: readonly ('a' | 'b')[];
  readonly noRegroup: boolean;
  readonly regroupOnes: boolean | null;
  readonly twins: 'first' | 'ordered' | null;
  /** Numbers from 20 on that are not round are set in columns; facts and tens stand in a line. */
  readonly inColumns: boolean;
}

/** a + b (+ c) or a - b, one of the numbers asked; `order` is where a missing addend stands. */
export interface AddSubCase {
  readonly op: '+' | '-';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly value: number;
  readonly unknown: Unknown;
  readonly order: Place;
}

function parse(read: RecordReader): Params {
  const a = readSet(read, 'a');
  const b = readSet(read, 'b');
  const c = read.has('c') ? readSet(read, 'c') : null;
  const unknown = read.words('unknown', ['result', 'a', 'b']);
  const op = read.oneOf('op', ['+', '-']);
  if (c !== null && (op === '-' || unknown.some((u) => u !== 'result'))) {
    read.fail('c', 'a third addend goes with a sum whose result is asked');
  }
  if (op === '+' && unknown.includes('a'))
    read.fail('unknown', 'a missing addend is always b: order says where it stands');
  const round = [a, b].every((set) => set.type === 'range' && set.step % 10 === 0);
  return {
    op,
    a,
    b,
    c,
    unknown,
    result: read.has('result') ? readSet(read, 'result') : null,
    order: read.has('order') ? read.words('order', ['second', 'first']) : ['second'],
    bond: read.has('show') && read.oneOf('show', ['bond']) === 'bond',
    nonZeroOnes: read.has('nonZeroOnes') ? read.words('nonZeroOnes', ['a', 'b']) : [],
    noRegroup: read.has('regroup') && read.oneOf('regroup', ['none']) === 'none',
    regroupOnes: read.has('regroupOnes') ? read.boolean('regroupOnes') : null,
    twins: read.has('twins')
      ? read.oneOf<'first' | 'ordered'>('twins', ['first', 'ordered'])
      : null,
    inColumns: c === null && !round && Math.max(largestOf(a), largestOf(b)) >= 20,
  };
}

/** The value of the calculation where the parameters allow it, else null. */
function valueOf(params: Params, a: number, b: number, c: number): number | null {
  const { op } = params;
  const value = op === '+' ? a + b + c : a - b;
  if (value < 0 || (params.result !== null && !holds(params.result, value))) return null;
  if (params.nonZeroOnes.includes('a') && a % 10 === 0) return null;
  if (params.nonZeroOnes.includes('b') && b % 10 === 0) return null;
  if (params.noRegroup || params.regroupOnes !== null) {
    const bits = regroupBits(op, a, b);
    if (params.noRegroup && bits !== 0) return null;
    if (params.regroupOnes !== null && ((bits & 1) === 1) !== params.regroupOnes) return null;
  }
  return value;
}

function* cases(params: Params): Iterable<AddSubCase> {
  for (const a of numbersOf(params.a)) {
    for (const b of numbersOf(params.b)) {
      for (const c of params.c === null ? [0] : numbersOf(params.c)) {
        const value = valueOf(params, a, b, c);
        if (value === null) continue;
        for (const unknown of params.unknown) {
          const orders =
            unknown === 'b' && params.op === '+' ? params.order : (['second'] as const);
          for (const order of orders) yield { op: params.op, a, b, c, value, unknown, order };
        }
      }
    }
  }
}

function draw(random: Random, params: Params): AddSubCase | null {
  const a = drawNumber(random, params.a);
  const b = drawNumber(random, params.b);
  const c = params.c === null ? 0 : drawNumber(random, params.c);
  const unknown = pick(random, params.unknown);
  const order = unknown === 'b' && params.op === '+' ? pick(random, params.order) : 'second';
  const value = valueOf(params, a, b, c);
  return value === null ? null : { op: params.op, a, b, c, value, unknown, order };
}

/** The sentence of a case, its blank in place of the unknown; a total stands only where a part is asked. */
function tokensOf(one: AddSubCase, params: Params): PlainToken[] {
  const { a, b, c, value, unknown } = one;
  if (params.op === '-') {
    if (unknown === 'a') return ['_', '−', b, '=', value];
    return unknown === 'b' ? [a, '−', '_', '=', value] : [a, '−', b, '=', '_'];
  }
  if (unknown === 'b')
    return one.order === 'second' ? [a, '+', '_', '=', value] : ['_', '+', a, '=', value];
  return params.c === null ? [a, '+', b, '=', '_'] : [a, '+', b, '+', c, '=', '_'];
}

function identityOf(one: AddSubCase, params: Params): string {
  const sentence = tokensOf(one, params).join('').replace('−', '-');
  const asked = one.unknown === 'result' ? sentence.slice(0, -2) : sentence;
  return params.bond ? `bond ${asked}` : asked;
}

function twinOf(one: AddSubCase, params: Params): string {
  const { a, b, c, value } = one;
  if (params.twins === 'first') return String(a);
  if (params.twins === 'ordered') return `${a}${params.op}${b}`;
  if (params.op === '-') return `${a}-${Math.min(b, value)}`;
  if (params.c === null) return `${Math.min(a, b)}+${Math.max(a, b)}`;
  return [a, b, c].toSorted((x, y) => x - y).join('+');
}

function describe(one: AddSubCase, params: Params): CaseTraits {
  const { a, b, value, unknown } = one;
  const tags: string[] = [`unknown:${unknown}`];
  if (b === 0 || (params.op === '-' ? value === 0 : a === 0)) tags.push('zero');
  if (params.c === null) {
    const bits = regroupBits(params.op, a, b);
    if ((bits & 1) !== 0) tags.push('regroup-ones');
    if ((bits & 2) !== 0) tags.push('regroup-tens');
    // More than one bit is set: taking the lowest away leaves something.
    if ((bits & (bits - 1)) !== 0) tags.push('regroup-twice');
  }
  if (digitsOf(a).includes(0)) tags.push('zero-in-first');
  if (Math.floor(a / 10) % 10 === Math.floor(b / 10) % 10) tags.push('same-tens');
  return {
    identity: identityOf(one, params),
    twin: twinOf(one, params),
    stratum: `${unknown} ${one.order}`,
    tags,
    numbers: { a, b, result: value },
  };
}

function promptOf(one: AddSubCase, params: Params): PromptPart {
  const { a, b, value, unknown } = one;
  if (params.bond) {
    // In a bond the whole is the total of a sum, and what a subtraction starts from.
    const [whole, ...parts] = params.op === '+' ? [value, a, b] : [a, b, value];
    const blank = {
      result: params.op === '+' ? 0 : 2,
      a: params.op === '+' ? 1 : 0,
      b: params.op === '+' ? 2 : 1,
    };
    const [w = 0, p = 0, q = 0] = [whole, ...parts].map((n, i) =>
      i === blank[unknown] ? ('_' as const) : n,
    );
    return { type: 'bond', whole: w, parts: [p, q] };
  }
  if (params.inColumns && unknown === 'result') {
    return { type: 'columns', op: params.op === '+' ? '+' : '−', upper: a, lower: b };
  }
  return { type: 'equation', tokens: tokensOf(one, params) };
}

/** Add or subtract whole numbers, any number of digits, the unknown in any place. */
export const addSub = defineFamily<Params, AddSubCase>({
  id: 'add-sub',
  version: 1,
  tags: [
    'zero',
    'regroup-ones',
    'regroup-tens',
    'regroup-twice',
    'zero-in-first',
    'same-tens',
    'unknown:*',
  ],
  numbers: ['a', 'b', 'result'],
  parse,
  size: (params) =>
    sizeOf(params.a) *
    sizeOf(params.b) *
    (params.c === null ? 1 : sizeOf(params.c)) *
    params.unknown.length *
    params.order.length,
  cases,
  draw,
  describe,
  build: (one, params) => {
    const value = { result: one.value, a: one.a, b: one.b }[one.unknown];
    return {
      prompt: [promptOf(one, params)],
      answer: { kind: 'integer', value },
      traps: addSubTraps(one, value, params.c !== null),
    };
  },
});
