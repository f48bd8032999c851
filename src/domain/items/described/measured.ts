/** Pictures from which something is read off, in full: the place of every hand, arrow, arm and end is said. */
import type { LocalText } from '../../kernel/local-text.ts';
import type { AngleFigure } from '../figures/angle.ts';
import type { ClockFigure } from '../figures/clock.ts';
import type { CoordinateGridFigure } from '../figures/coordinate-grid.ts';
import type { LinePlotFigure } from '../figures/line-plot.ts';
import type { MeasuringScaleFigure } from '../figures/measuring-scale.ts';
import type { NumberLineFigure } from '../figures/number-line.ts';
import type { ProtractorFigure } from '../figures/protractor.ts';
import type { LongThing, RulerFigure } from '../figures/ruler.ts';
import { plainNumber } from './plain-number.ts';

export function describeClock({ hour, minute }: ClockFigure): LocalText {
  const next = (hour % 12) + 1;
  const mark = minute % 5 === 0 ? ` (${minute === 0 ? 12 : minute / 5})` : '';
  return {
    en: `a clock. Short hand: ${minute === 0 ? `at ${hour}` : `between ${hour} and ${next}`}. Long hand: at minute ${minute}${mark}`,
    es: `un reloj. Aguja corta: ${minute === 0 ? `en ${hour}` : `entre ${hour} y ${next}`}. Aguja larga: en el minuto ${minute}${mark}`,
  };
}

export function describeNumberLine(figure: NumberLineFigure): LocalText {
  const { from, tick, spaces, label, at, scale } = figure;
  const words = (language: 'en' | 'es'): string[] =>
    [from, from + tick * spaces, tick, label, at].map((n) => plainNumber(n, scale, language));
  const [en, es] = [words('en'), words('es')];
  return {
    en: `a number line from ${en[0]} to ${en[1]} with a mark every ${en[2]} and a label every ${en[3]}. The arrow is at ${en[4]}`,
    es: `una recta numérica de ${es[0]} a ${es[1]} con una marca cada ${es[2]} y un número cada ${es[3]}. La flecha está en ${es[4]}`,
  };
}

const THINGS: Readonly<Record<LongThing, LocalText>> = {
  pencil: { en: 'pencil', es: 'lápiz' },
  ribbon: { en: 'ribbon', es: 'cinta' },
  crayon: { en: 'crayon', es: 'crayón' },
  stick: { en: 'stick', es: 'palito' },
};

/** How often a unit is marked. */
function marksOf(parts: number): LocalText {
  return parts === 1
    ? { en: 'a mark at every unit', es: 'una marca en cada unidad' }
    : { en: `${parts} spaces to a unit`, es: `${parts} espacios por unidad` };
}

export function describeRuler({ unit, length, parts, things }: RulerFigure): LocalText {
  const list = (language: 'en' | 'es', word: string): string =>
    things
      .map(({ thing, from, to }) => {
        const [start, end] = [plainNumber(from, parts, language), plainNumber(to, parts, language)];
        return `${THINGS[thing][language]} ${start} ${word} ${end}`;
      })
      .join(', ');
  const marks = marksOf(parts);
  return {
    en: `a ruler from 0 to ${length} ${unit.en}, ${marks.en}. On it, from where to where: ${list('en', 'to')}`,
    es: `una regla de 0 a ${length} ${unit.es}, ${marks.es}. Encima, de dónde a dónde: ${list('es', 'a')}`,
  };
}

export function describeMeasuringScale(figure: MeasuringScaleFigure): LocalText {
  const { holds, unit, label, parts, labels, at } = figure;
  const place = plainNumber(at * label, parts, 'en');
  const [en, es] =
    holds === 'liquid'
      ? [
          ['a jar', 'The liquid stands at'],
          ['un recipiente', 'El líquido llega a'],
        ]
      : [
          ['a spring balance', 'The pointer is at'],
          ['una balanza', 'La aguja está en'],
        ];
  return {
    en: `${en[0]} with a scale from 0 to ${label * labels} ${unit.en}, a label every ${label}, ${parts} spaces between labels. ${en[1]} ${place}`,
    es: `${es[0]} con escala de 0 a ${label * labels} ${unit.es}, un número cada ${label}, ${parts} espacios entre números. ${es[1]} ${place}`,
  };
}

export function describeAngle({ degrees, turn, parts = [] }: AngleFigure): LocalText {
  const cut = parts.map(({ label }) => label).join(', ');
  return {
    en: `an angle of ${degrees}°, its lower arm turned by ${turn}°${cut === '' ? '' : `, cut in parts that are labeled ${cut}`}`,
    es: `un ángulo de ${degrees}°, su lado inferior girado ${turn}°${cut === '' ? '' : `, cortado en partes con las etiquetas ${cut}`}`,
  };
}

export function describeProtractor({ arms }: ProtractorFigure): LocalText {
  const inner = arms.map((arm) => `${arm}`).join(', ');
  const outer = arms.map((arm) => `${180 - arm}`).join(', ');
  return {
    en: `an angle on a protractor. Its arms point to ${inner} on the inner scale and to ${outer} on the outer scale`,
    es: `un ángulo sobre un transportador. Sus lados apuntan a ${inner} en la escala interior y a ${outer} en la exterior`,
  };
}

export function describeLinePlot({ from, to, parts, points, unit }: LinePlotFigure): LocalText {
  const list = (language: 'en' | 'es'): string =>
    [...new Set(points)]
      .toSorted((p, q) => p - q)
      .map((place) => {
        const crosses = points.filter((one) => one === place).length;
        return `${plainNumber(place, parts, language)}: ${crosses}`;
      })
      .join(', ');
  const marks = marksOf(parts);
  return {
    en: `a line plot from ${from} to ${to} (${unit.en}), ${marks.en}. Crosses at each place: ${list('en')}`,
    es: `un diagrama de puntos de ${from} a ${to} (${unit.es}), ${marks.es}. Cruces en cada lugar: ${list('es')}`,
  };
}

export function describeCoordinateGrid({ max, points }: CoordinateGridFigure): LocalText {
  const list = points.map(({ name, x, y }) => `${name} (${x}, ${y})`).join(', ');
  return {
    en: `a coordinate grid from 0 to ${max}, points across and up: ${list}`,
    es: `un plano de coordenadas de 0 a ${max}, puntos por x e y: ${list}`,
  };
}
