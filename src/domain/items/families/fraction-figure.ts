import type { LocalText } from '../../kernel/local-text.ts';
import { seededRandom, shuffled, type Random } from '../../kernel/random.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { ShadedFigure } from '../figures/shaded.ts';
import type { AnswerSpec, PromptPart, Trap } from '../item.ts';
import { holds, largestOf, readSet } from '../number-set.ts';
import { fractionTraps, numberTraps } from '../traps.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import { fractionToken } from './fraction-lines.ts';
import { formula, line } from './worked-lines.ts';

const SHAPES = ['bar', 'circle', 'grid', 'hundred-grid'] as const;
type Shape = (typeof SHAPES)[number];
type Name = 'd' | 'n' | 'f';

interface Params {
  readonly answer: 'fraction' | 'percent';
  /** `f` is the place in SHAPES. */
  readonly sets: Variables<Name>;
}

interface Case {
  readonly answer: Params['answer'];
  readonly d: number;
  readonly n: number;
  readonly shape: Shape;
}

/** More parts of a shape than this cannot be told apart on a phone. */
const MOST_PARTS = 24;

function parse(read: RecordReader): Params {
  const answer = read.oneOf('answer', ['fraction', 'percent']);
  const shapes = read.words('figures', SHAPES);
  const n = readSet(read, 'n');
  const f = { type: 'list', list: shapes.map((shape) => SHAPES.indexOf(shape)) } as const;
  if (
    shapes.includes('hundred-grid') !== (answer === 'percent') ||
    (answer === 'percent' && shapes.length > 1)
  )
    read.fail('figures', 'percents are read off hundred grids, fractions off other shapes');
  const den =
    answer === 'fraction' ? readSet(read, 'den') : ({ type: 'list', list: [100] } as const);
  if (answer === 'fraction') {
    read.oneOf('form', ['any']);
    if (largestOf(den) > MOST_PARTS) read.fail('den', `at most ${MOST_PARTS} parts are expected`);
  }
  const params: Params = { answer, sets: { d: den, n, f } };
  if (holds(n, 0) || holds(den, 0)) read.fail('n', 'parts are counted from 1');
  if (!hasCase(countValues(params.sets), cases(params), (random) => draw(random, params)))
    read.fail('n', 'no numbers fit all conditions');
  return params;
}

/** Grids of these parts would be a bar. */
const NO_GRID: readonly number[] = [2, 3, 5];

