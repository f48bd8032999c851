import type { LocalText } from '../../kernel/local-text.ts';
import type { Point } from '../drawing.ts';
import type { WorkedPart } from '../family.ts';
import type { Outline } from '../figures/shape.ts';
import type { Item } from '../item.ts';
import { inVariant, MOST_VARIANTS, SHAPES } from './shape-catalog.ts';
import { pictureChoice, type PictureOption } from './shape-options.ts';
import { line } from './worked-lines.ts';

/** Shapes that are looked for. */
export const FOUND = ['circle', 'triangle', 'square', 'rectangle', 'hexagon'] as const;
type Found = (typeof FOUND)[number];

export interface FindCase {
  readonly ask: 'find';
  readonly shape: Found;
  /** 1 is the usual position. */
  readonly variant: number;
}

/** A shape that is nearly the one looked for, and how it looks. */
interface Look {
  readonly outlines: readonly Outline[];
  readonly text: LocalText;
}

const CURVE = 12;

/** The last side stops before it meets the first. */
function opened({ outlines }: { readonly outlines: readonly Outline[] }): readonly Outline[] {
  return outlines.map(({ points }) => {
    const [first, last] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
    if (points.length > CURVE)
      return { points: points.slice(0, Math.round(points.length * 0.82)), closed: false };
    const stop: Point = [
      last[0] + (first[0] - last[0]) * 0.55,
      last[1] + (first[1] - last[1]) * 0.55,
    ];
    return { points: [...points, stop], closed: false };
  });
}

/** The last side is bent outwards. */
function bent({ outlines }: { readonly outlines: readonly Outline[] }): readonly Outline[] {
  return outlines.map(({ points, closed }) => {
    const [to, from] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    // A parabola over the side, as high as a third of its length, on the outer hand.
    const arc = Array.from({ length: CURVE }, (_, i): Point => {
      const part = (i + 1) / (CURVE + 1);
      const lift = (4 * part * (1 - part)) / 3;
      return [from[0] + dx * part + dy * lift, from[1] + dy * part - dx * lift];
    });
    return { points: [...points, ...arc], closed };
  });
}

const look = (outlines: readonly Outline[], en: string, es: string): Look => ({
  outlines,
  text: { en, es },
});

const LOOKS: Readonly<Record<Found, LocalText>> = {
  circle: {
    en: 'a closed round shape, equally wide all around',
    es: 'una figura redonda y cerrada, igual de ancha por todos lados',
  },
  triangle: {
    en: 'a closed shape with three straight sides',
    es: 'una figura cerrada con tres lados rectos',
  },
  square: {
    en: 'a closed shape with four equal sides and four square corners',
    es: 'una figura cerrada con cuatro lados iguales y cuatro esquinas rectas',
  },
  rectangle: {
    en: 'a closed shape with two long and two short sides and four square corners',
    es: 'una figura cerrada con dos lados largos, dos cortos y cuatro esquinas rectas',
  },
  hexagon: {
    en: 'a closed shape with six straight sides',
    es: 'una figura cerrada con seis lados rectos',
  },
};

const OPEN_SQUARE = look(
  opened(SHAPES.square),
  'four lines whose ends do not meet',
  'cuatro líneas cuyos extremos no se tocan',
);

