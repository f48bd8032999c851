/** One-step stories of multiplication and division, told from their scenes. */
import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { ARRAYS, GROUPS, PACKINGS, REMAINDERS } from './groups.ts';
import { NOUNS } from './nouns.ts';
import { AMOUNTS, type AmountScene } from './parts.ts';
import { counted, local, sceneAt, type Story } from './scene.ts';
import { manyOf, sameWords, tell, type Noun, type Words } from './sentence.ts';

export const STORY_TYPES = [
  'equal-groups',
  'array',
  'share',
  'how-many-groups',
  'times-larger',
  'times-smaller',
  'times-factor',
  'full-groups',
  'groups-needed',
  'left-over',
] as const;
export type StoryType = (typeof STORY_TYPES)[number];

/** A story of a type: its two numbers in the order in which they are told. */
export interface Told {
  readonly type: StoryType;
  readonly first: number;
  readonly second: number;
  readonly scene: number;
  readonly names: readonly [string, string];
}

/** Amounts of the largest products, which not every scene can hold. */
const LARGE_AMOUNTS = AMOUNTS.filter(({ most }) => most === 100);

/** Stories that share a list share its scenes. */
type SceneList = 'groups' | 'arrays' | 'packings' | 'amounts' | 'remainders';

const LISTS: Readonly<Record<StoryType, SceneList>> = {
  'equal-groups': 'groups',
  array: 'arrays',
  share: 'packings',
  'how-many-groups': 'packings',
  'times-larger': 'amounts',
  'times-smaller': 'amounts',
  'times-factor': 'amounts',
  'full-groups': 'remainders',
  'groups-needed': 'remainders',
  'left-over': 'remainders',
};

const SIZES: Readonly<Record<SceneList, number>> = {
  groups: GROUPS.length,
  arrays: ARRAYS.length,
  packings: PACKINGS.length,
  amounts: LARGE_AMOUNTS.length,
  remainders: REMAINDERS.length,
};

/** How many scenes a type has. */
export function scenesOf(type: StoryType): number {
  return SIZES[LISTS[type]];
}

/** The name of a scene. */
export function sceneName(type: StoryType, scene: number): string {
  return `${LISTS[type]} ${scene}`;
}

/** Tells a story. */
export function tellMulDiv(told: Told): Story {
  switch (told.type) {
    case 'equal-groups':
      return tellGroups(told);
    case 'array':
      return tellArray(told);
    case 'share':
    case 'how-many-groups':
      return tellSharing(told);
    case 'times-larger':
    case 'times-smaller':
    case 'times-factor':
      return tellTimes(told);
    case 'full-groups':
    case 'groups-needed':
    case 'left-over':
      return tellRemainder(told);
    default:
      return unreachable(told.type);
  }
}

/** " in each box"; a single group needs no such words. */
function inEach(groups: number, inside: string, { en, es }: Noun): LocalText {
  return groups === 1 ? sameWords('') : { en: ` ${inside} each ${en[0]}`, es: ` en cada ${es[0]}` };
}

function tellGroups({ first, second, scene }: Told): Story {
  const { group, thing, inside } = sceneAt(GROUPS, scene);
  const text = tell(
    [
      ['there {g?is|are} {g} with {t}{each}.', 'hay {g} con {t}{each}.'],
      ['how many {t*} are there in all?', '¿{t~cuántos|cuántas} {t*} hay en total?'],
    ],
    {
      g: counted(first, group),
      t: counted(second, thing),
      each: inEach(first, inside, group),
    },
  );
  return { text, unit: manyOf(thing) };
}

function tellArray({ first, second, scene }: Told): Story {
  const { thing, place } = sceneAt(ARRAYS, scene);
  const text = tell(
    [
      [
        '{place}, there {r?is|are} {r} of {t*}, with {t}{each}.',
        '{place} hay {r} de {t*}, con {t}{each}.',
      ],
      ['how many {t*} are there in all?', '¿{t~cuántos|cuántas} {t*} hay en total?'],
    ],
    {
      r: counted(first, NOUNS.row),
      t: counted(second, thing),
      place: local(place),
      each: inEach(first, 'in', NOUNS.row),
    },
  );
  return { text, unit: manyOf(thing) };
}

