import { gcd } from '../../kernel/numbers.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { AnswerSpec, PromptPart } from '../item.ts';
import { largestOf, readSet, type NumberSet } from '../number-set.ts';
import type { Sign, Token } from '../token.ts';
import { allValues, countValues, drawValues, hasCase } from '../variables.ts';
import {
  caseOf,
  commonParts,
  KINDS,
  regroups,
  resultOf,
  type Case,
  type Kind,
  type Name,
  type Op,
  type Operand,
  type Params,
} from './fraction-arithmetic-case.ts';
import { fractionArithmeticTraps } from './fraction-arithmetic-traps.ts';
import { workedFractions } from './fraction-arithmetic-worked.ts';
import { fractionToken } from './fraction-lines.ts';
import { line } from './worked-lines.ts';

/** Larger numbers than children calculate with; products of them stay exact. */
const LARGEST = 1000;

function parse(read: RecordReader): Params {
  const kinds = Object.keys(KINDS) as Kind[]; // the keys of a literal
  const kind = read.oneOf('kind', kinds);
  const { names, ops } = KINDS[kind];
  const sets: Partial<Record<Name, NumberSet>> = {};
  for (const name of names) {
    const set = readSet(read, name);
    if (largestOf(set) > LARGEST) read.fail(name, `numbers up to ${LARGEST} are expected`);
    sets[name] = set;
  }
  const limit = (name: string): number =>
    read.has(name) ? read.integer(name, 1, 10_000) : Number.POSITIVE_INFINITY;
  const params: Params = {
    kind,
    op: read.oneOf('op', ops),
    sets,
    maxLcm: limit('maxLcm'),
    maxWhole: limit('maxWhole'),
    form: read.has('form') ? read.oneOf('form', ['any', 'simplest']) : 'any',
  };
  const some = hasCase(countValues(sets), cases(params), (random) =>
    caseOf(params, drawValues(random, sets)),
  );
  if (!some) read.fail(names[0], 'no numbers fit all conditions');
  return params;
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

const SIGNS: Readonly<Record<Op, Sign>> = { '+': '+', '-': '−', '×': '×', '÷': '÷' };
/** In identities, which travel in events, only plain characters stand. */
const PLAIN_SIGNS: Readonly<Record<Op, string>> = { '+': '+', '-': '-', '×': 'x', '÷': ':' };

const tokenOf = ({ whole, num, den }: Operand): Token =>
  num === 0 ? whole : fractionToken(num, den, whole);

function written({ whole, num, den }: Operand): string {
  if (num === 0) return String(whole);
  return whole === 0 ? `${num}/${den}` : `${whole} ${num}/${den}`;
}

/** One way of writing for items that come to the same: exchanged operands, and a-b with a-(a-b) where denominators agree. */
function twinOf({ first, second }: Case, { kind, op }: Params): string {
  const sign = PLAIN_SIGNS[op];
  if (kind === 'like' && op === '-') {
    const rest = first.num - second.num;
    return `${written(first)}-${Math.min(rest, second.num)}`;
  }
  if (op === '-') return `${written(first)}-${written(second)}`;
  if (op === '÷')
    return [first, second]
      .map((one) => one.whole || one.den)
      .toSorted((x, y) => x - y)
      .join(sign);
  return [first, second].map(written).toSorted().join(sign);
}

function tagsOf(one: Case, { kind, op }: Params): string[] {
  const { first, second } = one;
  const { num, den } = resultOf(one, op);
  const { den: common } = commonParts(one);
  const isUnlike = (kind === 'unlike' || kind === 'unlike-mixed') && first.den !== second.den;
  const bothChange = common !== first.den && common !== second.den;
  const fractions = [first, second].filter((operand) => operand.num > 0 && operand.whole === 0);
  const units = fractions.filter((operand) => operand.num === 1).length;
  const tags: string[] = [];
  if (num > den) tags.push('above-1');
  if (num === den) tags.push('equals-1');
  if (den === 1) tags.push('whole-answer');
  if (isReducible(one, op)) tags.push('reducible');
  if (regroups(one, op)) tags.push('regroup');
  if (isUnlike) tags.push(bothChange ? 'both-change' : 'one-denominator-fits');
  if (units > 0) tags.push('unit');
  if (units === 2) tags.push('both-unit');
  return tags;
}

/** Whether the result, as the rule of the operation gives it, is not in lowest terms. */
function isReducible(one: Case, op: Op): boolean {
  const { first, second } = one;
  if (op === '+' || op === '-') {
    const { x, y, den } = commonParts(one);
    return gcd(op === '+' ? x + y : Math.abs(x - y), den) > 1;
  }
  const [p, q] = [first, second].map(({ whole, num, den }) => ({ num: whole * den + num, den }));
  if (p === undefined || q === undefined) return false;
  return op === '×' ? gcd(p.num * q.num, p.den * q.den) > 1 : gcd(p.num * q.den, p.den * q.num) > 1;
}

/** Denominators are the variety of like fractions, the way to a common one that of unlike ones. */
function stratumOf(one: Case, { kind }: Params): string {
  if (kind === 'like' || kind === 'times-whole') return String(one.first.den);
  if (kind === 'product') return isReducible(one, '×') ? 'reducible' : 'reduced';
  if (kind !== 'unlike') return '';
  const { den } = commonParts(one);
  return den === one.first.den || den === one.second.den ? 'one fits' : 'both change';
}

function describe(one: Case, params: Params): CaseTraits {
  const { first, second, values } = one;
  return {
    identity: `${written(first)}${PLAIN_SIGNS[params.op]}${written(second)}`,
    twin: twinOf(one, params),
    stratum: stratumOf(one, params),
    tags: tagsOf(one, params),
    numbers: values,
  };
}

function promptOf({ first, second }: Case, { op, form }: Params): PromptPart[] {
  const equation: PromptPart = {
    type: 'equation',
    tokens: [tokenOf(first), SIGNS[op], tokenOf(second), '=', '_'],
  };
  if (form !== 'simplest') return [equation];
  return [
    line('Write the answer in simplest form.', 'Escribe el resultado en su forma más simple.'),
    equation,
  ];
}

/** Whether results of an objective can reach 1: then all its items have a box for the whole part. */
function reachesOne({ kind, op }: Params): boolean {
  if (kind === 'like' || kind === 'unlike') return op === '+';
  return kind !== 'product' && kind !== 'unit-by-whole';
}

function answerOf(one: Case, params: Params): AnswerSpec {
  const { num, den } = resultOf(one, params.op);
  if (params.kind === 'whole-by-unit') return { kind: 'integer', value: num };
  return { kind: 'fraction', num, den, form: params.form, whole: reachesOne(params) };
}

/** The four operations with fractions and mixed numbers. */
export const fractionArithmetic = defineFamily<Params, Case>({
  id: 'fraction-arithmetic',
  version: 1,
  tags: [
    'above-1',
    'equals-1',
    'reducible',
    'regroup',
    'both-change',
    'one-denominator-fits',
    'whole-answer',
    'unit',
    'both-unit',
  ],
  numbers: ['a', 'b', 'd', 'w'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw: (random, params) => caseOf(params, drawValues(random, params.sets)),
  describe,
  build: (one, params) => ({
    prompt: promptOf(one, params),
    answer: answerOf(one, params),
    traps: fractionArithmeticTraps(one, params),
  }),
  worked: workedFractions,
});
