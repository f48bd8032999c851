import type { Point } from '../drawing.ts';
import type { WorkedPart } from '../family.ts';
import type { Outline } from '../figures/shape.ts';
import type { Item } from '../item.ts';
import { numberTraps } from '../traps.ts';
import { inVariant, SHAPES, type ShapeName } from './shape-catalog.ts';
import { line } from './worked-lines.ts';

export interface SymmetryCase {
  readonly ask: 'symmetry';
  readonly shape: ShapeName;
  readonly lines: number;
  readonly variant: number;
}

/** Two points closer than this are one. */
const CLOSE = 0.6;

/** How many lines of symmetry these outlines have, found by reflecting their corners. */
export function linesOf(outlines: readonly Outline[]): number {
  const all = outlines.flatMap(({ points }) => points);
  const [cx, cy] = [mean(all.map(([x]) => x)), mean(all.map(([, y]) => y))];
  const points = all.map(([x, y]): Point => [x - cx, y - cy]);
  const [px, py] = points.toSorted((p, q) => Math.hypot(...q) - Math.hypot(...p))[0] ?? [0, 0];
  const far = Math.hypot(px, py);
  // A line of symmetry takes the farthest corner to one that is as far away: it halves the angle between them.
  const axes = points
    .filter((point) => Math.abs(Math.hypot(...point) - far) < CLOSE)
    .map(([x, y]) => (Math.atan2(y, x) + Math.atan2(py, px)) / 2);
  const found = axes.filter((axis) => {
    const [cos, sin] = [Math.cos(2 * axis), Math.sin(2 * axis)];
    return points.every(([x, y]) => {
      const [p, q] = [x * cos + y * sin, x * sin - y * cos];
      return points.some(([u, v]) => Math.hypot(u - p, v - q) < CLOSE);
    });
  });
  // Where corners lie close together (the tip of a heart) several of them give the same line.
  return found.filter((axis, i) => found.slice(0, i).every((other) => apart(axis, other))).length;
}

/** Whether two directions are not one line: lines have no front, half a turn changes nothing. */
function apart(p: number, q: number): boolean {
  return Math.abs(Math.sin(p - q)) > 0.08;
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / list.length;
}

/** What a child counts who takes diagonals for lines of symmetry. */
const WITH_DIAGONALS: Partial<Readonly<Record<ShapeName, number>>> = {
  rectangle: 4,
  parallelogram: 2,
};

export function buildSymmetry(one: SymmetryCase): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { shape, lines, variant } = one;
  const { outlines, name } = SHAPES[shape];
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'shape', outlines: inVariant(outlines, variant) },
        spoken: { en: capital(name.en), es: capital(name.es) },
      },
      {
        type: 'text',
        text: {
          en: 'How many lines of symmetry does this shape have?',
          es: '¿Cuántos ejes de simetría tiene esta figura?',
        },
      },
    ],
    answer: { kind: 'integer', value: lines },
    traps: numberTraps(lines, [['diagonals-as-symmetry', WITH_DIAGONALS[shape] ?? null]]),
  };
}

export function workedSymmetry({ lines }: SymmetryCase): readonly WorkedPart[] {
  if (lines === 0) {
    return [
      line(
        'However it is folded, the two halves never match.',
        'Se doble como se doble, las dos mitades nunca coinciden.',
      ),
    ];
  }
  return [
    line(
      lines === 1
        ? 'It can be folded in 1 way so that both halves match.'
        : `It can be folded in ${lines} ways so that both halves match.`,
      lines === 1
        ? 'Se puede doblar de 1 manera para que las dos mitades coincidan.'
        : `Se puede doblar de ${lines} maneras para que las dos mitades coincidan.`,
    ),
  ];
}
