import { pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { AnswerSpec, PromptPart } from '../item.ts';
import {
  clipped,
  drawNumber,
  holds,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import type { PlainToken } from '../token.ts';
import { hasCase } from '../variables.ts';
import { stepsOf, type Case, type Params, type Unknown } from './divide-case.ts';
import { divideTraps } from './divide-traps.ts';
import { workedDivision } from './divide-worked.ts';
import { line } from './worked-lines.ts';

/** The facts to 12 stand in a line. */
const LARGEST_FACT = 12;
/** Products of this and the powers stay far from the edge of exact numbers. */
const LARGEST = 99_999;

function parse(read: RecordReader): Params {
  const q = readSet(read, 'q');
  const d = readSet(read, 'd');
  for (const [name, set] of [
    ['q', q],
    ['d', d],
  ] as const)
    if (largestOf(set) > LARGEST) read.fail(name, `numbers up to ${LARGEST} are expected`);
  if (holds(d, 0)) read.fail('d', 'nothing is divided by 0');
  const r = read.has('r') ? readSet(read, 'r') : null;
  const unknown = read.words('unknown', ['result', 'dividend', 'divisor']);
  if (r !== null && unknown.some((one) => one !== 'result'))
    read.fail('r', 'a remainder goes with a quotient that is asked');
  // 0 ÷ __ = 0 has more than one answer.
  if (unknown.includes('divisor') && holds(q, 0))
    read.fail('unknown', 'a missing divisor needs a quotient above 0');
  const params: Params = {
    q,
    d,
    r,
    unknown,
    powers: read.has('powers') ? powersOf(read, q, r) : [1],
    dividend: read.has('dividend') ? readSet(read, 'dividend') : null,
    nonZeroOnes: read.has('nonZeroOnes') && read.words('nonZeroOnes', ['d']).length > 0,
    isLong: Math.max(largestOf(q), largestOf(d)) > LARGEST_FACT,
  };
  if (!hasCase(sizeOfParams(params), cases(params), (random) => draw(random, params)))
    read.fail('q', 'no numbers fit all conditions');
  return params;
}

function powersOf(read: RecordReader, q: NumberSet, r: NumberSet | null): readonly number[] {
  const powers = read.integers('powers');
  if (powers.some((power) => power !== 10 && power !== 100))
    read.fail('powers', '10 and 100 are the powers of a quotient');
  // With more digits 240 ÷ 6 would be 4 tens and 40 ones, the same item twice.
  if (r !== null || holds(q, 0) || largestOf(q) > 9)
    read.fail('powers', 'powers go with quotients of one digit and no remainder');
  return powers;
}

function sizeOfParams({ q, d, r, powers, unknown }: Params): number {
  const remainders = r === null ? 1 : sizeOf(r);
  return sizeOf(q) * sizeOf(d) * remainders * powers.length * unknown.length;
}

type Numbers = Pick<Case, 'q' | 'd' | 'r' | 'power' | 'unknown'>;

/** The case of these numbers, or null where they break a condition of the parameters. */
function caseOf(params: Params, numbers: Numbers): Case | null {
  const { q, d, r, power } = numbers;
  if (r >= d || (params.nonZeroOnes && d % 10 === 0)) return null;
  const dividend = q * power * d + r;
  if (params.dividend !== null && !holds(params.dividend, dividend)) return null;
  return { ...numbers, dividend };
}

function* cases(params: Params): Iterable<Case> {
  for (const q of numbersOf(params.q)) {
    for (const d of numbersOf(params.d)) {
      for (const r of params.r === null ? [0] : numbersOf(params.r)) {
        for (const power of params.powers) {
          for (const unknown of params.unknown) {
            const one = caseOf(params, { q, d, r, power, unknown });
            if (one !== null) yield one;
          }
        }
      }
    }
  }
}

/** The divisor is drawn first, so that large ones, which few quotients go with, come as often as small ones. */
function draw(random: Random, params: Params): Case | null {
  const d = drawNumber(random, params.d);
  const power = pick(random, params.powers);
  const unknown = pick(random, params.unknown);
  const most = params.dividend === null ? LARGEST : largestOf(params.dividend);
  const quotients = clipped(params.q, 0, Math.floor(most / (d * power)));
  const remainders = params.r === null ? null : clipped(params.r, 0, d - 1);
  if (quotients === null || (params.r !== null && remainders === null)) return null;
  const q = drawNumber(random, quotients);
  const r = remainders === null ? 0 : drawNumber(random, remainders);
  return caseOf(params, { q, d, r, power, unknown });
}

function tokensOf({ q, power, d, dividend, unknown }: Case): PlainToken[] {
  const sentence: PlainToken[] = [dividend, '÷', d, '=', q * power];
  const blank: Readonly<Record<Unknown, number>> = { dividend: 0, divisor: 2, result: 4 };
  return sentence.with(blank[unknown], '_');
}

function identityOf(one: Case): string {
  const sentence = tokensOf(one).join('').replace('÷', ':');
  return one.unknown === 'result' ? sentence.slice(0, -2) : sentence;
}

function tagsOf({ q, power, d, r, dividend, unknown }: Case, params: Params): string[] {
  const tags = [`by-${d}`, `unknown:${unknown}`];
  if (q < 2 || d === 1) tags.push('trivial');
  if (q > 2 && d > 2) tags.push('both-above-2');
  if (params.r !== null && r === 0) tags.push('no-remainder');
  if (q > 0 && String(q).includes('0')) tags.push('zero-in-quotient');
  if (stepsOf(dividend, d).some(({ place, rest }) => place > 1 && rest > 0)) tags.push('regroup');
  if (power > 1) tags.push(`power:${power}`);
  return tags;
}

/** In long division the many small divisors would crowd out the few large ones, and the few would come every time. */
function bandOf(d: number): string {
  if (d >= 10) return `${Math.floor(d / 10)}x`;
  return d > 5 ? '6 to 9' : d > 3 ? '4 to 5' : String(d);
}

function describe(one: Case, params: Params): CaseTraits {
  const { q, power, d, r, dividend, unknown } = one;
  const fact = `${Math.min(q, d)}x${Math.max(q, d)}${power > 1 ? `x${power}` : ''}`;
  return {
    identity: identityOf(one),
    twin: params.r === null ? fact : `${q}x${d}+${r}`,
    stratum: `${unknown} ${power} ${params.isLong ? bandOf(d) : d}`,
    tags: tagsOf(one, params),
    numbers: { q, d, r, dividend },
  };
}

const PAIR = line('How many times, and what is left over?', '¿Cuántas veces cabe y cuánto sobra?');

function promptOf(one: Case, params: Params): PromptPart[] {
  const { dividend, d: divisor } = one;
  const sum: PromptPart =
    params.isLong && one.unknown === 'result'
      ? { type: 'division', dividend, divisor }
      : { type: 'equation', tokens: tokensOf(one) };
  return params.r === null ? [sum] : [PAIR, sum];
}

function answerOf({ q, power, d, r, dividend, unknown }: Case, params: Params): AnswerSpec {
  if (params.r !== null) return { kind: 'remainder', quotient: q, remainder: r };
  const value = { result: q * power, dividend, divisor: d }[unknown];
  return { kind: 'integer', value };
}

/** Quotients, remainders, and the missing numbers of a division. */
export const divide = defineFamily<Params, Case>({
  id: 'divide',
  version: 1,
  tags: [
    'trivial',
    'both-above-2',
    'by-*',
    'no-remainder',
    'zero-in-quotient',
    'regroup',
    'power:*',
    'unknown:*',
  ],
  numbers: ['q', 'd', 'r', 'dividend'],
  parse,
  size: sizeOfParams,
  cases,
  draw,
  describe,
  build: (one, params) => ({
    prompt: promptOf(one, params),
    answer: answerOf(one, params),
    traps: divideTraps(one, params),
  }),
  worked: workedDivision,
});
