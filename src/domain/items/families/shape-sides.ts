import type { LocalText } from '../../kernel/local-text.ts';
import type { Random } from '../../kernel/random.ts';
import { around, type Point } from '../drawing.ts';
import type { WorkedPart } from '../family.ts';
import type { Item } from '../item.ts';
import { numberTraps } from '../traps.ts';
import { randomOfItem } from './of-item.ts';
import { line } from './worked-lines.ts';

export interface SidesCase {
  readonly ask: 'sides';
  readonly n: number;
  /** 1 is the regular polygon, the others are irregular. */
  readonly variant: number;
}

export const MOST_SIDE_VARIANTS = 8;
const REACH = 52;
const ATTEMPTS = 2000;
/** A side is at least this long, a corner at least this sharp and at most this narrow. */
const SHORTEST = 17;
const FLATTEST = 158;
const NARROWEST = 42;

/** Corners on rays all around the middle: such a polygon never crosses itself. */
function irregular(random: Random, n: number): readonly Point[] {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const turn = random() * 360;
    const points = Array.from({ length: n }, (_, i): Point => {
      const degrees = turn + ((i + (random() - 0.5) * 0.7) * 360) / n;
      const [x, y] = around([0, 0], REACH * (0.5 + random() / 2), degrees);
      return [Math.round(x), Math.round(y)];
    });
    if (isClear(points)) return points;
  }
  return regular(n);
}

function regular(n: number): readonly Point[] {
  return Array.from({ length: n }, (_, i): Point => {
    const [x, y] = around([0, 0], REACH, ((i + 0.5) * 360) / n);
    return [Math.round(x), Math.round(y)];
  });
}

/** Whether every side and every corner can be told apart at a glance. */
function isClear(points: readonly Point[]): boolean {
  return points.every((point, i) => {
    const before = points.at(i - 1) ?? point;
    const after = points[(i + 1) % points.length] ?? point;
    const [ax, ay] = [before[0] - point[0], before[1] - point[1]];
    const [bx, by] = [after[0] - point[0], after[1] - point[1]];
    const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
    const corner = (Math.acos((ax * bx + ay * by) / (a * b)) * 180) / Math.PI;
    return a >= SHORTEST && corner >= NARROWEST && corner <= FLATTEST;
  });
}

const DIRECTIONS: readonly LocalText[] = [
  { en: 'top', es: 'arriba' },
  { en: 'upper right', es: 'arriba a la derecha' },
  { en: 'right', es: 'derecha' },
  { en: 'lower right', es: 'abajo a la derecha' },
  { en: 'bottom', es: 'abajo' },
  { en: 'lower left', es: 'abajo a la izquierda' },
  { en: 'left', es: 'izquierda' },
  { en: 'upper left', es: 'arriba a la izquierda' },
];

/** Where each corner is, going around: to be counted by ear. */
function spokenOf(points: readonly Point[]): LocalText {
  const places = points.map(([x, y]) => {
    const eighth = Math.round((Math.atan2(x, -y) * 4) / Math.PI);
    return DIRECTIONS[(eighth + 8) % 8] ?? { en: '', es: '' };
  });
  return {
    en: `A closed shape with straight sides. Going around it, a corner at: ${places.map(({ en }) => en).join(', ')}`,
    es: `Figura cerrada de lados rectos. Al recorrerla, hay una esquina en: ${places.map(({ es }) => es).join(', ')}`,
  };
}

export function buildSides(
  identity: string,
  { n, variant }: SidesCase,
): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const points = variant === 1 ? regular(n) : irregular(randomOfItem(identity), n);
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'shape', outlines: [{ points, closed: true }] },
        spoken: spokenOf(points),
      },
      {
        type: 'text',
        text: {
          en: 'How many sides does this shape have?',
          es: '¿Cuántos lados tiene esta figura?',
        },
      },
    ],
    answer: { kind: 'integer', value: n },
    traps: numberTraps(n, [['corners-counted-twice', n + 1]]),
  };
}

export function workedSides({ n }: SidesCase): readonly WorkedPart[] {
  const count = Array.from({ length: n }, (_, i) => i + 1).join(', ');
  return [
    line(
      `Start at one corner and count each side once: ${count}.`,
      `Empieza en una esquina y cuenta cada lado una vez: ${count}.`,
    ),
  ];
}
