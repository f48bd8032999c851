import { digitsOf } from '../../kernel/numbers.ts';
import { pick, type Random } from '../../kernel/random.ts';
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
import { missingFactorTraps, productTraps } from './multiply-traps.ts';

type Place = 'second' | 'first';

interface Params {
  readonly a: NumberSet;
  readonly b: NumberSet;
  readonly powers: readonly number[];
  readonly product: NumberSet | null;
  readonly unknown: 'result' | 'factor';
  readonly order: readonly Place[];
  readonly pair: boolean;
  readonly nonZeroOnes: readonly ('a' | 'b')[];
  /** Factors beyond the facts to 12 are set in columns. */
  readonly inColumns: boolean;
}

/** a x (b times power); where a factor is asked it is b, and `order` is where its blank stands. */
export interface MultiplyCase {
  readonly a: number;
  readonly b: number;
  readonly power: number;
  readonly product: number;
  readonly order: Place;
}

function parse(read: RecordReader): Params {
  const a = readSet(read, 'a');
  const b = readSet(read, 'b');
  const powers = read.has('powers') ? read.integers('powers') : [1];
  if (powers.some((power) => ![1, 10, 100].includes(power)))
    read.fail('powers', '10 and 100 are the powers of a factor');
  const unknown = read.oneOf('unknown', ['result', 'factor']);
  // A blank next to 0 has no single answer.
  if (unknown === 'factor' && (holds(a, 0) || read.has('powers'))) {
    read.fail('unknown', 'a missing factor needs a first factor above 0, and no powers');
  }
  return {
    a,
    b,
    powers,
    unknown,
    product: read.has('product') ? readSet(read, 'product') : null,
    order: read.has('order') ? read.words('order', ['second', 'first']) : ['second'],
    pair: read.has('show') && read.oneOf('show', ['factor-pair']) === 'factor-pair',
    nonZeroOnes: read.has('nonZeroOnes') ? read.words('nonZeroOnes', ['a', 'b']) : [],
    inColumns: Math.max(largestOf(a), largestOf(b)) > 12,
  };
}

/** The product where the parameters allow it, else null. */
function productOf(params: Params, a: number, b: number, power: number): number | null {
  if (params.nonZeroOnes.includes('a') && a % 10 === 0) return null;
  if (params.nonZeroOnes.includes('b') && b % 10 === 0) return null;
  const product = a * b * power;
  return params.product === null || holds(params.product, product) ? product : null;
}

function* cases(params: Params): Iterable<MultiplyCase> {
  for (const a of numbersOf(params.a)) {
    for (const b of numbersOf(params.b)) {
      for (const power of params.powers) {
        const product = productOf(params, a, b, power);
        if (product === null) continue;
        for (const order of params.order) yield { a, b, power, product, order };
      }
    }
  }
}

function draw(random: Random, params: Params): MultiplyCase | null {
  const a = drawNumber(random, params.a);
  const b = drawNumber(random, params.b);
  const power = pick(random, params.powers);
  const order = pick(random, params.order);
  const product = productOf(params, a, b, power);
  return product === null ? null : { a, b, power, product, order };
}

function tokensOf(one: MultiplyCase, params: Params): PlainToken[] {
  if (params.unknown === 'result') return [one.a, '×', one.b * one.power, '=', '_'];
  return one.order === 'second'
    ? [one.a, '×', '_', '=', one.product]
    : ['_', '×', one.a, '=', one.product];
}

function identityOf(one: MultiplyCase, params: Params): string {
  if (params.pair) return `pair ${one.a}:${one.product}`;
  const sentence = tokensOf(one, params).join('').replace('×', 'x');
  return params.unknown === 'result' ? sentence.slice(0, -2) : sentence;
}

/** Whether some digit product, with what was carried into it, is ten or more and not the last one written. */
function regroups(a: number, b: number): boolean {
  const digits = digitsOf(a);
  return digitsOf(b).some((by) => {
    let carry = 0;
    return digits.some((digit, i) => {
      const product = digit * by + carry;
      carry = Math.floor(product / 10);
      return carry > 0 && i < digits.length - 1;
    });
  });
}

function describe(one: MultiplyCase, params: Params): CaseTraits {
  const { a, b, power, product } = one;
  const tags: string[] = [`by-${b * power}`];
  if (a < 2 || b < 2) tags.push('trivial');
  if (a > 2 && b > 2) tags.push('both-above-2');
  if ([a, b].some((n) => n === 11 || n === 12)) tags.push('has-11-12');
  if (a === 2 || b === 2) tags.push('has-2');
  if (hasZeroInside(a) || hasZeroInside(b)) tags.push('zero-inside');
  if (regroups(a, b)) tags.push('regroup');
  if (power > 1) tags.push(`power:${power}`);
  return {
    identity: identityOf(one, params),
    twin: `${Math.min(a, b)}x${Math.max(a, b)}${power > 1 ? `x${power}` : ''}`,
    stratum: `${one.order} ${power}`,
    tags,
    numbers: { a, b, product },
  };
}

function hasZeroInside(n: number): boolean {
  return digitsOf(n).slice(1, -1).includes(0);
}

function promptOf(one: MultiplyCase, params: Params): PromptPart {
  if (params.pair) {
    const { a, product } = one;
    return {
      type: 'text',
      text: {
        en: `${a} and __ are a factor pair of ${product}.`,
        es: `${a} y __ son un par de factores de ${product}.`,
      },
    };
  }
  if (params.inColumns && params.unknown === 'result') {
    return { type: 'columns', op: '×', upper: one.a, lower: one.b * one.power };
  }
  return { type: 'equation', tokens: tokensOf(one, params) };
}

/** Products, missing factors, factor pairs. */
export const multiply = defineFamily<Params, MultiplyCase>({
  id: 'multiply',
  version: 1,
  tags: [
    'trivial',
    'both-above-2',
    'has-11-12',
    'has-2',
    'by-*',
    'zero-inside',
    'regroup',
    'power:*',
  ],
  numbers: ['a', 'b', 'product'],
  parse,
  size: (params) =>
    sizeOf(params.a) * sizeOf(params.b) * params.powers.length * params.order.length,
  cases,
  draw,
  describe,
  build: (one, params) => ({
    prompt: [promptOf(one, params)],
    answer: { kind: 'integer', value: params.unknown === 'result' ? one.product : one.b },
    traps: params.unknown === 'result' ? productTraps(one) : missingFactorTraps(one),
  }),
  worked: ({ a, b, product }, { pair }) => {
    const lines = [`${product} ÷ ${a} = ${b}`, `${a} × ${b} = ${product}`];
    return pair ? lines.map((line) => ({ type: 'text', text: { en: line, es: line } })) : null;
  },
});
