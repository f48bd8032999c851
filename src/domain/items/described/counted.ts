/** Pictures in which something is counted, in full: numbers that a screen reader keeps to itself are said. */
import type { LocalText } from '../../kernel/local-text.ts';
import { moneyWriting } from '../digits-text.ts';
import { sceneObject } from '../families/graph-themes.ts';
import { coinName } from '../families/money-names.ts';
import type { BarGraphFigure } from '../figures/bar-graph.ts';
import type { CellsFigure } from '../figures/cells.ts';
import type { CoinsFigure } from '../figures/coins.ts';
import type { CountersFigure } from '../figures/counters.ts';
import type { EqualGroupsFigure } from '../figures/equal-groups.ts';
import type { PictureGraphFigure } from '../figures/picture-graph.ts';
import type { PlaceValueBlocksFigure } from '../figures/place-value-blocks.ts';
import type { TenFrameFigure } from '../figures/ten-frame.ts';
import type { TwoGroupsFigure } from '../figures/two-groups.ts';

export function describeCounters({ layout, count, thing }: CountersFigure): LocalText {
  const { many } = sceneObject(thing);
  const ways = {
    row: { en: 'in a row', es: 'en una fila' },
    scatter: { en: 'scattered', es: 'sin orden' },
    'rows-of-5': { en: 'in rows of five', es: 'en filas de cinco' },
    'loose-rows': { en: 'in uneven rows', es: 'en filas desiguales' },
  } as const;
  return {
    en: `${many.en}, ${ways[layout].en}: ${count}`,
    es: `${many.es}, ${ways[layout].es}: ${count}`,
  };
}

export function describePlaceValueBlocks({
  flats,
  rods,
  cubes,
}: PlaceValueBlocksFigure): LocalText {
  return {
    en: `base-ten blocks: flats of a hundred: ${flats}, rods of ten: ${rods}, small cubes: ${cubes}`,
    es: `bloques de base diez: placas de cien: ${flats}, barras de diez: ${rods}, cubos pequeños: ${cubes}`,
  };
}

export function describeTwoGroups({ counts, wide, thing }: TwoGroupsFigure): LocalText {
  const { many } = sceneObject(thing);
  const [first, second] = counts;
  const larger = wide === 'first' ? ['first', 'primer'] : ['second', 'segundo'];
  return {
    en: `two frames with ${many.en}: ${first} in the first, ${second} in the second; the ${larger[0]} group is spread wider`,
    es: `dos marcos con ${many.es}: ${first} en el primero, ${second} en el segundo; el ${larger[1]} grupo ocupa más lugar`,
  };
}

export function describeEqualGroups({
  layout,
  groups,
  each,
  object: { many },
}: EqualGroupsFigure): LocalText {
  return layout === 'groups'
    ? {
        en: `${groups} groups of ${each} ${many.en}`,
        es: `${groups} grupos de ${each} ${many.es}`,
      }
    : {
        en: `${groups} rows of ${each} ${many.en}`,
        es: `${groups} filas de ${each} ${many.es}`,
      };
}

export function describeTenFrame({ turn, filled }: TenFrameFigure): LocalText {
  const [columns, rows] = turn === 'wide' ? [5, 2] : [2, 5];
  const lines = pictureRows(columns, rows, filled);
  return {
    en: `a ten frame of ${rows} rows, # is a dot: ${lines}`,
    es: `un marco de diez de ${rows} filas, # es un punto: ${lines}`,
  };
}

export function describeCells({ columns, rows, filled }: CellsFigure): LocalText {
  const lines = pictureRows(columns, rows, filled);
  return {
    en: `unit squares, row by row, # is filled: ${lines}`,
    es: `cuadrados unidad, fila por fila, # está relleno: ${lines}`,
  };
}

/** Rows of a grid as signs: "##. / #..". */
function pictureRows(columns: number, rows: number, filled: readonly number[]): string {
  const row = (y: number): string =>
    Array.from({ length: columns }, (_, x) => (filled.includes(y * columns + x) ? '#' : '.')).join(
      '',
    );
  return Array.from({ length: rows }, (_, y) => row(y)).join(' / ');
}

export function describeCoins({ pieces }: CoinsFigure): LocalText {
  const list = pieces.map(({ cents }) =>
    cents < 100
      ? `${coinName(cents)} (${cents}¢)`
      : moneyWriting(cents, 'dollars', 'en').replace('.00', ''),
  );
  return { en: `money: ${list.join(', ')}`, es: `dinero: ${list.join(', ')}` };
}

export function describePictureGraph({ rows, scale }: PictureGraphFigure): LocalText {
  const list = (language: 'en' | 'es'): string =>
    rows.map(({ name, value }) => `${name[language]} ${value}`).join(', ');
  return {
    en: `a picture graph, each picture is ${scale}. Pictures in each row: ${list('en')}`,
    es: `un pictograma, cada dibujo vale ${scale}. Dibujos en cada fila: ${list('es')}`,
  };
}

export function describeBarGraph({ rows, scale, each }: BarGraphFigure): LocalText {
  const list = (language: 'en' | 'es'): string =>
    rows.map(({ name, value }) => `${name[language]} ${value * scale}`).join(', ');
  return {
    en: `a bar graph with a line every ${scale} and a label every ${scale * each}. Bars: ${list('en')}`,
    es: `una gráfica de barras con una línea cada ${scale} y un número cada ${scale * each}. Barras: ${list('es')}`,
  };
}
