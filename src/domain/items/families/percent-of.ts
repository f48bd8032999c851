import type { Random } from '../../kernel/random.ts';
import { minus, over, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { decimalOf, decimalToken, type Decimal } from '../decimal.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { AnswerSpec, Trap } from '../item.ts';
import { holds, largestOf, readSet } from '../number-set.ts';
import { decimalTraps, numberTraps } from '../traps.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import { formula, line } from './worked-lines.ts';

type Name = 'p' | 'k' | 'w';

interface Params {
  /** Benchmarks: the whole is 20k and the answer whole; otherwise any percent of w, with at most one decimal place. */
  readonly isBenchmark: boolean;
  readonly sets: Variables<Name>;
  readonly skip: readonly number[];
}

interface Case {
  readonly p: number;
  readonly whole: number;
  readonly k: number;
  readonly isBenchmark: boolean;
}

/** A benchmark's whole is this many times k. */
const STEP = 20;
const LARGEST = 100_000;

function parse(read: RecordReader): Params {
  const isBenchmark = read.has('percents');
  const params = isBenchmark ? parseBenchmark(read) : parseRange(read);
  const { p, w } = params.sets;
  for (const [name, set] of [
    [isBenchmark ? 'percents' : 'percentRange', p],
    ['whole', w],
  ] as const) {
    if (set !== undefined && (holds(set, 0) || largestOf(set) > LARGEST))
      read.fail(name, `numbers from 1 to ${LARGEST} are expected`);
  }
  if (!hasCase(countValues(params.sets), cases(params), (random) => draw(random, params)))
    read.fail(isBenchmark ? 'k' : 'whole', 'no numbers fit all conditions');
  return params;
}

function parseBenchmark(read: RecordReader): Params {
  const list = read.integers('percents');
  if (list.some((p) => p < 1 || p % 5 !== 0))
    read.fail('percents', 'benchmarks are multiples of 5');
  return {
    isBenchmark: true,
    sets: { p: { type: 'list', list }, k: readSet(read, 'k') },
    skip: [],
  };
}

function parseRange(read: RecordReader): Params {
  return {
    isBenchmark: false,
    sets: { p: readSet(read, 'percentRange'), w: readSet(read, 'whole') },
    skip: read.has('skip') ? read.integers('skip') : [],
  };
}

function caseOf(
  { isBenchmark, skip }: Params,
  values: Partial<Readonly<Record<Name, number>>>,
): Case | null {
  const { p = 0, k = 0, w = 0 } = values;
  const whole = isBenchmark ? STEP * k : w;
  if (whole < 1) return null;
  // Multiples of ten are benchmarks; an answer has at most one place.
  if (!isBenchmark && (p % 10 === 0 || skip.includes(p) || (p * whole) % 10 !== 0)) return null;
  return { p, whole, k, isBenchmark };
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

function describe({ p, whole, k, isBenchmark }: Case): CaseTraits {
  const identity = `${p}% of ${whole}`;
  return {
    identity,
    twin: identity,
    stratum: isBenchmark ? String(p) : '',
    tags: [`p:${p}`, ...(p < 10 ? ['below-10'] : [])],
    numbers: { p, k },
  };
}

const keyOf = ({ p, whole }: Case): Ratio => ratio(p * whole, 100);

/** The decimal of a value that has one: hundredths, and what the conditions let through. */
const decimalFor = (value: Ratio): Decimal => decimalOf(value) ?? { digits: 0, scale: 1 };

function answerOf(one: Case): AnswerSpec {
  const key = keyOf(one);
  return one.isBenchmark
    ? { kind: 'integer', value: key.num }
    : { kind: 'decimal', ...decimalFor(key) };
}

function trapsOf(one: Case): Trap[] {
  const { p, whole, isBenchmark } = one;
  const key = keyOf(one);
  const entries: readonly (readonly [string, Ratio | null])[] = [
    ['gave-the-whole-less', ratio(whole - p)],
    ['gave-the-whole-less', minus(ratio(whole), key)],
    ['divided-by-p', over(ratio(whole), ratio(p))],
    ['factor-ten', times(key, ratio(10))],
    ['factor-ten', over(key, ratio(10))],
    ['one-quarter-for-three', p === 75 ? ratio(whole, 4) : null],
  ];
  if (!isBenchmark) return decimalTraps(key, entries);
  const wholes = entries.map(
    ([tag, value]) => [tag, value === null || value.den > 1 ? null : value.num] as const,
  );
  return numberTraps(key.num, wholes);
}

/** Benchmarks are a part of the whole; every other percent is so many times one percent. */
function workedOf(one: Case): readonly WorkedPart[] {
  const { p, whole } = one;
  const percent = { type: 'percent', value: p } as const;
  const answer = decimalToken(decimalFor(keyOf(one)));
  const share = BENCHMARKS.get(p);
  if (share !== undefined && one.isBenchmark) {
    const { parts, of, en, es } = share;
    return [
      line(`{percent} is ${en}.`, `{percent} es ${es}.`, { percent }),
      formula(`${whole} ÷ ${of} = {part}`, { part: decimalToken(decimalFor(ratio(whole, of))) }),
      ...(parts === 1
        ? []
        : [
            formula(`${parts} × {part} = {answer}`, {
              part: decimalToken(decimalFor(ratio(whole, of))),
              answer,
            }),
          ]),
    ];
  }
  const unit = decimalToken(decimalFor(ratio(whole, 100)));
  return [
    line(`1 percent of ${whole} is {unit}.`, `El 1 por ciento de ${whole} es {unit}.`, { unit }),
    formula(`${p} × {unit} = {answer}`, { unit, answer }),
  ];
}

/** Percents that are an easy part of the whole: `parts` of `of`. */
const BENCHMARKS: ReadonlyMap<
  number,
  { readonly parts: number; readonly of: number; readonly en: string; readonly es: string }
> = new Map([
  [10, { parts: 1, of: 10, en: 'one tenth', es: 'un décimo' }],
  [20, { parts: 1, of: 5, en: 'one fifth', es: 'un quinto' }],
  [25, { parts: 1, of: 4, en: 'one fourth', es: 'un cuarto' }],
  [50, { parts: 1, of: 2, en: 'one half', es: 'la mitad' }],
  [75, { parts: 3, of: 4, en: 'three fourths', es: 'tres cuartos' }],
]);

/** Percent of a number. */
export const percentOf = defineFamily<Params, Case>({
  id: 'percent-of',
  version: 1,
  tags: ['p:*', 'below-10'],
  numbers: ['p', 'k'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: [
      line('What is {percent} of {whole}?', '¿Cuánto es el {percent} de {whole}?', {
        percent: { type: 'percent', value: one.p },
        whole: one.whole,
      }),
    ],
    answer: answerOf(one),
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
