import type { LocalText } from '../../kernel/local-text.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { LShapeFigure } from '../figures/l-shape.ts';
import type { Item } from '../item.ts';
import { readSet } from '../number-set.ts';
import { raisedSign, unitSign, type UnitId } from '../units.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import { lShapeTraps, workedOf } from './l-shape-lines.ts';
import { pickOfItem, readUnits } from './of-item.ts';

type Name = 'a' | 'b' | 'c' | 'd';

interface Params {
  readonly ask: 'area' | 'perimeter';
  readonly sides: Variables<Name>;
  /** Least width of both arms. */
  readonly arm: number;
  readonly labels: LShapeFigure['labels'];
  readonly units: readonly UnitId[];
}

/** Outer width and height, width and height of the corner that is taken away. */
export interface LShapeCase {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const CORNERS = ['top-right', 'top-left', 'bottom-right', 'bottom-left'] as const;

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', ['area', 'perimeter']);
  const side = (name: Name): Variables<Name> => ({ [name]: readSet(read, name) });
  const params: Params = {
    ask,
    sides: { ...side('a'), ...side('b'), ...side('c'), ...side('d') },
    arm: read.integer('arm', 1, 100),
    labels: read.oneOf('labels', ['all', 'four']),
    units: readUnits(read),
  };
  const possible = hasCase(countValues(params.sides), cases(params), (random) =>
    allowed(params, drawValues(random, params.sides)),
  );
  if (!possible) read.fail('arm', 'no shape has arms as wide as this');
  return params;
}

function allowed({ arm }: Params, values: Partial<LShapeCase>): LShapeCase | null {
  const { a = 0, b = 0, c = 0, d = 0 } = values;
  return c > 0 && d > 0 && a - c >= arm && b - d >= arm ? { a, b, c, d } : null;
}

function* cases(params: Params): Iterable<LShapeCase> {
  for (const values of allValues(params.sides)) {
    const one = allowed(params, values);
    if (one !== null) yield one;
  }
}

function identityOf({ a, b, c, d }: LShapeCase, { ask }: Params): string {
  return `${ask} ${a}x${b}-${c}x${d}`;
}

const answerOf = ({ a, b, c, d }: LShapeCase, { ask }: Params): number =>
  ask === 'area' ? a * b - c * d : 2 * (a + b);

function describe(one: LShapeCase, params: Params): CaseTraits {
  const { a, b, c, d } = one;
  const [first, second] = [`${a}-${c}`, `${b}-${d}`].toSorted();
  return {
    identity: identityOf(one, params),
    twin: `${first} ${second}`,
    stratum: '',
    tags: [],
    numbers: { result: answerOf(one, params) },
  };
}

const QUESTIONS: Readonly<Record<Params['ask'], LocalText>> = {
  area: {
    en: 'The sides are in {unit}. What is the area?',
    es: 'Los lados están en {unit}. ¿Cuál es el área?',
  },
  perimeter: {
    en: 'The sides are in {unit}. What is the perimeter? Two sides are not labeled.',
    es: 'Los lados están en {unit}. ¿Cuál es el perímetro? Dos lados no tienen su medida.',
  },
};

function spokenOf({ a, b, c, d }: LShapeCase, labels: LShapeFigure['labels']): LocalText {
  const rest: LocalText =
    labels === 'all'
      ? {
          en: `The other two sides are ${a - c} and ${b - d}`,
          es: `Los otros dos lados miden ${a - c} y ${b - d}`,
        }
      : {
          en: 'The other two sides are not labeled',
          es: 'Los otros dos lados no tienen su medida',
        };
  return {
    en: `An L-shape: a rectangle ${a} wide and ${b} high without a corner ${c} wide and ${d} high. ${rest.en}`,
    es: `Figura en forma de L: un rectángulo de ${a} de ancho y ${b} de alto sin una esquina de ${c} de ancho y ${d} de alto. ${rest.es}`,
  };
}

function build(one: LShapeCase, params: Params): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { ask, labels, units } = params;
  const identity = identityOf(one, params);
  const unit = pickOfItem(identity, 'unit', units);
  const corner = pickOfItem(identity, 'corner', CORNERS);
  const value = answerOf(one, params);
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'l-shape', ...one, corner, labels },
        spoken: spokenOf(one, labels),
      },
      { type: 'text', text: QUESTIONS[ask], values: { unit: { type: 'unit', unit } } },
    ],
    answer: {
      kind: 'integer',
      value,
      unit: ask === 'area' ? raisedSign(unit, 2) : unitSign(unit),
    },
    traps: lShapeTraps(one, ask, labels, value),
  };
}

/** Area or perimeter of an L-shape. */
export const lShape = defineFamily<Params, LShapeCase>({
  id: 'l-shape',
  version: 1,
  tags: [],
  numbers: ['result'],
  parse,
  size: ({ sides }) => countValues(sides),
  cases,
  draw: (random, params) => allowed(params, drawValues(random, params.sides)),
  describe,
  build,
  worked: (one, { ask }) => workedOf(one, ask),
});
