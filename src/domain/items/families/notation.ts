import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import type { Random } from '../../kernel/random.ts';
import { compareRatios, ratio, type Ratio } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { decimalOf } from '../decimal.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { AnswerSpec, PromptPart } from '../item.ts';
import { largestOf, readSet } from '../number-set.ts';
import type { Token } from '../token.ts';
import { allValues, countValues, drawValues, hasCase } from '../variables.ts';
import type { Case, Name, Notation, Params } from './notation-case.ts';
import { givenToken, notationTraps, workedNotation } from './notation-review.ts';
import { line } from './worked-lines.ts';

const NOTATIONS = ['fraction', 'decimal', 'percent'] as const;
/** Denominators that a decimal of three places can write. */
const LARGEST_DEN = 1000;

function parse(read: RecordReader): Params {
  const from = read.oneOf('from', NOTATIONS);
  const to = read.oneOf('to', NOTATIONS);
  if (from === to) read.fail('to', 'two different notations are expected');
  const n = readSet(read, 'n');
  if (largestOf(n) > LARGEST_DEN) read.fail('n', `numbers up to ${LARGEST_DEN} are expected`);
  const dens = read.has('den') ? read.integers('den') : null;
  if (from === 'fraction' && dens === null) read.fail('den', 'a fraction has denominators');
  if (dens !== null && !densFit(dens, from)) read.fail('den', 'denominators divide 1000');
  const params: Params = {
    from,
    to,
    sets: dens === null ? { n } : { d: { type: 'list', list: dens }, n },
    hasDens: dens !== null,
    reduced: flag(read, 'reduced'),
    lastDigitNotZero: flag(read, 'lastDigitNotZero'),
    simplifies: flag(read, 'simplifies'),
    skip: read.has('skip') ? read.integers('skip') : [],
    form: to === 'fraction' ? read.oneOf('form', ['any', 'simplest']) : 'any',
    whole: to === 'fraction' && dens === null && largestOf(n) > 100,
  };
  if (!hasCase(countValues(params.sets), cases(params), (random) => draw(random, params)))
    read.fail('n', 'no numbers fit all conditions');
  return params;
}

const flag = (read: RecordReader, name: string): boolean => read.has(name) && read.boolean(name);

/** Decimals are tenths, hundredths or thousandths; fractions have to end as decimals. A percent is over 100. */
function densFit(dens: readonly number[], from: Notation): boolean {
  if (from === 'percent') return false;
  return dens.every((d) =>
    from === 'decimal' ? [10, 100, 1000].includes(d) : d > 1 && 1000 % d === 0,
  );
}

function caseOf(params: Params, values: Partial<Readonly<Record<Name, number>>>): Case | null {
  const { n = 0, d = 100 } = values;
  const { from, to, hasDens } = params;
  if (n < 1 || params.skip.includes(n) || (hasDens && n >= d)) return null;
  if (params.reduced && gcd(n, d) > 1) return null;
  if (params.simplifies && gcd(n, d) === 1) return null;
  if (params.lastDigitNotZero && d > 10 && n % 10 === 0) return null;
  if (to === 'percent' && (n * 100) % d !== 0) return null;
  return { from, to, n, d, value: ratio(n, d) };
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function draw(random: Random, params: Params): Case | null {
  return caseOf(params, drawValues(random, params.sets));
}

/** As it is given, with a point in every language. */
function written({ from, n, d, value }: Case): string {
  if (from === 'fraction') return `${n}/${d}`;
  if (from === 'percent') return `${n}%`;
  const { digits, scale } = decimalOf(value) ?? { digits: 0, scale: 1 };
  const places = String(scale).length - 1;
  if (places === 0) return String(digits);
  const all = String(digits).padStart(places + 1, '0');
  return `${all.slice(0, -places)}.${all.slice(-places)}`;
}

function tagsOf({ d, value }: Case, hasDens: boolean): string[] {
  const isMultipleOf = (part: number): boolean => part % value.den === 0 && value.den > 1;
  return [
    ...(hasDens ? [`den:${d}`] : []),
    ...(isBelow(value, ratio(1, 10)) ? ['below-10-hundredths'] : []),
    ...(isBelow(ratio(1), value) ? ['above-1'] : []),
    ...(isMultipleOf(10) ? ['tenths'] : []),
    ...(isMultipleOf(4) ? ['quarter'] : []),
  ];
}

const isBelow = (x: Ratio, y: Ratio): boolean => compareRatios(x, y) < 0;

function describe(one: Case, { hasDens }: Params): CaseTraits {
  const { to, n, d, value } = one;
  const tags = tagsOf(one, hasDens);
  return {
    identity: `${written(one)} to ${to}`,
    twin: `${value.num}/${value.den}`,
    stratum: stratumOf(one, hasDens, tags),
    tags,
    numbers: { n, d },
  };
}

/**
 * Denominators of percents are the variety there. Without denominators small values, tenths and those above 1 are few and matter
 * most. Tenths beside hundredths are only nine: they are taken as often as the blueprint says, no oftener.
 */
function stratumOf({ to, d }: Case, hasDens: boolean, tags: readonly string[]): string {
  if (!hasDens) return tags[0] ?? '';
  return to === 'percent' ? String(d) : '';
}

const QUESTIONS = {
  fraction: line('Write it as a fraction.', 'Escríbelo como fracción.'),
  decimal: line('Write it as a decimal.', 'Escríbelo como decimal.'),
  percent: line('Write it as a percent.', 'Escríbelo como porcentaje.'),
} as const;
const SIMPLEST = line(
  'Write it as a fraction in simplest form.',
  'Escríbelo como fracción en su forma más simple.',
);

function promptOf(one: Case, { form }: Params): PromptPart[] {
  const tokens: Token[] = [givenToken(one), '=', '_'];
  return [form === 'simplest' ? SIMPLEST : QUESTIONS[one.to], { type: 'equation', tokens }];
}

function answerOf({ to, value }: Case, { form, whole }: Params): AnswerSpec {
  switch (to) {
    case 'percent':
      return { kind: 'integer', value: (value.num * 100) / value.den, percent: true };
    case 'decimal':
      return { kind: 'decimal', ...(decimalOf(value) ?? { digits: 0, scale: 1 }) };
    case 'fraction':
      return { kind: 'fraction', ...value, form, whole };
    default:
      return unreachable(to);
  }
}

/** The same number as a fraction, a decimal and a percent. */
export const notation = defineFamily<Params, Case>({
  id: 'notation',
  version: 1,
  tags: ['den:*', 'below-10-hundredths', 'above-1', 'tenths', 'quarter'],
  numbers: ['n', 'd'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw,
  describe,
  build: (one, params) => ({
    prompt: promptOf(one, params),
    answer: answerOf(one, params),
    traps: notationTraps(one),
  }),
  worked: workedNotation,
});