/** Three pictures for each shape that are almost it. None of them is one of its kind (a square is a rectangle). */
const ALMOST: Readonly<Record<Found, readonly Look[]>> = {
  circle: [
    look(
      SHAPES.oval.outlines,
      'a closed round shape, longer than wide',
      'una figura redonda y cerrada, más larga que ancha',
    ),
    look(
      SHAPES['half circle'].outlines,
      'half a round shape with one straight side',
      'media figura redonda con un lado recto',
    ),
    look(
      opened(SHAPES.circle),
      'a round line whose ends do not meet',
      'una línea redonda cuyos extremos no se tocan',
    ),
  ],
  triangle: [
    look(
      bent(SHAPES['isosceles triangle']),
      'a shape with two straight sides and one curved side',
      'una figura con dos lados rectos y uno curvo',
    ),
    look(
      SHAPES['isosceles trapezoid'].outlines,
      'a closed shape with four straight sides, narrower at one end',
      'una figura cerrada con cuatro lados rectos, más angosta en un extremo',
    ),
    look(
      opened(SHAPES.triangle),
      'three lines whose ends do not meet',
      'tres líneas cuyos extremos no se tocan',
    ),
  ],
  square: [
    look(
      SHAPES.rhombus.outlines,
      'a slanted shape with four equal sides and no square corner',
      'una figura inclinada con cuatro lados iguales y ninguna esquina recta',
    ),
    look(SHAPES.rectangle.outlines, LOOKS.rectangle.en, LOOKS.rectangle.es),
    OPEN_SQUARE,
  ],
  rectangle: [
    look(
      SHAPES.parallelogram.outlines,
      'a slanted shape with four sides and no square corner',
      'una figura inclinada con cuatro lados y ninguna esquina recta',
    ),
    look(
      bent(SHAPES.rectangle),
      'a shape with three straight sides and one curved side',
      'una figura con tres lados rectos y uno curvo',
    ),
    look(
      opened(SHAPES.rectangle),
      'two long and two short lines whose ends do not meet',
      'dos líneas largas y dos cortas cuyos extremos no se tocan',
    ),
  ],
  hexagon: [
    look(
      SHAPES.pentagon.outlines,
      'a closed shape with five straight sides',
      'una figura cerrada con cinco lados rectos',
    ),
    look(
      SHAPES.octagon.outlines,
      'a closed shape with eight straight sides',
      'una figura cerrada con ocho lados rectos',
    ),
    look(
      opened(SHAPES.hexagon),
      'six lines whose ends do not meet',
      'seis líneas cuyos extremos no se tocan',
    ),
  ],
};

const TRIANGLES = [
  'triangle',
  'scalene triangle',
  'isosceles triangle',
  'right scalene triangle',
  'isosceles triangle',
  'scalene triangle',
] as const;
/** Half the height of rectangles that are all clearly longer than high. */
const HEIGHTS = [26, 20, 28, 16, 24, 30] as const;

function rightOne({ shape, variant }: FindCase): readonly Outline[] {
  const { outlines } = SHAPES[shape === 'triangle' ? (TRIANGLES[variant - 1] ?? shape) : shape];
  if (shape !== 'rectangle') return inVariant(outlines, variant);
  const stretch = (HEIGHTS[variant - 1] ?? 26) / 26;
  const stretched = outlines.map((outline) => ({
    ...outline,
    points: outline.points.map(([x, y]): Point => [x, y * stretch]),
  }));
  return inVariant(stretched, variant);
}

function picturesOf(one: FindCase): readonly [PictureOption, ...PictureOption[]] {
  const { shape, variant } = one;
  const almost = ALMOST[shape].map(({ outlines, text }, i): PictureOption => {
    // One look-alike stands upright wherever the right one does not; the others are turned in other ways.
    const upright = variant !== 1 && i === variant % ALMOST[shape].length;
    const own = upright ? 1 : ((variant + i) % (MOST_VARIANTS - 1)) + 2;
    return {
      figure: { type: 'shape', outlines: inVariant(outlines, own) },
      text,
      tags: upright ? ['almost-a-shape', 'only-the-upright-one'] : ['almost-a-shape'],
    };
  });
  const right = { type: 'shape', outlines: rightOne(one) } as const;
  return [{ figure: right, text: LOOKS[shape], tags: [] }, ...almost];
}

export function buildFind(
  identity: string,
  one: FindCase,
): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { en, es } = SHAPES[one.shape].name;
  return {
    prompt: [
      {
        type: 'text',
        text: { en: `Which picture is ${en}?`, es: `¿Qué dibujo es ${es}?` },
      },
    ],
    ...pictureChoice(identity, picturesOf(one), FOUND.indexOf(one.shape) + one.variant),
  };
}

export function workedFind({ shape }: FindCase): readonly WorkedPart[] {
  const { en, es } = SHAPES[shape].name;
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return [
    line(`${capital(en)} is ${LOOKS[shape].en}.`, `${capital(es)} es ${LOOKS[shape].es}.`),
    line('It stays one when it is turned.', 'Lo sigue siendo aunque esté girado.'),
  ];
}
