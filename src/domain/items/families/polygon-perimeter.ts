import type { LocalText } from '../../kernel/local-text.ts';
import type { Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import {
  drawNumber,
  holds,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import { numberTraps } from '../traps.ts';
import { unitSign, type UnitId } from '../units.ts';
import { hasCase } from '../variables.ts';
import { pickOfItem, readUnits } from './of-item.ts';
import { formula, line } from './worked-lines.ts';

interface Params {
  readonly sides: NumberSet;
  readonly length: NumberSet;
  readonly slack: number;
  readonly units: readonly UnitId[];
}

/** The sides in order. */
type Case = readonly number[];

const QUESTION: LocalText = { en: 'What is the perimeter?', es: '¿Cuál es el perímetro?' };
const NAMES: Readonly<Record<number, LocalText>> = {
  3: { en: 'Triangle', es: 'Triángulo' },
  4: { en: 'Quadrilateral', es: 'Cuadrilátero' },
  5: { en: 'Pentagon', es: 'Pentágono' },
  6: { en: 'Hexagon', es: 'Hexágono' },
};

const sumOf = (lengths: Case): number => lengths.reduce((sum, length) => sum + length, 0);

function parse(read: RecordReader): Params {
  const sides = readSet(read, 'sides');
  if (numbersOf(sides).some((k) => NAMES[k] === undefined))
    read.fail('sides', 'polygons of three to six sides are drawn');
  const length = readSet(read, 'length');
  if (holds(length, 0)) read.fail('length', 'a side is longer than 0');
  // Without slack a polygon can be flat.
  const slack = read.integer('slack', 1, 100);
  const params: Params = { sides, length, slack, units: readUnits(read) };
  if (read.fault() === null && !hasCase(sizeFor(params), cases(params), (r) => draw(r, params)))
    read.fail('slack', `no sides up to ${largestOf(length)} leave so much`);
  return params;
}

function sizeFor({ sides, length }: Params): number {
  return numbersOf(sides).reduce((sum, k) => sum + sizeOf(length) ** k, 0);
}

function isDrawn(lengths: Case, { slack }: Params): boolean {
  return 2 * Math.max(...lengths) <= sumOf(lengths) - slack;
}

function* cases(params: Params): Iterable<Case> {
  const list = numbersOf(params.length);
  function* extend(chosen: Case, k: number): Iterable<Case> {
    if (chosen.length < k) for (const one of list) yield* extend([...chosen, one], k);
    else if (isDrawn(chosen, params)) yield chosen;
  }
  for (const k of numbersOf(params.sides)) yield* extend([], k);
}

function draw(random: Random, params: Params): Case | null {
  const k = drawNumber(random, params.sides);
  const lengths = Array.from({ length: k }, () => drawNumber(random, params.length));
  return isDrawn(lengths, params) ? lengths : null;
}

function describe(lengths: Case): CaseTraits {
  const k = lengths.length;
  return {
    identity: lengths.join('-'),
    twin: lengths.toSorted((a, b) => a - b).join('-'),
    stratum: String(k),
    tags: [`sides:${k}`],
    numbers: { k, result: sumOf(lengths) },
  };
}

function trapsOf(lengths: Case): Trap[] {
  const sum = sumOf(lengths);
  const pairs = lengths.flatMap((a, i) => lengths.slice(i + 1).map((b) => a * b));
  return numberTraps(sum, [
    ...lengths.map((one) => ['missed-a-side', sum - one] as const),
    ...lengths.map((one) => ['counted-twice', sum + one] as const),
    ['counted-sides', lengths.length],
    ...pairs.map((product) => ['multiplied', product] as const),
  ]);
}

function spokenOf(lengths: Case): LocalText {
  const name = NAMES[lengths.length] ?? { en: 'Polygon', es: 'Polígono' };
  const list = lengths.join(', ');
  return { en: `${name.en} with sides ${list}`, es: `${name.es} con lados de ${list}` };
}

/** One side after the other, as a child adds them. */
function workedOf(lengths: Case): readonly WorkedPart[] {
  const steps: string[] = [];
  let sum = lengths[0] ?? 0;
  for (const length of lengths.slice(1)) {
    steps.push(`${sum} + ${length} = ${sum + length}`);
    sum += length;
  }
  return [
    line(
      `Add all ${lengths.length} sides: ${lengths.join(' + ')}`,
      `Suma los ${lengths.length} lados: ${lengths.join(' + ')}`,
    ),
    formula(steps.join(', ')),
  ];
}

function build(lengths: Case, { units }: Params): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const unit = pickOfItem(lengths.join('-'), 'unit', units);
  return {
    prompt: [
      { type: 'figure', figure: { type: 'polygon', lengths, unit }, spoken: spokenOf(lengths) },
      { type: 'text', text: QUESTION },
    ],
    answer: { kind: 'integer', value: sumOf(lengths), unit: unitSign(unit) },
    traps: trapsOf(lengths),
  };
}

/** Perimeter of a polygon whose sides are all labelled. */
export const polygonPerimeter = defineFamily<Params, Case>({
  id: 'polygon-perimeter',
  version: 1,
  tags: ['sides:*'],
  numbers: ['k', 'result'],
  parse,
  size: sizeFor,
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
