import type { LocalText } from '../../kernel/local-text.ts';
import type { WorkedPart } from '../family.ts';
import type { PromptPart, Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { UnitId } from '../units.ts';
import type { BoxCase } from './box-volume.ts';
import { formula, line } from './worked-lines.ts';

export const CUBIC_UNITS: LocalText = { en: 'cubic units', es: 'unidades cúbicas' };

/** The solid and its question; `unit` is null for unit cubes. */
export function promptOf(one: BoxCase, unit: UnitId | null): readonly PromptPart[] {
  const { ask, l, w, h, m, g } = one;
  if (ask === 'two-boxes') {
    return [
      {
        type: 'figure',
        figure: {
          type: 'step',
          width: w,
          high: { length: l, height: h },
          low: { length: m, height: g },
        },
        spoken: {
          en: `Two boxes side by side, both ${w} wide. One is ${l} long and ${h} high, the other ${m} long and ${g} high`,
          es: `Dos cajas juntas, las dos de ${w} de ancho. Una mide ${l} de largo y ${h} de alto, la otra ${m} de largo y ${g} de alto`,
        },
      },
      {
        type: 'text',
        text: {
          en: 'The edges are in {unit}. What is the volume of this solid?',
          es: 'Las aristas están en {unit}. ¿Cuál es el volumen de este cuerpo?',
        },
        values: { unit: { type: 'unit', unit: unit ?? 'cm' } },
      },
    ];
  }
  const edges = { length: l, width: w, height: h };
  if (unit === null) {
    return [
      {
        type: 'figure',
        figure: { type: 'box', ...edges },
        spoken: {
          en: `A box of cubes: ${l} cubes long, ${w} cubes wide, ${h} cubes high`,
          es: `Una caja de cubos: ${l} cubos de largo, ${w} cubos de ancho, ${h} cubos de alto`,
        },
      },
      {
        type: 'text',
        text: {
          en: 'What is the volume in cubic units?',
          es: '¿Cuál es el volumen en unidades cúbicas?',
        },
      },
    ];
  }
  return [
    {
      type: 'figure',
      figure: { type: 'box', ...edges, unit },
      spoken: {
        en: `A box ${l} long, ${w} wide, ${h} high`,
        es: `Una caja de ${l} de largo, ${w} de ancho y ${h} de alto`,
      },
    },
    {
      type: 'text',
      text: { en: 'What is the volume of this box?', es: '¿Cuál es el volumen de esta caja?' },
    },
  ];
}

/** Wrong values that known misconceptions give. */
export function trapsOf({ ask, l, w, h, m, g }: BoxCase): Trap[] {
  const first = l * w * h;
  const second = m * w * g;
  if (ask === 'two-boxes')
    return numberTraps(first + second, [
      ['one-box-only', Math.max(first, second)],
      ['added-edges', l + w + h + m + g],
    ]);
  const common = [
    ['added-edges', l + w + h],
    ['one-face', l * w],
    ['surface', 2 * (l * w + l * h + w * h)],
  ] as const;
  if (ask === 'box') return numberTraps(first, common);
  return numberTraps(first, [
    ['visible-cubes', first - (l - 1) * (w - 1) * (h - 1)],
    ['visible-faces', l * w + l * h + w * h],
    ...common,
  ]);
}

/** Layer by layer, or edge times edge times edge. */
export function workedOf({ ask, l, w, h, m, g }: BoxCase): readonly WorkedPart[] {
  switch (ask) {
    case 'cubes':
      return [
        line(`One layer: ${l} × ${w} = ${l * w} cubes.`, `Una capa: ${l} × ${w} = ${l * w} cubos.`),
        line(
          `${h} layers: ${h} × ${l * w} = ${l * w * h}`,
          `${h} capas: ${h} × ${l * w} = ${l * w * h}`,
        ),
      ];
    case 'box':
      return [
        line('Length times width times height.', 'Largo por ancho por alto.'),
        formula(`${l} × ${w} × ${h} = ${l * w * h}`),
      ];
    case 'two-boxes':
      return [
        line(
          `One box: ${l} × ${w} × ${h} = ${l * w * h}`,
          `Una caja: ${l} × ${w} × ${h} = ${l * w * h}`,
        ),
        line(
          `The other box: ${m} × ${w} × ${g} = ${m * w * g}`,
          `La otra caja: ${m} × ${w} × ${g} = ${m * w * g}`,
        ),
        line(
          `Together: ${l * w * h} + ${m * w * g} = ${l * w * h + m * w * g}`,
          `Juntas: ${l * w * h} + ${m * w * g} = ${l * w * h + m * w * g}`,
        ),
      ];
  }
}
