import type { WorkedPart } from '../family.ts';
import type { RectangleCase } from './rectangle.ts';
import { formula, line } from './worked-lines.ts';

/** The answer. */
export function answerOf({ ask, l, w }: RectangleCase): number {
  switch (ask) {
    case 'area':
      return l * w;
    case 'perimeter':
      return 2 * (l + w);
    case 'side-from-area':
    case 'side-from-perimeter':
      return w;
  }
}

/** How to come to it. */
export function workedOf({ ask, square, l, w }: RectangleCase): readonly WorkedPart[] {
  switch (ask) {
    case 'area':
      return [
        line('Area: side times side.', 'Área: lado por lado.'),
        formula(`${l} × ${w} = ${l * w}`),
      ];
    case 'perimeter':
      return square
        ? [
            line('All four sides are equal.', 'Los cuatro lados son iguales.'),
            formula(`4 × ${l} = ${4 * l}`),
          ]
        : [
            line('Go around: all four sides.', 'Recorre el borde: los cuatro lados.'),
            formula(`${l} + ${w} + ${l} + ${w} = ${2 * (l + w)}`),
          ];
    case 'side-from-area':
      return [
        line(`${l} times what is ${l * w}?`, `¿${l} por cuánto es ${l * w}?`),
        formula(`${l * w} ÷ ${l} = ${w}`),
      ];
    case 'side-from-perimeter':
      return [
        line(
          `Two sides of ${l}: ${l} + ${l} = ${2 * l}`,
          `Dos lados de ${l}: ${l} + ${l} = ${2 * l}`,
        ),
        line(
          `Left for the other two: ${2 * (l + w)} − ${2 * l} = ${2 * w}`,
          `Quedan para los otros dos: ${2 * (l + w)} − ${2 * l} = ${2 * w}`,
        ),
        formula(`${2 * w} ÷ 2 = ${w}`),
      ];
  }
}
