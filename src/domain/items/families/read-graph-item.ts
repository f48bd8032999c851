import type { LocalText } from '../../kernel/local-text.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Item } from '../item.ts';
import { fractionTraps, numberTraps } from '../traps.ts';
import { unitSign, unitWord } from '../units.ts';
import { howMany } from './graph-themes.ts';
import { placeWords } from './place-words.ts';
import { lengthsIn, rowsIn, type GraphCase, type Row } from './read-graph-case.ts';
import type { SceneObject } from './scenes.ts';

type Shown = Pick<Item, 'prompt' | 'answer' | 'traps'>;
type Of<G extends GraphCase['graph']> = Extract<GraphCase, { readonly graph: G }>;

/** The question, its picture, its answer and the wrong readings that teachers know. */
export function graphItem(one: GraphCase): Shown {
  switch (one.graph) {
    case 'picture':
      return pictureGraph(one);
    case 'bar':
      return barGraph(one);
    case 'line-plot':
      return linePlot(one);
  }
}

const graphRows = (rows: readonly Row[]) =>
  rows.map(({ category, value }) => ({ name: category.many, thing: category.id, value }));

/** Categories that are asked about, in the order of the question. */
export function askedRows(one: Of<'picture'> | Of<'bar'>): readonly Row[] {
  const { rows, asked } = rowsIn(one);
  return asked.flatMap((place) => rows[place] ?? []);
}

/** Every picture is said one by one, so that a child who listens can count them, too. */
function pictureSpoken(rows: readonly Row[], scale: number): LocalText {
  const said = (word: string, value: number): string => Array<string>(value).fill(word).join(' ');
  const all = rows.map(({ category, value }) => ({
    en: `${category.many.en}: ${said('one', value)}`,
    es: `${category.many.es}: ${said('uno', value)}`,
  }));
  return {
    en: `Picture graph. Each picture is ${scale}. ${all.map(({ en }) => en).join('. ')}`,
    es: `Gráfica de dibujos. Cada dibujo vale ${scale}. ${all.map(({ es }) => es).join('. ')}`,
  };
}

function pictureGraph(one: Of<'picture'>): Shown {
  const { a, scale } = one;
  const { rows, asked } = rowsIn(one);
  const [place = 0] = asked;
  const category = rows[place]?.category;
  const beside = [rows[place - 1], rows[place + 1]].flatMap((row) => row?.value ?? []);
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'picture-graph', rows: graphRows(rows), scale },
        spoken: pictureSpoken(rows, scale),
      },
      { type: 'text', text: category === undefined ? NO_WORDS : howManyThere(category) },
    ],
    answer: { kind: 'integer', value: a * scale },
    traps: numberTraps(a * scale, [
      ['counted-signs', a],
      ...beside.map((value) => ['neighbour-row', value * scale] as const),
    ]),
  };
}
const NO_WORDS: LocalText = { en: '', es: '' };

function howManyThere(category: SceneObject): LocalText {
  return {
    en: `How many ${category.many.en} are there?`,
    es: `${howMany(category)} ${category.many.es} hay?`,
  };
}

/** Axes in larger steps are labelled at every second line. */
const eachOf = (scale: number): number => (scale === 1 ? 1 : 2);

/** Where a bar ends: at a label, or halfway between two. */
function endWords(value: number, scale: number): LocalText {
  const each = eachOf(scale);
  if (value % each === 0) return { en: `at ${value * scale}`, es: `en ${value * scale}` };
  const [below, above] = [(value - 1) * scale, (value + 1) * scale];
  return {
    en: `halfway between ${below} and ${above}`,
    es: `a la mitad entre ${below} y ${above}`,
  };
}

function barSpoken(rows: readonly Row[], scale: number, lines: number): LocalText {
  const all = rows.map(({ category, value }) => {
    const end = endWords(value, scale);
    return {
      en: `${category.many.en}: ends ${end.en}`,
      es: `${category.many.es}: termina ${end.es}`,
    };
  });
  const top = lines * scale;
  const each = eachOf(scale) * scale;
  return {
    en: `Bar graph, from 0 to ${top}, labeled every ${each}. ${all.map(({ en }) => en).join('. ')}`,
    es: `Gráfica de barras, de 0 a ${top}, con números cada ${each}. ${all.map(({ es }) => es).join('. ')}`,
  };
}

function barGraph(one: Of<'bar'>): Shown {
  const { a, b, scale } = one;
  const { rows } = rowsIn(one);
  const lines = Math.max(...one.values);
  const [more, fewer] = askedRows(one);
  const text =
    more === undefined || fewer === undefined
      ? NO_WORDS
      : {
          en: `How many more ${more.category.many.en} than ${fewer.category.many.en} are there?`,
          es: `${howMany(more.category)} ${more.category.many.es} más que ${fewer.category.many.es} hay?`,
        };
  const gap = a - b;
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'bar-graph', rows: graphRows(rows), scale, each: eachOf(scale), lines },
        spoken: barSpoken(rows, scale, lines),
      },
      { type: 'text', text },
    ],
    answer: { kind: 'integer', value: gap * scale },
    traps: numberTraps(gap * scale, [
      ['counted-signs', gap],
      ['read-one-bar', a * scale],
      ['read-one-bar', b * scale],
      ['added', (a + b) * scale],
      ['off-by-one-line', (gap - 1) * scale],
      ['off-by-one-line', (gap + 1) * scale],
    ]),
  };
}

function plotSpoken(one: Of<'line-plot'>, from: number, to: number): LocalText {
  const { parts, unit } = one;
  const points = lengthsIn(one);
  const places = [...new Set(points)].map((place) => {
    const where = placeWords(place, parts, (k) => k);
    const count = points.filter((point) => point === place).length;
    const [en, es] = count === 1 ? ['cross', 'cruz'] : ['crosses', 'cruces'];
    return { en: `${count} ${en} ${where.en}`, es: `${count} ${es} ${where.es}` };
  });
  return {
    en: `Line plot from ${from} to ${to} ${unitWord(unit).en}, with ${parts} equal parts between two numbers: ${places.map(({ en }) => en).join('; ')}`,
    es: `Diagrama de puntos de ${from} a ${to} ${unitWord(unit).es}, con ${parts} partes iguales entre dos números: ${places.map(({ es }) => es).join('; ')}`,
  };
}

const LONGEST: LocalText = {
  en: 'Each cross is one ribbon. How much longer is the longest ribbon than the shortest one?',
  es: 'Cada cruz es una cinta. ¿Cuánto más larga es la cinta más larga que la más corta?',
};

function linePlot(one: Of<'line-plot'>): Shown {
  const { low, high, parts, unit } = one;
  const from = Math.floor(low / parts);
  const to = Math.ceil(high / parts);
  const points = lengthsIn(one);
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'line-plot', from, to, parts, points, unit: unitWord(unit) },
        spoken: plotSpoken(one, from, to),
      },
      { type: 'text', text: LONGEST },
    ],
    answer: {
      kind: 'fraction',
      num: high - low,
      den: parts,
      form: 'any',
      whole: true,
      unit: unitSign(unit),
    },
    traps: fractionTraps(ratio(high - low, parts), [
      ['read-one-bar', ratio(high, parts)],
      ['read-one-bar', ratio(low, parts)],
      ['added', ratio(high + low, parts)],
      ['off-by-one-line', ratio(high - low - 1, parts)],
      ['off-by-one-line', ratio(high - low + 1, parts)],
      ['counted-crosses', ratio(points.length)],
    ]),
  };
}
