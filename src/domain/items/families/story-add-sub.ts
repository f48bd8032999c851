import { unreachable } from '../../kernel/assert.ts';
import { pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { regroupBits } from '../column-arithmetic.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { AnswerSpec, Currency, TextPart } from '../item.ts';
import {
  drawNumber,
  holds,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import {
  ADDING,
  sceneName,
  scenesFor,
  TAKING,
  tellAddSub,
  type Money,
  type StoryType,
  type Unknown,
} from '../stories/add-sub-stories.ts';
import { namesOf } from '../stories/names.ts';
import type { Token } from '../token.ts';
import { shownNumbers, storyAddSubTraps } from './story-add-sub-traps.ts';
import { formula, line } from './worked-lines.ts';

interface Params {
  /** Types of story with the scenes that can hold the numbers. */
  readonly types: readonly { readonly type: StoryType; readonly scenes: readonly number[] }[];
  readonly unknown: Unknown;
  readonly a: NumberSet;
  readonly b: NumberSet;
  readonly result: NumberSet;
  readonly money: {
    readonly notation: Money;
    readonly entry: Money;
    readonly currency: Currency;
  } | null;
}

/** a and b come to c; `op` says how. */
export interface StoryCase {
  readonly type: StoryType;
  readonly op: 1 | -1;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly unknown: Unknown;
  readonly scene: number;
}

const TYPES = [...ADDING, ...TAKING];
const isAdding = (type: StoryType): boolean => ADDING.some((one) => one === type);

function parse(read: RecordReader): Params {
  const ops = read.has('op') ? [read.integer('op', -1, 1)] : read.integers('ops');
  if (ops.some((op) => op !== 1 && op !== -1)) read.fail('ops', 'an operation is 1 or -1');
  const unknown = read.has('unknown')
    ? read.oneOf('unknown', ['result', 'change', 'start'])
    : 'result';
  const notation = read.has('money') ? read.oneOf('money', ['cents', 'dollars']) : null;
  const sets = { a: readSet(read, 'a'), b: readSet(read, 'b'), result: readSet(read, 'result') };
  const fitting = ops.flatMap((op) => typesFor(op === 1, unknown, notation !== null));
  const types = read.has('types') ? read.words('types', TYPES) : fitting;
  for (const type of types)
    if (!ops.includes(isAdding(type) ? 1 : -1)) read.fail('types', `${type} has another operation`);
  if (unknown !== 'result' && types.some((type) => !CHANGES.includes(type)))
    read.fail('types', 'only a change has an unknown change or start');
  const situations = read.integer('situations', 1, 99);
  const held = types.map((type) => {
    const most = largestOf(isAdding(type) ? sets.result : sets.a);
    const scenes = scenesFor(type, most, notation);
    if (scenes.length < situations) read.fail('situations', `${type} has ${scenes.length}`);
    return { type, scenes };
  });
  for (const name of ['a', 'b'] as const)
    if (holds(sets[name], 0)) read.fail(name, 'a story counts at least 1');
  const money =
    notation === null
      ? null
      : {
          notation,
          entry: read.oneOf('entry', ['cents', 'dollars']),
          currency: read.oneOf('currency', ['USD']),
        };
  const params: Params = { types: held, unknown, ...sets, money };
  if (read.fault() === null && cases(params)[Symbol.iterator]().next().done === true)
    read.fail('result', 'no numbers fit');
  return params;
}

const CHANGES: readonly StoryType[] = ['add-to', 'take-from'];

/** The types of story that an operation stands for where the parameters name none. */
function typesFor(adds: boolean, unknown: Unknown, money: boolean): readonly StoryType[] {
  if (unknown !== 'result') return adds ? ['add-to'] : ['take-from'];
  if (money) return adds ? ['put-together'] : ['compare-more'];
  return adds ? ['add-to', 'put-together'] : ['take-from', 'compare-more'];
}

function caseOf(
  params: Params,
  type: StoryType,
  a: number,
  b: number,
  scene: number,
): StoryCase | null {
  const op = isAdding(type) ? 1 : -1;
  const c = a + op * b;
  return holds(params.result, c) ? { type, op, a, b, c, unknown: params.unknown, scene } : null;
}

function* cases(params: Params): Iterable<StoryCase> {
  for (const { type, scenes } of params.types) {
    for (const a of numbersOf(params.a)) {
      for (const b of numbersOf(params.b)) {
        for (const scene of scenes) {
          const one = caseOf(params, type, a, b, scene);
          if (one !== null) yield one;
        }
      }
    }
  }
}

function draw(random: Random, params: Params): StoryCase | null {
  const { type, scenes } = pick(random, params.types);
  const a = drawNumber(random, params.a);
  const b = drawNumber(random, params.b);
  return caseOf(params, type, a, b, pick(random, scenes));
}

const signOf = ({ op }: StoryCase): '+' | '-' => (op === 1 ? '+' : '-');

function identityOf(one: StoryCase): string {
  const { type, a, b, c, unknown, scene } = one;
  const sentence = {
    result: `${a}${signOf(one)}${b}`,
    change: `${a}${signOf(one)}_=${c}`,
    start: `_${signOf(one)}${b}=${c}`,
  }[unknown];
  return `${type} ${sentence} s${scene}`;
}

function keyOf({ unknown, a, b, c }: StoryCase): number {
  return { result: c, change: b, start: a }[unknown];
}

function describe(one: StoryCase, params: Params): CaseTraits {
  const { type, a, b, c, scene } = one;
  const sign = signOf(one);
  const tags = [`type:${type}`, `op:${sign}`];
  if (regroupBits(sign, a, b) !== 0) tags.push('regroup');
  if (Math.max(a, c) > 10) tags.push('above-10');
  if (shownNumbers(one).includes(keyOf(one))) tags.push('answer-shown');
  return {
    identity: identityOf(one),
    twin: `${Math.min(a, b)}${sign}${Math.max(a, b)}`,
    stratum: type,
    scene: sceneName(type, scene, params.money?.notation ?? null),
    tags,
    numbers: { a, b, result: c },
  };
}

function tokenOf(n: number, { money }: Params): Token {
  if (money === null) return n;
  return { type: 'money', cents: n, notation: money.notation, currency: money.currency };
}

/** Why this calculation: one line. */
function reasonOf({ type, op, unknown }: StoryCase): TextPart {
  if (unknown === 'change')
    return op === 1
      ? line('How many more is {c} than {a}? Subtract.', '¿Cuánto más es {c} que {a}? Resta.')
      : line('How many fewer is {c} than {a}? Subtract.', '¿Cuánto menos es {c} que {a}? Resta.');
  if (unknown === 'start')
    return op === 1
      ? line(
          'Go back to the start: take away what was added.',
          'Vuelve al principio: quita lo que se agregó.',
        )
      : line(
          'Go back to the start: put back what went away.',
          'Vuelve al principio: devuelve lo que se quitó.',
        );
  switch (type) {
    case 'add-to':
      return line('More are added: add.', 'Se agregan más: suma.');
    case 'put-together':
      return line('Both together: add.', 'Los dos juntos: suma.');
    case 'take-from':
      return line('A part goes away: subtract.', 'Una parte se va: resta.');
    case 'compare-more':
    case 'compare-fewer':
      return line(
        'What is the difference? Subtract the smaller from the larger.',
        '¿Cuál es la diferencia? Resta la cantidad menor de la mayor.',
      );
    default:
      return unreachable(type);
  }
}

function workedOf(one: StoryCase, params: Params): readonly WorkedPart[] {
  const { a, b, c, op, unknown } = one;
  const values = { a: tokenOf(a, params), b: tokenOf(b, params), c: tokenOf(c, params) };
  const sums = {
    result: op === 1 ? '{a} + {b} = {c}' : '{a} − {b} = {c}',
    change: op === 1 ? '{c} − {a} = {b}' : '{a} − {c} = {b}',
    start: op === 1 ? '{c} − {b} = {a}' : '{c} + {b} = {a}',
  };
  const reason = reasonOf(one);
  return [{ ...reason, values }, formula(sums[unknown], values)];
}

/** One-step addition and subtraction stories, also with money. */
export const storyAddSub = defineFamily<Params, StoryCase>({
  id: 'story-add-sub',
  version: 1,
  tags: ['type:*', 'op:+', 'op:-', 'regroup', 'above-10', 'answer-shown'],
  numbers: ['a', 'b', 'result'],
  parse,
  size: (params) =>
    sizeOf(params.a) *
    sizeOf(params.b) *
    params.types.reduce((sum, { scenes }) => sum + scenes.length, 0),
  cases,
  draw,
  describe,
  build: (one, params) => {
    const names = namesOf(identityOf(one));
    const { money } = params;
    const { text, unit } = tellAddSub({ ...one, money: money?.notation ?? null, names });
    const values = { a: tokenOf(one.a, params), b: tokenOf(one.b, params) };
    const key = keyOf(one);
    const answer: AnswerSpec =
      money === null
        ? { kind: 'integer', value: key, ...(unit === null ? {} : { unit }) }
        : { kind: 'money', cents: key, entry: money.entry, currency: money.currency };
    return {
      prompt: [{ type: 'text', text, ...(money === null ? {} : { values }) }],
      answer,
      traps: storyAddSubTraps(one, key, money !== null),
    };
  },
  worked: workedOf,
});