function tellSharing({ type, first, second, scene, names }: Told): Story {
  const { group, thing, inside } = sceneAt(PACKINGS, scene);
  const share: readonly Words[] = [
    ['{P} shares {t} equally among {g}.', '{P} reparte {t} en partes iguales en {g}.'],
    ['how many {t*} are {inside} each {g.}?', '¿{t~cuántos|cuántas} {t*} hay en cada {g.}?'],
  ];
  const fill: readonly Words[] = [
    ['{P} has {t} and puts {u} {inside} each {g.}.', '{P} tiene {t} y pone {u} en cada {g.}.'],
    ['how many {g*} does {P} use?', '¿{g~cuántos|cuántas} {g*} usa {P}?'],
  ];
  const text = tell(type === 'share' ? share : fill, {
    t: counted(first, thing),
    u: counted(second, thing),
    g: counted(second, group),
    inside: sameWords(inside),
    P: sameWords(names[0]),
  });
  return { text, unit: manyOf(type === 'share' ? thing : group) };
}

const TIMES_LARGER: readonly Words[] = [
  ['{P} {did} {x}.', '{P} {did} {x}.'],
  ['{Q} {did} {y#} times as many.', '{Q} {did} {y#} veces esa cantidad.'],
  ['how many {x*} did {Q} {verb}?', '¿{x~cuántos|cuántas} {x*} {did} {Q}?'],
];
const TIMES_SMALLER: readonly Words[] = [
  ['{Q} {did} {x}.', '{Q} {did} {x}.'],
  ['that is {y#} times as many as {P} {did}.', 'eso es {y#} veces lo que {did} {P}.'],
  ['how many {x*} did {P} {verb}?', '¿{x~cuántos|cuántas} {x*} {did} {P}?'],
];
const TIMES_FACTOR: readonly Words[] = [
  ['{P} {did} {x}.', '{P} {did} {x}.'],
  ['{Q} {did} {y}.', '{Q} {did} {y}.'],
  [
    'how many times as many {x*} did {Q} {verb} as {P}?',
    'la cantidad de {x*} de {Q}, ¿cuántas veces es la de {P}?',
  ],
];

const TIMES: Words = ['times', 'veces'];

function tellTimes({ type, first, second, scene, names: [P, Q] }: Told): Story {
  const { thing, did, verb }: AmountScene = sceneAt(LARGE_AMOUNTS, scene);
  const sentences =
    type === 'times-larger'
      ? TIMES_LARGER
      : type === 'times-smaller'
        ? TIMES_SMALLER
        : TIMES_FACTOR;
  const text = tell(sentences, {
    x: counted(first, thing),
    y: counted(second, thing),
    did: local(did),
    verb: sameWords(verb),
    P: sameWords(P),
    Q: sameWords(Q),
  });
  return { text, unit: type === 'times-factor' ? local(TIMES) : manyOf(thing) };
}

function tellRemainder({ type, first, second, scene, names }: Told): Story {
  const { thing, container, into } = sceneAt(REMAINDERS, scene);
  const has: Words = [
    '{P} has {t} to put {into} {c*}. Each {c.} holds {u}.',
    '{P} tiene {t} para poner {into} {c*}. En cada {c.} {u?cabe|caben} {u}.',
  ];
  const questions: Readonly<Record<'full-groups' | 'groups-needed' | 'left-over', Words>> = {
    'full-groups': [
      'how many {c*} can {P} fill completely?',
      '¿{c~cuántos|cuántas} {c*} puede llenar {P} por completo?',
    ],
    'groups-needed': [
      'how many {c*} does {P} need for all the {t*}?',
      '¿{c~cuántos|cuántas} {c*} necesita {P} para {t~todos los|todas las} {t*}?',
    ],
    'left-over': [
      '{P} fills as many {c*} as possible. How many {t*} are left over?',
      '{P} llena {c~todos los|todas las} {c*} que puede. ¿{t~cuántos|cuántas} {t*} sobran?',
    ],
  };
  const asked = type === 'full-groups' || type === 'groups-needed' ? type : 'left-over';
  const text = tell([has, questions[asked]], {
    t: counted(first, thing),
    u: counted(second, thing),
    c: counted(null, container),
    into: local(into),
    P: sameWords(names[0]),
  });
  return { text, unit: manyOf(asked === 'left-over' ? thing : container) };
}
