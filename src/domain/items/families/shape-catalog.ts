import type { LocalText } from '../../kernel/local-text.ts';
import { around, type Point } from '../drawing.ts';
import type { Outline } from '../figures/shape.ts';

/** A shape that has a name: its lines around 0, and what it is called with its article. */
interface NamedShape {
  readonly outlines: readonly Outline[];
  readonly name: LocalText;
}

const CENTRE: Point = [0, 0];
/** Tidy numbers, the same on every machine. */
const tidy = ([x, y]: Point): Point => [Math.round(x * 100) / 100, Math.round(y * 100) / 100];

const closed = (...points: readonly Point[]): Outline => ({
  points: points.map(tidy),
  closed: true,
});

/** Corners on a circle, the first one at the top unless the lowest side is level. */
function regular(sides: number): Outline {
  const first = sides % 2 === 0 ? 180 / sides : 0;
  return closed(
    ...Array.from({ length: sides }, (_, i) => around(CENTRE, 50, first + (i * 360) / sides)),
  );
}

const SMOOTH = 72;
const curve = (at: (part: number) => Point): Outline =>
  closed(...Array.from({ length: SMOOTH }, (_, i) => at(i / SMOOTH)));

const ellipse = (rx: number, ry: number): Outline =>
  curve((part) => {
    const [x, y] = around(CENTRE, 1, part * 360);
    return [x * rx, y * ry];
  });

function arc(centre: Point, r: number, from: number, to: number): Point[] {
  return Array.from({ length: 37 }, (_, i) => around(centre, r, from + ((to - from) * i) / 36));
}

const heart = curve((part) => {
  const t = 2 * Math.PI * part;
  const y = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t);
  return [2.9 * 16 * Math.sin(t) ** 3, -2.9 * y - 6];
});

/** A large disc without a smaller one: both circles meet at the two tips, the opening looks to the right. */
function crescent(): Outline {
  const [r, tip, away] = [48, 32, 20];
  const [x, y] = around([-6, 0], r, tip);
  const inner = Math.hypot(x - away, y);
  const turn = (Math.atan2(x - away, -y) * 180) / Math.PI;
  return closed(
    ...arc([-6, 0], r, 180 - tip, 360 + tip),
    ...arc([away, 0], inner, 360 + turn, 180 - turn),
  );
}

const one = (en: string, es: string, ...outlines: readonly Outline[]): NamedShape => ({
  outlines,
  name: { en, es },
});

