import { unreachable } from '../../kernel/assert.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { AnswerSpec, PromptPart } from '../item.ts';
import { holds, largestOf, readSet, type NumberSet } from '../number-set.ts';
import type { Token } from '../token.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import {
  ASKS,
  caseOf,
  signOfCase,
  type Ask,
  type Case,
  type Name,
  type Params,
} from './powers-case.ts';
import { power, powerTraps, workedPower } from './powers-review.ts';
import { line } from './worked-lines.ts';

/** Larger bases and exponents than children meet. */
const LARGEST_BASE = 100;
const LARGEST_EXPONENT = 9;
/** Values stay exact, and so do those of the error list. */
const LARGEST_VALUE = 1_000_000;

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', ASKS);
  const params: Params = {
    ask,
    sets: readVariables(read, ask),
    maxValue:
      ask !== 'times-ten' && read.has('maxValue')
        ? read.integer('maxValue', 1, LARGEST_VALUE)
        : LARGEST_VALUE * LARGEST_VALUE,
  };
  if (!hasCase(countValues(params.sets), cases(params), (random) => draw(params, random)))
    read.fail('exponent', 'no numbers fit all conditions');
  return params;
}

function readVariables(read: RecordReader, ask: Ask): Variables<Name> {
  const e = readWithin(read, 'exponent', ask === 'times-ten' ? 1 : 2, LARGEST_EXPONENT);
  if (ask === 'times-ten') return { k: readWithin(read, 'k', 1, 9), e };
  const b = readWithin(read, 'base', ask === 'value' ? 1 : 2, LARGEST_BASE);
  return ask === 'compare' ? { b, e, c: b, f: e } : { b, e };
}

function readWithin(read: RecordReader, name: string, least: number, most: number): NumberSet {
  const set = readSet(read, name);
  const tooSmall = Array.from({ length: least }, (_, n) => n).some((n) => holds(set, n));
  if (tooSmall || largestOf(set) > most)
    read.fail(name, `numbers from ${least} to ${most} are expected`);
  return set;
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function draw(params: Params, random: () => number): Case | null {
  return caseOf(params, drawValues(random, params.sets));
}

function describe(one: Case): CaseTraits {
  const { ask, k, b, e } = one;
  const numbers = { b, e };
  const name = `${b}^${e}`;
  switch (ask) {
    case 'exponent':
      return { identity: `${name} exponent`, twin: name, stratum: String(e), tags: [], numbers };
    case 'value': {
      const tags = b === 1 ? ['equals-1'] : [];
      // Few powers with a large exponent stay small: together they are one stratum, or each would stand in every form.
      return { identity: name, twin: name, stratum: String(Math.min(e, 4)), tags, numbers };
    }
    case 'times-ten': {
      const identity = `${k}x10^${e}`;
      const tags = k === 1 ? ['k=1'] : [];
      return { identity, twin: identity, stratum: String(e), tags, numbers };
    }
    case 'compare':
      return describeComparison(one);
    default:
      return unreachable(ask);
  }
}

const NAMES = { '<': 'less', '>': 'greater', '=': 'equal' } as const;

function describeComparison(one: Case): CaseTraits {
  const { b, e, c, f } = one;
  const sides = [`${b}^${e}`, `${c}^${f}`];
  const name = NAMES[signOfCase(one)];
  const tags: string[] = [name];
  // The larger base has the exponent that is no smaller: it can be seen without any power.
  if ((b > c && e >= f) || (b < c && e <= f)) tags.push('obvious');
  if ((b * e - c * f) * (b ** e - c ** f) < 0) tags.push('product-misleads');
  return {
    identity: sides.join('_'),
    twin: sides.toSorted().join('_'),
    stratum: name,
    tags,
    numbers: { b, e },
  };
}

function promptOf({ ask, k, b, e, c, f }: Case): PromptPart[] {
  const equation = (...tokens: Token[]): PromptPart => ({ type: 'equation', tokens });
  switch (ask) {
    case 'exponent': {
      const factors = Array.from({ length: e }, (): Token[] => ['×', b]);
      return [
        line('Which exponent goes in the blank?', '¿Qué exponente va en el espacio en blanco?'),
        equation(...factors.flat().slice(1), '=', { type: 'power', base: b, exponent: '_' }),
      ];
    }
    case 'value':
      return [equation(power(b, e), '=', '_')];
    case 'times-ten':
      return [equation(k, '×', power(10, e), '=', '_')];
    case 'compare':
      return [
        line('Which sign goes in the blank?', '¿Qué signo va en el espacio en blanco?'),
        equation(power(b, e), '_', power(c, f)),
      ];
    default:
      return unreachable(ask);
  }
}

function answerOf(one: Case): AnswerSpec {
  const { ask, k, b, e } = one;
  switch (ask) {
    case 'exponent':
      return { kind: 'integer', value: e };
    case 'value':
      return { kind: 'integer', value: b ** e };
    case 'times-ten':
      return { kind: 'integer', value: k * 10 ** e };
    case 'compare':
      return { kind: 'sign', value: signOfCase(one) };
    default:
      return unreachable(ask);
  }
}

/** Exponents, values of powers, powers of ten, powers compared. */
export const powers = defineFamily<Params, Case>({
  id: 'powers',
  version: 1,
  tags: ['equals-1', 'k=1', 'equal', 'less', 'greater', 'obvious', 'product-misleads'],
  numbers: ['b', 'e'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw: (random, params) => draw(params, random),
  describe,
  build: (one) => ({ prompt: promptOf(one), answer: answerOf(one), traps: powerTraps(one) }),
  worked: workedPower,
});
