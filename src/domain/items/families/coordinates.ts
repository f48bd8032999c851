import type { LocalText } from '../../kernel/local-text.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item } from '../item.ts';
import {
  drawNumber,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import { hasCase } from '../variables.ts';
import { optionsOfItem, pickOfItem } from './of-item.ts';
import { line } from './worked-lines.ts';

interface Params {
  readonly x: NumberSet;
  readonly y: NumberSet;
  /** The grid goes from 0 to here, both ways. */
  readonly max: number;
}

interface Case {
  readonly x: number;
  readonly y: number;
}

interface Candidate extends Case {
  readonly tag: string | null;
}

const LARGEST_GRID = 10;
const NAMES = ['A', 'B', 'C', 'D'] as const;

function parse(read: RecordReader): Params {
  read.integer('options', NAMES.length, NAMES.length);
  const [x, y] = [readSet(read, 'x'), readSet(read, 'y')];
  const max = Math.max(largestOf(x), largestOf(y));
  if (max < 2 || max > LARGEST_GRID) read.fail('x', `the grid goes up to ${LARGEST_GRID}`);
  const params = { x, y, max };
  if (!hasCase(sizeOf(x) * sizeOf(y), cases(params), () => null))
    read.fail('y', 'the two coordinates differ');
  return params;
}

function* cases({ x, y }: Params): Iterable<Case> {
  for (const p of numbersOf(x)) for (const q of numbersOf(y)) if (p !== q) yield { x: p, y: q };
}

const identityOf = ({ x, y }: Case): string => `(${x}, ${y})`;

/** The point that is asked for and three that known mistakes give, in the order of their letters. */
function pointsOf(one: Case, max: number): Candidate[] {
  const { x, y } = one;
  const identity = identityOf(one);
  const beside = (n: number): number[] => [n - 1, n + 1].filter((m) => m >= 0 && m <= max);
  const wrong: Candidate[] = [
    { x: y, y: x, tag: 'swapped' },
    { x: pickOfItem(identity, 'x', beside(x)), y, tag: 'counted-from-one' },
    { x, y: pickOfItem(identity, 'y', beside(y)), tag: 'off-by-one-line' },
  ];
  return optionsOfItem<Candidate>(identity, { x, y, tag: null }, wrong, x + 2 * y);
}

function describe(one: Case): CaseTraits {
  const { x, y } = one;
  return {
    identity: identityOf(one),
    twin: `${Math.min(x, y)} ${Math.max(x, y)}`,
    stratum: '',
    tags: x === 0 || y === 0 ? ['on-axis'] : [],
    numbers: { x, y },
  };
}

function spokenOf(points: readonly (Case & { readonly name: string })[]): LocalText {
  const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
  const steps = (n: number): string => many(n, 'step', 'steps');
  const pasos = (n: number): string => many(n, 'paso', 'pasos');
  return {
    en: points
      .map(({ name, x, y }) => `Point ${name}: ${steps(x)} right, ${steps(y)} up`)
      .join('. '),
    es: points
      .map(({ name, x, y }) => `Punto ${name}: ${pasos(x)} a la derecha, ${pasos(y)} hacia arriba`)
      .join('. '),
  };
}

function build(one: Case, { max }: Params): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { x, y } = one;
  const points = pointsOf(one, max).map((point, i) => ({ ...point, name: NAMES[i] ?? '' }));
  return {
    prompt: [
      {
        type: 'figure',
        figure: {
          type: 'coordinate-grid',
          max,
          points: points.map((point) => ({ name: point.name, x: point.x, y: point.y })),
        },
        spoken: spokenOf(points),
      },
      {
        type: 'text',
        text: { en: `Which point is at (${x}, ${y})?`, es: `¿Qué punto está en (${x}, ${y})?` },
      },
    ],
    answer: {
      kind: 'choice',
      value: points.find(({ tag }) => tag === null)?.name ?? '',
      options: NAMES.map((name) => ({ id: name, text: { en: name, es: name } })),
    },
    traps: points.flatMap(({ tag, name }) => (tag === null ? [] : [{ tag, value: name }])),
  };
}

function workedOf({ x, y }: Case): readonly WorkedPart[] {
  return [
    line(
      `Start at 0. The first number says how far right: ${x}.`,
      `Empieza en 0. El primer número dice cuánto a la derecha: ${x}.`,
    ),
    line(
      `The second number says how far up: ${y}.`,
      `El segundo número dice cuánto hacia arriba: ${y}.`,
    ),
  ];
}

/** The point at given coordinates. */
export const coordinates = defineFamily<Params, Case>({
  id: 'coordinates',
  version: 1,
  tags: ['on-axis'],
  numbers: ['x', 'y'],
  parse,
  size: ({ x, y }) => sizeOf(x) * sizeOf(y),
  cases,
  draw: (random, params) => {
    const [x, y] = [drawNumber(random, params.x), drawNumber(random, params.y)];
    return x === y ? null : { x, y };
  },
  describe,
  build,
  worked: workedOf,
});