/** Every shape that is drawn by name. */
export const SHAPES = {
  circle: one('a circle', 'un círculo', ellipse(48, 48)),
  triangle: one('a triangle', 'un triángulo', regular(3)),
  pentagon: one('a pentagon', 'un pentágono', regular(5)),
  hexagon: one('a hexagon', 'un hexágono', regular(6)),
  octagon: one('an octagon', 'un octágono', regular(8)),
  square: one('a square', 'un cuadrado', closed([-38, -38], [38, -38], [38, 38], [-38, 38])),
  rectangle: one(
    'a rectangle',
    'un rectángulo',
    closed([-48, -26], [48, -26], [48, 26], [-48, 26]),
  ),
  rhombus: one('a rhombus', 'un rombo', closed([0, -30], [50, 0], [0, 30], [-50, 0])),
  parallelogram: one(
    'a parallelogram',
    'un paralelogramo',
    closed([-24, -22], [50, -22], [24, 22], [-50, 22]),
  ),
  trapezoid: one('a trapezoid', 'un trapecio', closed([-26, -28], [20, -28], [48, 28], [-42, 28])),
  'irregular quadrilateral': one(
    'a shape with four sides',
    'una figura de cuatro lados',
    closed([-52, 24], [-30, -30], [14, -40], [46, 36]),
  ),
  'equilateral triangle': one(
    'a triangle with three equal sides',
    'un triángulo de tres lados iguales',
    regular(3),
  ),
  'isosceles triangle': one(
    'a triangle with just two equal sides',
    'un triángulo con solo dos lados iguales',
    closed([0, -48], [28, 42], [-28, 42]),
  ),
  'scalene triangle': one(
    'a triangle with three different sides',
    'un triángulo de tres lados distintos',
    closed([-48, 32], [48, 32], [-18, -36]),
  ),
  'right scalene triangle': one(
    'a triangle with a right angle and three different sides',
    'un triángulo con un ángulo recto y tres lados distintos',
    closed([-26, -44], [28, 40], [-26, 40]),
  ),
  kite: one('a kite shape', 'una cometa', closed([0, -48], [28, -16], [0, 50], [-28, -16])),
  'isosceles trapezoid': one(
    'a trapezoid whose slanted sides are equal',
    'un trapecio con los lados inclinados iguales',
    closed([-24, -30], [24, -30], [48, 30], [-48, 30]),
  ),
  'regular pentagon': one(
    'a pentagon with all sides and angles equal',
    'un pentágono de lados y ángulos iguales',
    regular(5),
  ),
  'regular hexagon': one(
    'a hexagon with all sides and angles equal',
    'un hexágono de lados y ángulos iguales',
    regular(6),
  ),
  'regular octagon': one(
    'an octagon with all sides and angles equal',
    'un octágono de lados y ángulos iguales',
    regular(8),
  ),
  heart: one('a heart', 'un corazón', heart),
  arrow: one(
    'an arrow',
    'una flecha',
    closed([-48, -14], [2, -14], [2, -38], [48, 0], [2, 38], [2, 14], [-48, 14]),
  ),
  'plus sign': one(
    'a plus sign',
    'un signo más',
    closed(
      [-15, -46],
      [15, -46],
      [15, -15],
      [46, -15],
      [46, 15],
      [15, 15],
      [15, 46],
      [-15, 46],
      [-15, 15],
      [-46, 15],
      [-46, -15],
      [-15, -15],
    ),
  ),
  oval: one('an oval', 'un óvalo', ellipse(50, 30)),
  'half circle': one('a half circle', 'medio círculo', closed(...arc([0, 24], 48, -90, 90))),
  'capital A': one(
    'a block capital A',
    'una letra A mayúscula',
    closed([-40, 46], [-12, -46], [12, -46], [40, 46], [22, 46], [15, 22], [-15, 22], [-22, 46]),
    closed([-10, 6], [10, 6], [0, -28]),
  ),
  'capital H': one(
    'a block capital H',
    'una letra H mayúscula',
    closed(
      [-38, -46],
      [-18, -46],
      [-18, -10],
      [18, -10],
      [18, -46],
      [38, -46],
      [38, 46],
      [18, 46],
      [18, 10],
      [-18, 10],
      [-18, 46],
      [-38, 46],
    ),
  ),
  'capital N': one(
    'a block capital N',
    'una letra N mayúscula',
    closed(
      [-38, 46],
      [-38, -46],
      [-16, -46],
      [20, 14],
      [20, -46],
      [38, -46],
      [38, 46],
      [16, 46],
      [-20, -14],
      [-20, 46],
    ),
  ),
  'capital F': one(
    'a block capital F',
    'una letra F mayúscula',
    closed(
      [-30, 46],
      [-30, -46],
      [34, -46],
      [34, -28],
      [-10, -28],
      [-10, -8],
      [22, -8],
      [22, 10],
      [-10, 10],
      [-10, 46],
    ),
  ),
  crescent: one('a crescent moon', 'una luna creciente', crescent()),
  'lightning bolt': one(
    'a lightning bolt',
    'un rayo',
    closed([6, -48], [-26, 6], [-2, 6], [-14, 48], [26, -10], [2, -10], [20, -48]),
  ),
} as const satisfies Readonly<Record<string, NamedShape>>;

export type ShapeName = keyof typeof SHAPES;

/** How the drawings of one shape differ: turned by degrees, smaller. The first one stands in its usual position. */
const VARIANTS = [
  { turn: 0, size: 1 },
  { turn: 20, size: 0.86 },
  { turn: 135, size: 0.94 },
  { turn: 75, size: 0.72 },
  { turn: 250, size: 0.98 },
  { turn: 160, size: 0.62 },
] as const;
export const MOST_VARIANTS = VARIANTS.length;

/** Outlines as they are drawn in one of the variants, numbered from 1. */
export function inVariant(outlines: readonly Outline[], variant: number): readonly Outline[] {
  const { turn, size } = VARIANTS[variant - 1] ?? VARIANTS[0];
  return turned(outlines, turn, size);
}

/** Outlines turned with the clock, and made smaller. */
export function turned(
  outlines: readonly Outline[],
  turn: number,
  size: number,
): readonly Outline[] {
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  const move = ([x, y]: Point): Point =>
    tidy([(x * cos - y * sin) * size, (x * sin + y * cos) * size]);
  return outlines.map((outline) => ({ ...outline, points: outline.points.map(move) }));
}
