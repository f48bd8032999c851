import { assert, unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { intBetween, pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import { holds, readSet, type NumberSet } from '../number-set.ts';
import {
  sceneName,
  scenesOf,
  STORY_TYPES,
  tellMulDiv,
  type StoryType,
} from '../stories/mul-div-stories.ts';
import { namesOf } from '../stories/names.ts';
import { numberTraps } from '../traps.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import { formula, line } from './worked-lines.ts';

type Name = 'a' | 'b' | 'k' | 'q' | 'd' | 'r';

/** The kinds of types: each has its own numbers. */
type Kind = 'product' | 'quotient' | 'times' | 'remainder';
const KINDS: Readonly<Record<StoryType, Kind>> = {
  'equal-groups': 'product',
  array: 'product',
  share: 'quotient',
  'how-many-groups': 'quotient',
  'times-larger': 'times',
  'times-smaller': 'times',
  'times-factor': 'times',
  'full-groups': 'remainder',
  'groups-needed': 'remainder',
  'left-over': 'remainder',
};
const NAMES: Readonly<Record<Kind, readonly Name[]>> = {
  product: ['a', 'b'],
  quotient: ['q', 'd'],
  times: ['a', 'k'],
  remainder: ['q', 'd', 'r'],
};

interface Params {
  readonly kind: Kind;
  readonly types: readonly StoryType[];
  readonly sets: Variables<Name>;
}

/** x groups (or the smaller amount) and y of each (or the factor), z left over: total = x * y + z. */
interface Case {
  readonly type: StoryType;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly scene: number;
}

function parse(read: RecordReader): Params {
  const types = read.words('types', STORY_TYPES);
  const kind = KINDS[types[0] ?? 'equal-groups'];
  if (types.some((type) => KINDS[type] !== kind))
    read.fail('types', 'types with the same numbers are expected');
  const situations = read.integer('situations', 1, 99);
  for (const type of types)
    if (scenesOf(type) < situations) read.fail('situations', `${type} has ${scenesOf(type)}`);
  const sets: Partial<Record<Name, NumberSet>> = {};
  for (const name of NAMES[kind]) {
    const set = readSet(read, name);
    if (name !== 'r' && holds(set, 0)) read.fail(name, 'a story counts at least 1');
    if ((name === 'd' || name === 'k') && holds(set, 1)) read.fail(name, 'at least 2 are expected');
    sets[name] = set;
  }
  const params: Params = { kind, types, sets };
  const some = hasCase(countValues(sets), cases(params), (random) => draw(random, params));
  if (!some) read.fail(NAMES[kind][0] ?? 'types', 'no numbers fit');
  return params;
}

/** A case, or null where what is left over would make one more group. */
function caseOf(
  type: StoryType,
  values: Partial<Record<Name, number>>,
  scene: number,
): Case | null {
  const { a = 0, b = 0, k = 0, q = 0, d = 0, r = 0 } = values;
  switch (KINDS[type]) {
    case 'product':
      return { type, x: a, y: b, z: 0, scene };
    case 'quotient':
      return { type, x: q, y: d, z: 0, scene };
    case 'times':
      return { type, x: a, y: k, z: 0, scene };
    case 'remainder':
      return r < d ? { type, x: q, y: d, z: r, scene } : null;
    default:
      return unreachable(KINDS[type]);
  }
}

function* cases(params: Params): Iterable<Case> {
  for (const type of params.types) {
    for (const values of allValues(params.sets)) {
      for (let scene = 0; scene < scenesOf(type); scene += 1) {
        const one = caseOf(type, values, scene);
        if (one !== null) yield one;
      }
    }
  }
}

function draw(random: Random, { types, sets }: Params): Case | null {
  const type = pick(random, types);
  return caseOf(type, drawValues(random, sets), intBetween(random, 0, scenesOf(type) - 1));
}

const totalOf = ({ x, y, z }: Case): number => x * y + z;

/** What is told first and second, and what is asked. */
function toldOf(one: Case): { first: number; second: number; key: number } {
  const { type, x, y, z } = one;
  const total = totalOf(one);
  switch (type) {
    case 'equal-groups':
    case 'array':
    case 'times-larger':
      return { first: x, second: y, key: total };
    case 'share':
    case 'how-many-groups':
    case 'full-groups':
      return { first: total, second: y, key: x };
    case 'times-smaller':
      return { first: total, second: y, key: x };
    case 'times-factor':
      return { first: x, second: total, key: y };
    case 'groups-needed':
      return { first: total, second: y, key: z > 0 ? x + 1 : x };
    case 'left-over':
      return { first: total, second: y, key: z };
    default:
      return unreachable(type);
  }
}

function identityOf(one: Case): string {
  const { first, second } = toldOf(one);
  const multiplies = one.type === 'times-larger' || KINDS[one.type] === 'product';
  return `${one.type} ${first}${multiplies ? 'x' : ':'}${second} s${one.scene}`;
}

function describe(one: Case): CaseTraits {
  const { type, x, y, z, scene } = one;
  const rest = z > 0 ? `+${z}` : '';
  const kind = KINDS[type];
  const mirrored = kind === 'product' || kind === 'times';
  const pair = mirrored ? [x, y].toSorted((p, q) => p - q) : [x, y];
  return {
    identity: identityOf(one),
    twin: `${pair.join('x')}${rest}`,
    stratum: type,
    scene: sceneName(type, scene),
    tags: [`type:${type}`],
    numbers: { result: toldOf(one).key },
  };
}

function trapsOf(one: Case): Trap[] {
  const { type, x, z } = one;
  const { first, second, key } = toldOf(one);
  const total = totalOf(one);
  const multiplies =
    key === total && z === 0 && KINDS[type] !== 'quotient' && type !== 'times-factor';
  return numberTraps(key, [
    ['added', first + second],
    ['subtracted', multiplies ? null : Math.abs(first - second)],
    ['multiplied', multiplies ? null : first * second],
    ['remainder-ignored', type === 'groups-needed' ? x : null],
    ['rounded-up', type === 'full-groups' && z > 0 ? x + 1 : null],
    ['gave-quotient', type === 'left-over' ? x : null],
    ['off-by-one', key - 1],
    ['off-by-one', key + 1],
  ]);
}

function reasonOf(type: StoryType): LocalText {
  switch (type) {
    case 'equal-groups':
    case 'array':
      return { en: 'Equal groups: multiply.', es: 'Grupos iguales: multiplica.' };
    case 'share':
      return { en: 'Equal shares: divide.', es: 'Partes iguales: divide.' };
    case 'how-many-groups':
      return {
        en: 'How many equal groups fit? Divide.',
        es: '¿Cuántos grupos iguales salen? Divide.',
      };
    case 'times-larger':
      return { en: 'Times as many: multiply.', es: 'Varias veces esa cantidad: multiplica.' };
    case 'times-smaller':
      return {
        en: 'The smaller amount is asked: divide.',
        es: 'Se pide la cantidad menor: divide.',
      };
    case 'times-factor':
      return {
        en: 'How many times does the smaller fit into the larger? Divide.',
        es: '¿Cuántas veces cabe la cantidad menor en la mayor? Divide.',
      };
    case 'full-groups':
    case 'groups-needed':
    case 'left-over':
      return {
        en: 'How many full groups? Divide.',
        es: '¿Cuántos grupos completos salen? Divide.',
      };
    default:
      return unreachable(type);
  }
}

function workedOf(one: Case): readonly WorkedPart[] {
  const { type, x, y, z } = one;
  const total = totalOf(one);
  const { en, es } = reasonOf(type);
  const reason = line(en, es);
  switch (KINDS[type]) {
    case 'product':
      return [reason, formula(`${x} × ${y} = ${total}`)];
    case 'quotient':
      return [reason, formula(`${total} ÷ ${y} = ${x}`)];
    case 'times':
      if (type === 'times-larger') return [reason, formula(`${x} × ${y} = ${total}`)];
      return [
        reason,
        formula(type === 'times-smaller' ? `${total} ÷ ${y} = ${x}` : `${total} ÷ ${x} = ${y}`),
      ];
    case 'remainder':
      return [reason, formula(`${total} = ${x} × ${y} + ${z}`), lastLine(one)];
    default:
      return unreachable(KINDS[type]);
  }
}

/** What the remainder means for the question. */
function lastLine({ type, x, z }: Case): WorkedPart {
  assert(KINDS[type] === 'remainder', 'a story with a remainder');
  if (type === 'full-groups')
    return line(
      `${x} are full. What is left (${z}) does not fill another.`,
      `Se llenan ${x}. Lo que sobra (${z}) no llena otro grupo.`,
    );
  if (type === 'left-over') return line(`Left over: ${z}.`, `Sobran: ${z}.`);
  return line(
    `What is left (${z}) needs one more: ${x} + 1 = ${x + 1}.`,
    `Lo que sobra (${z}) necesita un grupo más: ${x} + 1 = ${x + 1}.`,
  );
}

/** Equal groups, rows, sharing, times as many, stories with a remainder. */
export const storyMulDiv = defineFamily<Params, Case>({
  id: 'story-mul-div',
  version: 1,
  tags: ['type:*'],
  numbers: ['result'],
  parse,
  size: ({ types, sets }) =>
    countValues(sets) * types.reduce((sum, type) => sum + scenesOf(type), 0),
  cases,
  draw,
  describe,
  build: (one) => {
    const { first, second, key } = toldOf(one);
    const names = namesOf(identityOf(one));
    const { text, unit } = tellMulDiv({ type: one.type, first, second, scene: one.scene, names });
    return {
      prompt: [{ type: 'text', text }],
      answer: { kind: 'integer', value: key, unit },
      traps: trapsOf(one),
    };
  },
  worked: workedOf,
});
