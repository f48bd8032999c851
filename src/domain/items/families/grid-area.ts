import type { LocalText } from '../../kernel/local-text.ts';
import { pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import { drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { numberTraps } from '../traps.ts';
import { extentOf, growShape, neighboursOf, type Grid } from './grow-shape.ts';
import { randomOfItem } from './of-item.ts';
import { formula, line } from './worked-lines.ts';

interface Params {
  readonly n: NumberSet;
}

/** A rectangle, or one of the grown shapes of this many squares. */
type Case =
  | { readonly n: number; readonly shape: 'rectangle'; readonly width: number }
  | { readonly n: number; readonly shape: 'grown'; readonly which: number };

/** On a phone a square of it is 24 px. */
const GRID: Grid = { columns: 8, rows: 7 };
/** Grown shapes of each size. */
const GROWN = 12;
/** Fewer squares make no shape worth counting, more do not leave room for other shapes than rectangles. */
const SMALLEST = 4;
const LARGEST = 36;

const QUESTION: LocalText = {
  en: 'What is the area in square units?',
  es: '¿Cuál es el área en unidades cuadradas?',
};
const UNIT: LocalText = { en: 'square units', es: 'unidades cuadradas' };

function parse(read: RecordReader): Params {
  const n = readSet(read, 'n');
  if (numbersOf(n).some((count) => count < SMALLEST || count > LARGEST))
    read.fail('n', `shapes have ${SMALLEST} to ${LARGEST} squares`);
  return { n };
}

function casesOf(n: number): Case[] {
  const widths = Array.from({ length: GRID.columns - 1 }, (_, i) => i + 2);
  const rectangles = widths.filter((width) => {
    const height = n / width;
    return Number.isInteger(height) && height > 1 && height <= GRID.rows;
  });
  return [
    ...rectangles.map((width): Case => ({ n, shape: 'rectangle', width })),
    ...Array.from({ length: GROWN }, (_, which): Case => ({ n, shape: 'grown', which })),
  ];
}

function* cases(params: Params): Iterable<Case> {
  for (const n of numbersOf(params.n)) yield* casesOf(n);
}

function draw(random: Random, params: Params): Case {
  return pick(random, casesOf(drawNumber(random, params.n)));
}

function identityOf(one: Case): string {
  return one.shape === 'rectangle'
    ? `${one.n} rectangle ${one.width}x${one.n / one.width}`
    : `${one.n} shape ${one.which + 1}`;
}

/** The filled squares, in ascending order. */
function squaresOf(one: Case): readonly number[] {
  if (one.shape === 'grown') return growShape(randomOfItem(identityOf(one)), GRID, one.n);
  const { width, n } = one;
  const left = Math.floor((GRID.columns - width) / 2);
  const top = Math.floor((GRID.rows - n / width) / 2);
  return Array.from({ length: n }, (_, i) => {
    const row = top + Math.floor(i / width);
    return row * GRID.columns + left + (i % width);
  });
}

function describe(one: Case): CaseTraits {
  return {
    identity: identityOf(one),
    twin: String(one.n),
    stratum: '',
    tags: [one.shape === 'rectangle' ? 'rectangle' : 'not-rectangle'],
    numbers: { n: one.n },
  };
}

/** How many squares each row has, from the top; rows without any are left out. */
function rowsOf(squares: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const place of squares) {
    const row = Math.floor(place / GRID.columns);
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return [...counts.values()];
}

function trapsOf(n: number, squares: readonly number[]): Trap[] {
  const filled = new Set(squares);
  const outline = squares.reduce((sum, place) => {
    const inner = neighboursOf(GRID, place).filter((next) => filled.has(next)).length;
    return sum + 4 - inner;
  }, 0);
  const { width, height } = extentOf(GRID, squares);
  return numberTraps(n, [
    ['off-by-one', n - 1],
    ['off-by-one', n + 1],
    ['perimeter-for-area', outline],
    ['bounding-box', width * height],
  ]);
}

function workedOf(one: Case): readonly WorkedPart[] {
  const rows = rowsOf(squaresOf(one));
  if (one.shape === 'rectangle') {
    return [
      line(
        `${rows.length} rows of ${one.width} squares.`,
        `${rows.length} filas de ${one.width} cuadrados.`,
      ),
      formula(`${rows.length} × ${one.width} = ${one.n}`),
    ];
  }
  return [
    line('Count the squares row by row.', 'Cuenta los cuadrados fila por fila.'),
    formula(`${rows.join(' + ')} = ${one.n}`),
  ];
}

function build(one: Case): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const squares = squaresOf(one);
  const rows = rowsOf(squares).join(', ');
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'cells', ...GRID, filled: squares },
        spoken: {
          en: `Squares in each row from the top: ${rows}`,
          es: `Cuadrados en cada fila desde arriba: ${rows}`,
        },
      },
      { type: 'text', text: QUESTION },
    ],
    answer: { kind: 'integer', value: one.n, unit: UNIT },
    traps: trapsOf(one.n, squares),
  };
}

/** Area by counting unit squares. */
export const gridArea = defineFamily<Params, Case>({
  id: 'grid-area',
  version: 1,
  tags: ['rectangle', 'not-rectangle'],
  numbers: ['n'],
  parse,
  size: ({ n }) => sizeOf(n) * (GROWN + GRID.columns),
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