function caseOf({ answer }: Params, values: Partial<Readonly<Record<Name, number>>>): Case | null {
  const { d = 0, n = 0, f = 0 } = values;
  const shape = SHAPES[f];
  if (shape === undefined || n < 1 || n >= d) return null;
  return shape === 'grid' && NO_GRID.includes(d) ? null : { answer, d, n, shape };
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

const identityOf = ({ answer, d, n, shape }: Case): string =>
  answer === 'percent' ? `${n}% grid` : `${n}/${d} ${shape}`;

function describe(one: Case): CaseTraits {
  const { answer, d, n, shape } = one;
  return {
    identity: identityOf(one),
    twin: `${n}/${d}`,
    stratum: shape,
    tags: [
      `figure:${shape}`,
      ...(n === 1 ? ['unit'] : []),
      ...(answer === 'percent' && n < 10 ? ['below-10'] : []),
      ...(answer === 'percent' && n % 10 === 0 ? ['multiple-of-10'] : []),
    ],
    numbers: { n, d },
  };
}

/** Shaded parts lie together in a bar or circle, spread in a grid, row by row in a hundred grid. */
function figureOf(one: Case): ShadedFigure {
  const { d, n, shape } = one;
  const places = Array.from({ length: d }, (_, i) => i);
  const order =
    shape === 'grid'
      ? shuffled(seededRandom(`fraction-figure@1 ${identityOf(one)}`), places)
      : places;
  const shaded = order.slice(0, n).toSorted((x, y) => x - y);
  return { type: 'shaded', shape, parts: d, shaded };
}

const SHAPE_NAMES: Readonly<Record<Exclude<Shape, 'hundred-grid'>, LocalText>> = {
  bar: { en: 'A bar', es: 'Una barra' },
  circle: { en: 'A circle', es: 'Un círculo' },
  grid: { en: 'A grid', es: 'Una cuadrícula' },
};

function spokenOf({ d, n, shape }: Case): LocalText {
  if (shape === 'hundred-grid') {
    const [rows, extra] = [Math.floor(n / 10), n % 10];
    return {
      en: `A grid of 10 rows with 10 squares each. Shaded: ${rows} full ${rows === 1 ? 'row' : 'rows'} and ${extra} more ${extra === 1 ? 'square' : 'squares'}`,
      es: `Una cuadrícula de 10 filas con 10 cuadrados cada una. En color: ${rows} ${rows === 1 ? 'fila completa' : 'filas completas'} y ${extra} ${extra === 1 ? 'cuadrado' : 'cuadrados'} más`,
    };
  }
  const name = SHAPE_NAMES[shape];
  return {
    en: `${name.en} in ${d} equal parts. ${n} ${n === 1 ? 'part is' : 'parts are'} shaded`,
    es: `${name.es} en ${d} partes iguales. ${n === 1 ? '1 parte está' : `${n} partes están`} en color`,
  };
}

const QUESTIONS: Readonly<Record<Case['answer'], PromptPart>> = {
  fraction: line(
    'What fraction of the shape is shaded?',
    '¿Qué fracción de la figura está en color?',
  ),
  percent: line(
    'What percent of the grid is shaded?',
    '¿Qué porcentaje de la cuadrícula está en color?',
  ),
};

function answerOf({ answer, d, n }: Case): AnswerSpec {
  return answer === 'percent'
    ? { kind: 'integer', value: n, percent: true }
    : { kind: 'fraction', ...ratio(n, d), form: 'any', whole: false };
}

function trapsOf({ answer, d, n }: Case): Trap[] {
  if (answer === 'percent') {
    const rows = Math.floor(n / 10);
    return numberTraps(n, [
      ['unshaded-part', 100 - n],
      ['counted-rows', rows > 0 ? rows * 10 : null],
      ['counted-rows', rows > 0 ? rows : null],
    ]);
  }
  return fractionTraps(ratio(n, d), [
    ['unshaded-part', ratio(d - n, d)],
    ['part-to-part', ratio(n, d - n)],
    ['inverted', ratio(d, n)],
  ]);
}

function workedOf({ answer, d, n }: Case): readonly WorkedPart[] {
  if (answer === 'fraction')
    return [
      line(
        `${d} equal parts in all: ${d} goes below.`,
        `${d} partes iguales en total: ${d} va abajo.`,
      ),
      n === 1
        ? line('1 part is shaded: 1 goes on top.', '1 parte está en color: 1 va arriba.')
        : line(
            `${n} parts are shaded: ${n} goes on top.`,
            `${n} partes están en color: ${n} va arriba.`,
          ),
      formula('{x}', { x: fractionToken(n, d) }),
    ];
  const [rows, extra] = [Math.floor(n / 10), n % 10];
  return [
    line(
      'The grid has 100 squares, so each square is 1 percent.',
      'La cuadrícula tiene 100 cuadrados: cada uno es el 1 por ciento.',
    ),
    ...(rows === 0 ? [] : [formula(`${rows} × 10${extra === 0 ? '' : ` + ${extra}`} = ${n}`)]),
  ];
}

/** What part of a figure is shaded? */
export const fractionFigure = defineFamily<Params, Case>({
  id: 'fraction-figure',
  version: 1,
  tags: ['figure:*', 'unit', 'below-10', 'multiple-of-10'],
  numbers: ['n', 'd'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: [
      { type: 'figure', figure: figureOf(one), spoken: spokenOf(one) },
      QUESTIONS[one.answer],
    ],
    answer: answerOf(one),
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
