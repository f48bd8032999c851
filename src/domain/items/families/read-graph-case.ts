import { assert } from '../../kernel/assert.ts';
import { intBetween, pick, seededRandom, shuffled, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { holds, numbersOf, readSet } from '../number-set.ts';
import type { UnitId } from '../units.ts';
import { graphThemes } from './graph-themes.ts';
import type { SceneObject } from './scenes.ts';

/** Values in units of the scale. */
export type GraphCase =
  | {
      readonly graph: 'picture';
      readonly a: number;
      readonly values: readonly number[];
      readonly rows: number;
      readonly theme: number;
      readonly scale: number;
    }
  | {
      readonly graph: 'bar';
      readonly a: number;
      readonly b: number;
      readonly values: readonly number[];
      readonly rows: number;
      readonly theme: number;
      readonly scale: number;
    }
  | {
      readonly graph: 'line-plot';
      readonly low: number;
      readonly high: number;
      readonly parts: number;
      readonly unit: UnitId;
    };

/** Reads the parameters of read-graph as the list of what they allow; faults stay in the reader. */
export function parseGraph(read: RecordReader): readonly GraphCase[] {
  const graph = read.oneOf('graph', ['picture', 'bar', 'line-plot']);
  const all = graph === 'line-plot' ? linePlots(read) : rowsOf(graph, read);
  if (all.length === 0) read.fail('value', 'no graph has such values');
  return all;
}

function rowsOf(graph: 'picture' | 'bar', read: RecordReader): GraphCase[] {
  read.oneOf('ask', [graph === 'picture' ? 'value' : 'difference']);
  const values = numbersOf(readSet(read, 'value'));
  const counts = numbersOf(readSet(read, 'categories'));
  const scale = read.integer('scale', 1, 100);
  if (counts.some((rows) => rows < 2 || rows > 4)) read.fail('categories', 'two to four rows');
  if (values.some((value) => value < 1 || value > 12)) read.fail('value', 'values from 1 to 12');
  if (values.length < 4) read.fail('value', 'all rows differ: at least four values are needed');
  const gap = graph === 'bar' ? readSet(read, 'gap') : null;
  if (read.fault() !== null) return [];
  const places = graphThemes.map((_, theme) => theme);
  return counts.flatMap((rows) =>
    places.flatMap((theme) =>
      values.flatMap((a): GraphCase[] => {
        const common = { a, values, rows, theme, scale };
        if (gap === null) return [{ graph: 'picture', ...common }];
        return values
          .filter((b) => b < a && holds(gap, a - b))
          .map((b) => ({ graph: 'bar', b, ...common }));
      }),
    ),
  );
}

function linePlots(read: RecordReader): GraphCase[] {
  read.oneOf('ask', ['spread']);
  read.oneOf('form', ['any']);
  const parts = read.integer('parts', 2, 8);
  const unit = read.oneOf<UnitId>('unit', ['cm', 'in', 'm', 'ft']);
  const spread = readSet(read, 'spread');
  const highs = numbersOf(readSet(read, 'high'));
  if (numbersOf(spread).some((one) => one < 3 || one > 24))
    read.fail('spread', 'between the ends lie 3 to 24 parts');
  return numbersOf(readSet(read, 'low')).flatMap((low) =>
    highs
      .filter((high) => high > low && holds(spread, high - low))
      .map((high) => ({ graph: 'line-plot', low, high, parts, unit }) as const),
  );
}

export function identityOf(one: GraphCase): string {
  switch (one.graph) {
    case 'picture':
      return `${one.a} of ${one.rows}, ${one.theme}`;
    case 'bar':
      return `${one.a}-${one.b} of ${one.rows}, ${one.theme}`;
    case 'line-plot':
      return `${one.low}-${one.high}/${one.parts}`;
  }
}

export interface Row {
  readonly category: SceneObject;
  readonly value: number;
}

/** The rows of a graph as they stand there, and the places of those that are asked about. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly asked: readonly number[];
}

type WithRows = Exclude<GraphCase, { readonly graph: 'line-plot' }>;

/** All rows differ. Which values the others have, and where each stands, the item's name alone decides. */
export function rowsIn(one: WithRows): Rows {
  const random = seededRandom(`graph ${identityOf(one)}`);
  const fixed = one.graph === 'bar' ? [one.a, one.b] : [one.a];
  const others = shuffled(
    random,
    one.values.filter((value) => !fixed.includes(value)),
  );
  const values = shuffled(random, [...fixed, ...others].slice(0, one.rows));
  const theme = graphThemes[one.theme];
  assert(theme !== undefined, 'the place lies inside the list of themes');
  const rows = values.flatMap((value, i): Row[] => {
    const category = theme[i];
    return category === undefined ? [] : [{ category, value }];
  });
  return { rows, asked: fixed.map((value) => values.indexOf(value)) };
}

type LinePlot = Extract<GraphCase, { readonly graph: 'line-plot' }>;

/** Six to twelve lengths in parts, two of them at each end; which ones lie between, the two ends alone decide. */
export function lengthsIn(one: LinePlot): readonly number[] {
  const { low, high } = one;
  const random = seededRandom(`graph ${identityOf(one)}`);
  const points = [low, low, high, high];
  const inner = Array.from({ length: high - low - 1 }, (_, i) => low + 1 + i);
  const more = intBetween(random, 2, 8);
  for (let i = 0; i < more; i += 1) points.push(pickFree(random, inner, points));
  return points.toSorted((x, y) => x - y);
}

/** As many crosses as the picture piles up. */
const TALLEST = 4;

function pickFree(random: Random, marks: readonly number[], points: readonly number[]): number {
  const free = marks.filter((mark) => points.filter((one) => one === mark).length < TALLEST);
  return pick(random, free);
}
