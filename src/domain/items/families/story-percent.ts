import { intBetween, pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Currency, Trap } from '../item.ts';
import { drawNumber, holds, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import {
  PERCENT_KINDS,
  scenesOf,
  tellPercent,
  type PercentKind,
} from '../stories/percent-stories.ts';
import type { Token } from '../token.ts';
import { numberTraps } from '../traps.ts';
import { formula, line } from './worked-lines.ts';

interface Change {
  readonly name: PercentKind;
  readonly sign: '+' | '-';
  readonly percents: readonly number[];
}

interface Params {
  readonly kinds: readonly Change[];
  readonly dollars: NumberSet;
  readonly currency: Currency;
}

interface Case {
  readonly kind: Change;
  /** Percent. */
  readonly p: number;
  /** Price in whole dollars: p percent of it are p times w cents. */
  readonly w: number;
  readonly scene: number;
}

function parse(read: RecordReader): Params {
  const situations = read.integer('situations', 1, 99);
  const kinds = read.list('kinds').map((entry): Change => {
    const name = entry.oneOf('name', PERCENT_KINDS);
    const sign = entry.oneOf('change', ['+', '-']);
    if ((sign === '-') !== (name === 'discount'))
      entry.fail('change', 'a discount lowers a price, a tip or a tax raises it');
    if (scenesOf(name) < situations) read.fail('situations', `${name} has ${scenesOf(name)}`);
    const percents = entry.integers('percents');
    if (percents.some((p) => p < 1 || p > 99))
      entry.fail('percents', 'percents from 1 to 99 are expected');
    return { name, sign, percents };
  });
  if (kinds.length === 0 || new Set(kinds.map(({ name }) => name)).size < kinds.length)
    read.fail('kinds', 'different kinds are expected');
  const dollars = readSet(read, 'dollars');
  if (holds(dollars, 0)) read.fail('dollars', 'a price is at least 1');
  read.oneOf('entry', ['dollars']);
  return { kinds, dollars, currency: read.oneOf('currency', ['USD']) };
}

function* cases({ kinds, dollars }: Params): Iterable<Case> {
  for (const kind of kinds) {
    for (const p of kind.percents) {
      for (const w of numbersOf(dollars)) {
        for (let scene = 0; scene < scenesOf(kind.name); scene += 1) yield { kind, p, w, scene };
      }
    }
  }
}

function draw(random: Random, { kinds, dollars }: Params): Case {
  const kind = pick(random, kinds);
  const p = pick(random, kind.percents);
  const w = drawNumber(random, dollars);
  return { kind, p, w, scene: intBetween(random, 0, scenesOf(kind.name) - 1) };
}

/** The new price in cents. */
function centsOf({ kind, p, w }: Case): number {
  return 100 * w + (kind.sign === '+' ? 1 : -1) * p * w;
}

function describe(one: Case): CaseTraits {
  const { kind, p, w, scene } = one;
  return {
    identity: `${kind.name} ${p}% of ${w} s${scene}`,
    twin: `${p}% of ${w}`,
    stratum: kind.name,
    scene: `${kind.name} ${scene}`,
    tags: [`kind:${kind.name}`, `change:${kind.sign}`],
    numbers: { result: centsOf(one) },
  };
}

function trapsOf(one: Case): Trap[] {
  const { kind, p, w } = one;
  const sign = kind.sign === '+' ? 1 : -1;
  const price = 100 * w;
  const part = p * w;
  return numberTraps(centsOf(one), [
    ['gave-the-part', part],
    ['wrong-direction', price - sign * part],
    ['percent-as-dollars', price + sign * 100 * p],
    ['decimal-point', price + sign * part * 10],
    ['decimal-point', price + (sign * part) / 10],
  ]);
}

function moneyToken(cents: number, { currency }: Params): Token {
  return { type: 'money', cents, notation: 'dollars', currency };
}

function workedOf(one: Case, params: Params): readonly WorkedPart[] {
  const { kind, p, w } = one;
  const values = {
    p: { type: 'percent', value: p } as const,
    w: moneyToken(100 * w, params),
    q: moneyToken(p * w, params),
    r: moneyToken(centsOf(one), params),
  };
  return [
    line('{p} of {w} is {q}.', 'El {p} de {w} es {q}.', values),
    formula(kind.sign === '+' ? '{w} + {q} = {r}' : '{w} − {q} = {r}', values),
  ];
}

/** A price that a percent changes: discount, tip, sales tax. */
export const storyPercent = defineFamily<Params, Case>({
  id: 'story-percent',
  version: 1,
  tags: ['kind:*', 'change:+', 'change:-'],
  numbers: ['result'],
  parse,
  size: ({ kinds, dollars }) =>
    kinds.reduce(
      (sum, { name, percents }) => sum + percents.length * sizeOf(dollars) * scenesOf(name),
      0,
    ),
  cases,
  draw,
  describe,
  build: (one, params) => ({
    prompt: [
      {
        type: 'text',
        text: tellPercent(one.kind.name, one.scene),
        values: { w: moneyToken(100 * one.w, params), p: { type: 'percent', value: one.p } },
      },
    ],
    answer: {
      kind: 'money',
      cents: centsOf(one),
      entry: 'dollars',
      currency: params.currency,
    },
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
