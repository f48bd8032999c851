import type { WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { LShapeCase } from './l-shape.ts';
import { formula, line } from './worked-lines.ts';

type Ask = 'area' | 'perimeter';

/** Wrong values that known misconceptions give. */
export function lShapeTraps(
  { a, b, c, d }: LShapeCase,
  ask: Ask,
  labels: 'all' | 'four',
  key: number,
): Trap[] {
  const labelled = labels === 'all' ? 2 * (a + b) : a + b + c + d;
  if (ask === 'area')
    return numberTraps(key, [
      ['whole-rectangle', a * b],
      ['added-labels', labelled],
      ['overlap-twice', a * (b - d) + (a - c) * b],
    ]);
  return numberTraps(key, [
    ['added-labels', labelled],
    ['area-for-perimeter', a * b - c * d],
    ['cut-perimeter', 2 * (a + b) - c - d],
  ]);
}

/** How to come to the answer: an area is cut in two, for a perimeter the missing sides are worked out. */
export function workedOf({ a, b, c, d }: LShapeCase, ask: Ask): readonly WorkedPart[] {
  const [x, y] = [a - c, b - d];
  if (ask === 'area')
    return [
      line('Cut the shape into two rectangles.', 'Corta la figura en dos rectángulos.'),
      formula(`${a} × ${y} = ${a * y}`),
      formula(`${x} × ${d} = ${x * d}`),
      formula(`${a * y} + ${x * d} = ${a * y + x * d}`),
    ];
  return [
    line('The two sides without a number:', 'Los dos lados sin número:'),
    formula(`${a} − ${c} = ${x}`),
    formula(`${b} − ${d} = ${y}`),
    line(
      `All around: ${a} + ${b} + ${x} + ${d} + ${c} + ${y} = ${2 * (a + b)}`,
      `Todo el borde: ${a} + ${b} + ${x} + ${d} + ${c} + ${y} = ${2 * (a + b)}`,
    ),
  ];
}
