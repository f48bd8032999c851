import type { LocalText } from '../../kernel/local-text.ts';
import { pick, seededRandom } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { ChoiceAnswer, Trap } from '../item.ts';
import { largestOf, numbersOf, readSet } from '../number-set.ts';
import { sceneObject } from './graph-themes.ts';
import { line } from './worked-lines.ts';

interface Case {
  readonly a: number;
  readonly b: number;
  /** The group that covers the larger area, whatever it holds. */
  readonly wide: 'first' | 'second';
}

type Relation = 'more' | 'fewer' | 'same';

/** Their order never changes. */
const THINGS = ['star', 'apple', 'button', 'leaf', 'flower', 'drop'];

const QUESTION: LocalText = {
  en: 'Does the first group have more, fewer or the same number as the second group?',
  es: '¿El primer grupo tiene más, menos o la misma cantidad que el segundo grupo?',
};
const OPTIONS: ChoiceAnswer['options'] = [
  { id: 'more', text: { en: 'More', es: 'Más' } },
  { id: 'fewer', text: { en: 'Fewer', es: 'Menos' } },
  { id: 'same', text: { en: 'The same number', es: 'La misma cantidad' } },
];

function relationOf({ a, b }: Case): Relation {
  if (a === b) return 'same';
  return a > b ? 'more' : 'fewer';
}

/** One thing alone cannot cover more than two of them that lie apart. */
function smallerIsWider({ a, b, wide }: Case): boolean {
  return a !== b && Math.min(a, b) > 1 && (wide === 'first') === a < b;
}

const identityOf = ({ a, b, wide }: Case): string => `${a}:${b} ${wide}`;

function describe(one: Case): CaseTraits {
  const { a, b } = one;
  const tags = [relationOf(one), ...(smallerIsWider(one) ? ['smaller-wider'] : [])];
  return {
    identity: identityOf(one),
    twin: `${Math.min(a, b)}:${Math.max(a, b)}`,
    stratum: tags.join(' '),
    tags,
    numbers: { a, b },
  };
}

function trapsOf(one: Case): Trap[] {
  const { a, b, wide } = one;
  const key = relationOf(one);
  const wrong: (readonly [string, Relation])[] = [
    ['judged-by-width', wide === 'first' ? 'more' : 'fewer'],
  ];
  if (key === 'more') wrong.push(['direction', 'fewer']);
  if (key === 'fewer') wrong.push(['direction', 'more']);
  if (Math.abs(a - b) === 1) wrong.push(['near-is-same', 'same']);
  return wrong.flatMap(([tag, value]) => (value === key ? [] : [{ tag, value }]));
}

function workedOf({ a, b }: Case): readonly WorkedPart[] {
  const words: LocalText =
    a === b
      ? { en: `Both have ${a}.`, es: `Los dos tienen ${a}.` }
      : {
          en: `${a} is ${a > b ? 'more' : 'less'} than ${b}.`,
          es: `${a} es ${a > b ? 'más' : 'menos'} que ${b}.`,
        };
  return [
    line(
      `The first group has ${a}, the second has ${b}.`,
      `El primer grupo tiene ${a} y el segundo tiene ${b}.`,
    ),
    { type: 'text', text: words },
  ];
}

/** Which of two pictured groups has more. */
export const compareGroups = defineFamily<readonly Case[], Case>({
  id: 'compare-groups',
  version: 1,
  tags: ['more', 'fewer', 'same', 'smaller-wider'],
  numbers: ['a', 'b'],
  parse: (read) => {
    const n = readSet(read, 'n');
    const maxDiff = read.integer('maxDiff', 0, 9);
    if (largestOf(n) > 10 || numbersOf(n).includes(0)) read.fail('n', 'groups of 1 to 10');
    return numbersOf(n).flatMap((a) =>
      numbersOf(n)
        .filter((b) => Math.abs(a - b) <= maxDiff)
        .flatMap((b): Case[] => [
          { a, b, wide: 'first' },
          { a, b, wide: 'second' },
        ]),
    );
  },
  size: (all) => all.length,
  cases: (all) => all,
  draw: (random, all) => pick(random, all),
  describe,
  build: (one) => {
    const { a, b, wide } = one;
    const seed = `groups ${identityOf(one)}`;
    const thing = pick(seededRandom(seed), THINGS);
    const { many } = sceneObject(thing);
    return {
      prompt: [
        {
          type: 'figure',
          figure: { type: 'two-groups', counts: [a, b], wide, thing, seed },
          spoken: {
            en: `Two frames side by side with ${many.en}, numbered 1 and 2`,
            es: `Dos marcos uno al lado del otro con ${many.es}, numerados 1 y 2`,
          },
        },
        { type: 'text', text: QUESTION },
      ],
      answer: { kind: 'choice', value: relationOf(one), options: OPTIONS },
      traps: trapsOf(one),
    };
  },
  worked: workedOf,
});
