import type { LocalText } from '../../kernel/local-text.ts';
import type { Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { Item, PromptPart } from '../item.ts';
import { drawNumber, holds, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { raisedSign, unitSign, type UnitId } from '../units.ts';
import { pickOfItem, readUnits } from './of-item.ts';
import { rectangleTraps } from './rectangle-traps.ts';
import { answerOf, workedOf } from './rectangle-lines.ts';

const ASKS = ['area', 'perimeter', 'side-from-area', 'side-from-perimeter'] as const;
type Ask = (typeof ASKS)[number];

interface Params {
  readonly ask: Ask;
  /** Sides of a square, or the given and the other side of a rectangle. */
  readonly sides:
    | { readonly shape: 'square'; readonly s: NumberSet }
    | { readonly shape: 'rectangle'; readonly l: NumberSet; readonly w: NumberSet };
  readonly units: readonly UnitId[];
}

/** `l` is the side that is given, `w` the other one; they are equal in a square. */
export interface RectangleCase {
  readonly ask: Ask;
  readonly square: boolean;
  readonly l: number;
  readonly w: number;
}

function parse(read: RecordReader): Params {
  const shape = read.oneOf('shape', ['rectangle', 'square']);
  const ask = read.oneOf('ask', ASKS);
  const side = (name: string): NumberSet => {
    const set = readSet(read, name);
    if (holds(set, 0)) read.fail(name, 'a side is longer than 0');
    return set;
  };
  const units = readUnits(read);
  if (shape === 'square') {
    if (ask.startsWith('side')) read.fail('ask', 'a missing side is asked of a rectangle');
    return { ask, units, sides: { shape, s: side('s') } };
  }
  const [l, w] = [side('l'), side('w')];
  const all = new Set([...numbersOf(l), ...numbersOf(w)]);
  if (all.size < 2) read.fail('w', 'the sides of a rectangle differ');
  return { ask, units, sides: { shape, l, w } };
}

function* cases({ ask, sides }: Params): Iterable<RectangleCase> {
  if (sides.shape === 'square') {
    for (const s of numbersOf(sides.s)) yield { ask, square: true, l: s, w: s };
    return;
  }
  for (const l of numbersOf(sides.l))
    for (const w of numbersOf(sides.w)) if (l !== w) yield { ask, square: false, l, w };
}

function draw(random: Random, { ask, sides }: Params): RectangleCase | null {
  if (sides.shape === 'square') {
    const s = drawNumber(random, sides.s);
    return { ask, square: true, l: s, w: s };
  }
  const l = drawNumber(random, sides.l);
  const w = drawNumber(random, sides.w);
  return l === w ? null : { ask, square: false, l, w };
}

function identityOf({ ask, square, l, w }: RectangleCase): string {
  return square ? `${ask} square ${l}` : `${ask} ${l}x${w}`;
}

function describe(one: RectangleCase): CaseTraits {
  const { square, l, w } = one;
  const result = answerOf(one);
  return {
    identity: identityOf(one),
    twin: `${Math.min(l, w)}x${Math.max(l, w)}`,
    stratum: '',
    tags: l === 2 || w === 2 ? ['has-2'] : [],
    numbers: square ? { s: l, result } : { l, w, result },
  };
}

const QUESTIONS: Readonly<Record<'area' | 'perimeter', LocalText>> = {
  area: { en: 'What is the area?', es: '¿Cuál es el área?' },
  perimeter: { en: 'What is the perimeter?', es: '¿Cuál es el perímetro?' },
};

function questionOf({ ask, l, w }: RectangleCase, unit: UnitId): PromptPart {
  if (ask === 'area' || ask === 'perimeter') return { type: 'text', text: QUESTIONS[ask] };
  const side = { type: 'measure', value: l, unit } as const;
  return ask === 'side-from-area'
    ? {
        type: 'text',
        text: {
          en: 'The area is {all} and one side is {side}. How long is the other side?',
          es: 'El área es {all} y un lado mide {side}. ¿Cuánto mide el otro lado?',
        },
        values: { side, all: { type: 'measure', value: l * w, unit, power: 2 } },
      }
    : {
        type: 'text',
        text: {
          en: 'The perimeter is {all} and one side is {side}. How long is the other side?',
          es: 'El perímetro es {all} y un lado mide {side}. ¿Cuánto mide el otro lado?',
        },
        values: { side, all: { type: 'measure', value: 2 * (l + w), unit } },
      };
}

function spokenOf({ ask, square, l, w }: RectangleCase): LocalText {
  if (square) return { en: `Square, one side is ${l}`, es: `Cuadrado, un lado mide ${l}` };
  if (ask.startsWith('side'))
    return {
      en: `Rectangle, one side is ${l}, the other side is not known`,
      es: `Rectángulo, un lado mide ${l}, el otro no se conoce`,
    };
  return { en: `Rectangle, ${l} by ${w}`, es: `Rectángulo de ${l} por ${w}` };
}

function build(one: RectangleCase, { units }: Params): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { ask, l, w } = one;
  const unit = pickOfItem(identityOf(one), 'unit', units);
  const hidden = ask.startsWith('side') ? { unknown: 'height' as const } : {};
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'rectangle', width: l, height: w, unit, ...hidden },
        spoken: spokenOf(one),
      },
      questionOf(one, unit),
    ],
    answer: {
      kind: 'integer',
      value: answerOf(one),
      unit: ask === 'area' ? raisedSign(unit, 2) : unitSign(unit),
    },
    traps: rectangleTraps(one, answerOf(one)),
  };
}

/** Area, perimeter or a missing side of a rectangle or square. */
export const rectangle = defineFamily<Params, RectangleCase>({
  id: 'rectangle',
  version: 1,
  tags: ['has-2'],
  numbers: ['l', 'w', 's', 'result'],
  parse,
  size: ({ sides }) =>
    sides.shape === 'square' ? sizeOf(sides.s) : sizeOf(sides.l) * sizeOf(sides.w),
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
