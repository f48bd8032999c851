/** Shapes, solids and things cut into parts, in full: sides, corners and parts are said. */
import type { LocalText } from '../../kernel/local-text.ts';
import type { Point } from '../drawing.ts';
import type { LShapeFigure } from '../figures/l-shape.ts';
import type { PolygonFigure } from '../figures/polygon.ts';
import type { RectangleFigure } from '../figures/rectangle.ts';
import type { ShadedFigure } from '../figures/shaded.ts';
import type { ShapeFigure } from '../figures/shape.ts';
import type { Cut, SharesFigure } from '../figures/shares.ts';
import type { BoxFigure, StepFigure } from '../figures/solid.ts';
import type { WrittenDecimalsFigure } from '../figures/written-decimals.ts';
import { unitSign } from '../units.ts';
import { plainNumber } from './plain-number.ts';

export function describeRectangle({ width, height, unit, unknown }: RectangleFigure): LocalText {
  const sign = unitSign(unit);
  const [w, h] = [unknown === 'width' ? '?' : width, unknown === 'height' ? '?' : height];
  return {
    en: `a rectangle labeled ${w} ${sign.en} wide and ${h} ${sign.en} high`,
    es: `un rectángulo con las etiquetas ${w} ${sign.es} de ancho y ${h} ${sign.es} de alto`,
  };
}

export function describeLShape({ a, b, c, d, corner, labels }: LShapeFigure): LocalText {
  const others = labels === 'all' ? `, ${a - c}, ${b - d}` : '';
  const [top, side] = corner.split('-');
  const where = `${top === 'top' ? 'superior' : 'inferior'} ${side === 'left' ? 'izquierda' : 'derecha'}`;
  return {
    en: `a rectangle ${a} wide and ${b} high without its ${corner.replace('-', ' ')} corner, ${c} wide and ${d} high; labeled ${a}, ${b}, ${c}, ${d}${others}`,
    es: `un rectángulo de ${a} de ancho y ${b} de alto sin su esquina ${where}, de ${c} de ancho y ${d} de alto; con las etiquetas ${a}, ${b}, ${c}, ${d}${others}`,
  };
}

export function describePolygon({ lengths, unit }: PolygonFigure): LocalText {
  const sign = unitSign(unit);
  const list = (word: string): string => lengths.map((length) => `${length} ${word}`).join(', ');
  return {
    en: `a polygon with ${lengths.length} sides: ${list(sign.en)}`,
    es: `un polígono de ${lengths.length} lados: ${list(sign.es)}`,
  };
}

export function describeBox({ length, width, height, unit }: BoxFigure): LocalText {
  if (unit === undefined)
    return {
      en: `a box of unit cubes: ${length} long, ${width} wide, ${height} high`,
      es: `una caja de cubos unidad: ${length} de largo, ${width} de ancho, ${height} de alto`,
    };
  const sign = unitSign(unit);
  return {
    en: `a box, its edges labeled ${length} ${sign.en} long, ${width} ${sign.en} wide, ${height} ${sign.en} high`,
    es: `una caja con las etiquetas ${length} ${sign.es} de largo, ${width} ${sign.es} de ancho, ${height} ${sign.es} de alto`,
  };
}

export function describeStep({ width, high, low }: StepFigure): LocalText {
  return {
    en: `two joined boxes, both ${width} wide: one ${high.length} long and ${high.height} high, one ${low.length} long and ${low.height} high`,
    es: `dos cajas unidas, las dos de ${width} de ancho: una de ${high.length} de largo y ${high.height} de alto, otra de ${low.length} de largo y ${low.height} de alto`,
  };
}

/** More corners than any polygon that is asked about: the outline is a curve. */
const CURVE = 20;

/** How far the points of a curve are from its middle: of a circle all of them equally far. */
function reachOf(points: readonly Point[]): string {
  const middle = (place: 0 | 1): number => {
    const all = points.map((point) => point[place]);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  const [x, y] = [middle(0), middle(1)];
  const reach = points.map((point) => Math.round(Math.hypot(point[0] - x, point[1] - y)));
  const [least, most] = [Math.min(...reach), Math.max(...reach)];
  return least === most ? String(least) : `${least}..${most}`;
}

export function describeShape({ outlines }: ShapeFigure): LocalText {
  const list = (closedWord: string, openWord: string, curved: string): string =>
    outlines
      .map(({ points, closed }) => {
        const kind = closed ? closedWord : openWord;
        if (points.length > CURVE) return `${kind}, ${curved} ${reachOf(points)}`;
        return `${kind} ${points.map(([x, y]) => `(${Math.round(x)}, ${Math.round(-y)})`).join(' ')}`;
      })
      .join('; ');
  return {
    en: `a shape from lines: ${list('closed', 'open', 'curved, from its middle')}`,
    es: `una figura de líneas: ${list('cerrada', 'abierta', 'curva, desde su centro')}`,
  };
}

const WAYS = {
  slices: { en: 'from the middle', es: 'desde el centro' },
  strips: { en: 'in strips side by side', es: 'en tiras, lado a lado' },
  rows: { en: 'in rows', es: 'en filas' },
} as const;

function describeCut(cut: Cut): LocalText {
  if (cut.way === 'cross') {
    const place = cut.at.map((part) => `${Math.round(part * 100)}%`).join(', ');
    return { en: `two by two, crossing at ${place}`, es: `dos por dos, con cruce en ${place}` };
  }
  const { en, es } = WAYS[cut.way];
  const sizes = cut.weights.join(' : ');
  return { en: `${en}, sizes ${sizes}`, es: `${es}, tamaños ${sizes}` };
}

export function describeShares({ whole, cut }: SharesFigure): LocalText {
  const { en, es } = describeCut(cut);
  const name = whole === 'circle' ? ['circle', 'círculo'] : ['rectangle', 'rectángulo'];
  // Strips of equal width are no equal parts of a circle.
  const bands = whole === 'circle' && cut.way === 'strips';
  return {
    en: `a ${name[0]} cut ${en}${bands ? ' of the width' : ''}`,
    es: `un ${name[1]} cortado ${es}${bands ? ' del ancho' : ''}`,
  };
}

const WHOLES: Readonly<Record<ShadedFigure['shape'], LocalText>> = {
  bar: { en: 'bar', es: 'barra' },
  circle: { en: 'circle', es: 'círculo' },
  grid: { en: 'grid', es: 'cuadrícula' },
  'hundred-grid': { en: 'grid', es: 'cuadrícula' },
};

export function describeShaded({ shape, parts, shaded }: ShadedFigure): LocalText {
  const { en, es } = WHOLES[shape];
  return {
    en: `${en} of ${parts} equal parts, ${shaded.length} shaded`,
    es: `${es} de ${parts} partes iguales, ${shaded.length} sombreadas`,
  };
}

export function describeWrittenDecimals(figure: WrittenDecimalsFigure): LocalText {
  const { op, upper, lower, result, scale } = figure;
  const lines = (language: 'en' | 'es'): string => {
    const [x, y, z] = [upper, lower, result].map((n) => plainNumber(n, scale, language));
    return `${x} ${op} ${y} = ${z}`;
  };
  return { en: `in columns: ${lines('en')}`, es: `en columnas: ${lines('es')}` };
}
