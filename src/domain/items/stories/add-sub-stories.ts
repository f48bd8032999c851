/** One-step stories of adding and taking away, told from their scenes. */
import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { JOINS, LEAVES, type ChangeScene } from './changes.ts';
import { AMOUNTS, PARTS } from './parts.ts';
import { LARGE_PRICES, SMALL_PRICES } from './prices.ts';
import { counted, local, sceneAt } from './scene.ts';
import { manyOf, sameWords, tell, type Words } from './sentence.ts';

export const ADDING = ['add-to', 'put-together'] as const;
export const TAKING = ['take-from', 'compare-more', 'compare-fewer'] as const;
export type StoryType = (typeof ADDING)[number] | (typeof TAKING)[number];
export type Unknown = 'result' | 'change' | 'start';
export type Money = 'cents' | 'dollars';

/** The numbers of a story and where it plays; `c` is what a and b come to. */
export interface Told {
  readonly type: StoryType;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly unknown: Unknown;
  readonly money: Money | null;
  /** Place of the scene in its list. */
  readonly scene: number;
  readonly names: readonly [string, string];
}

/** The story, and what its answer counts (null for money, which has a sign of its own). */
export interface Story {
  readonly text: LocalText;
  readonly unit: LocalText | null;
}

/** Places of the scenes that can hold `most` things (or that are about prices). */
export function scenesFor(type: StoryType, most: number, money: Money | null): readonly number[] {
  const list: readonly { readonly most: number }[] =
    money === null ? listOf(type) : pricesOf(money).map(() => ({ most }));
  return list.flatMap((scene, place) => (scene.most >= most ? [place] : []));
}

/** The name of a scene: stories of two types that share a list share its scenes. */
export function sceneName(type: StoryType, scene: number, money: Money | null): string {
  return `${money ?? type.replace(/-(?:more|fewer)$/u, '')} ${scene}`;
}

function listOf(type: StoryType): readonly { readonly most: number }[] {
  switch (type) {
    case 'add-to':
      return JOINS;
    case 'put-together':
      return PARTS;
    case 'take-from':
      return LEAVES;
    case 'compare-more':
    case 'compare-fewer':
      return AMOUNTS;
    default:
      return unreachable(type);
  }
}

const pricesOf = (money: Money): typeof SMALL_PRICES =>
  money === 'cents' ? SMALL_PRICES : LARGE_PRICES;

/** Tells a story. Amounts of money stay as `{a}` and `{b}`. */
export function tellAddSub(told: Told): Story {
  const { type, money, scene } = told;
  if (money !== null) return { text: tellPrices(told, money), unit: null };
  switch (type) {
    case 'add-to':
      return tellChange(told, sceneAt(JOINS, scene), NOW_THERE);
    case 'take-from':
      return tellChange(told, sceneAt(LEAVES, scene), NOW_LEFT);
    case 'put-together':
      return tellParts(told);
    case 'compare-more':
    case 'compare-fewer':
      return tellAmounts(told);
    default:
      return unreachable(type);
  }
}

const AT_FIRST: Words = ['there {a?was|were} {a} {place}.', 'había {a} {place}.'];
const IN_THE_END: Words = ['now there {c?is|are} {c} {place}.', 'ahora hay {c} {place}.'];
const NOW_THERE: Words = [
  'how many {a*} are {place} now?',
  '¿{a~cuántos|cuántas} {a*} hay ahora {place}?',
];
const NOW_LEFT: Words = [
  'how many {a*} are left {place}?',
  '¿{a~cuántos|cuántas} {a*} quedan {place}?',
];
const HOW_MANY_CHANGED: Words = ['how many {a*} {asked}?', '¿{a~cuántos|cuántas} {a*} {asked}?'];
const HOW_MANY_AT_FIRST: Words = [
  'how many {a*} were {place} at first?',
  '¿{a~cuántos|cuántas} {a*} había {place} al principio?',
];

function tellChange({ a, b, c, unknown, names }: Told, scene: ChangeScene, now: Words): Story {
  const { thing, place, event, asked } = scene;
  const sentences: Readonly<Record<Unknown, readonly Words[]>> = {
    result: [AT_FIRST, event, now],
    change: [AT_FIRST, event, IN_THE_END, HOW_MANY_CHANGED],
    start: [AT_FIRST, event, IN_THE_END, HOW_MANY_AT_FIRST],
  };
  const text = tell(sentences[unknown], {
    a: counted(unknown === 'start' ? null : a, thing),
    b: counted(unknown === 'change' ? null : b, thing),
    c: counted(c, thing),
    place: local(place),
    asked: local(asked),
    P: sameWords(names[0]),
  });
  return { text, unit: manyOf(thing) };
}

function tellParts({ a, b, scene }: Told): Story {
  const { first, second, whole, place } = sceneAt(PARTS, scene);
  const text = tell(
    [
      ['there {a?is|are} {a} and {b} {place}.', 'hay {a} y {b} {place}.'],
      ['how many {w*} are {place} in all?', '¿{w~cuántos|cuántas} {w*} hay en total {place}?'],
    ],
    {
      a: counted(a, first),
      b: counted(b, second),
      w: counted(null, whole),
      place: local(place),
    },
  );
  return { text, unit: manyOf(whole) };
}

function tellAmounts({ type, a, b, scene, names: [P, Q] }: Told): Story {
  const { thing, did, verb } = sceneAt(AMOUNTS, scene);
  const more: Words = [
    'how many more {a*} did {P} {verb} than {Q}?',
    '¿{a~cuántos|cuántas} {a*} más {did} {P} que {Q}?',
  ];
  const fewer: Words = [
    'how many fewer {a*} did {Q} {verb} than {P}?',
    '¿{a~cuántos|cuántas} {a*} menos {did} {Q} que {P}?',
  ];
  const text = tell(
    [
      ['{P} {did} {a}.', '{P} {did} {a}.'],
      ['{Q} {did} {b}.', '{Q} {did} {b}.'],
      type === 'compare-more' ? more : fewer,
    ],
    {
      a: counted(a, thing),
      b: counted(b, thing),
      did: local(did),
      verb: sameWords(verb),
      P: sameWords(P),
      Q: sameWords(Q),
    },
  );
  return { text, unit: manyOf(thing) };
}

function tellPrices({ type, scene }: Told, money: Money): LocalText {
  const { first, second, where } = sceneAt(pricesOf(money), scene);
  const together: Words = ['how much do they cost together?', '¿cuánto cuestan en total?'];
  const difference: Words = [
    'how much more does the {f.} cost than the {s.}?',
    '¿cuánto más cuesta {f~el|la} {f.} que {s~el|la} {s.}?',
  ];
  return tell(
    [
      [
        '{where} a {f.} costs {a} and a {s.} costs {b}.',
        '{where} {f~un|una} {f.} cuesta {a} y {s~un|una} {s.} cuesta {b}.',
      ],
      type === 'put-together' ? together : difference,
    ],
    { f: counted(1, first), s: counted(1, second), where: local(where) },
  );
}
