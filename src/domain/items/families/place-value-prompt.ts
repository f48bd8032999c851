import type { LocalText } from '../../kernel/local-text.ts';
import type { PromptPart } from '../item.ts';
import { numberWords } from '../number-words.ts';
import { countOfPlace, placeName } from '../place-names.ts';
import { numberToken, type PlainToken } from '../token.ts';
import { digitAt, placesIn, type Case } from './place-value-case.ts';
import { line } from './worked-lines.ts';

type Compose = Extract<Case, { ask: 'compose' }>;
type OfPlace = Exclude<Case, { ask: 'compose' } | { ask: 'from-words' }>;

/** Short, stable name of an item; the numbers in it are those that are asked about. */
export function identityOf(one: Case): string {
  switch (one.ask) {
    case 'compose':
      return `${one.n} ${one.order} ${one.show}`;
    case 'digit-at':
      return `digit ${one.place} of ${one.n}${one.scale === 1 ? '' : `/${one.scale}`}`;
    case 'digit-value':
      return `value ${one.place} of ${one.n}`;
    case 'expanded':
      return expandedTokens(one).join('');
    case 'from-words':
      return `${one.n} in words`;
  }
}

/** What is shown and asked. */
export function promptOf(one: Case): readonly PromptPart[] {
  switch (one.ask) {
    case 'compose':
      return one.show === 'text' ? composeWords(one) : composeBlocks(one);
    case 'digit-at': {
      const { en, es } = placeName(one.place, one.scale);
      return [
        line(`Which digit is in the ${en} place?`, `¿Qué cifra está en el lugar de las ${es}?`),
        { type: 'equation', tokens: [numberToken(one.n, one.scale)] },
      ];
    }
    case 'digit-value': {
      const { n: digits, scale, place } = one;
      return [
        line('What is the value of the marked digit?', '¿Cuál es el valor de la cifra marcada?'),
        { type: 'equation', tokens: [{ type: 'marked', digits, scale, place }] },
      ];
    }
    case 'expanded':
      return [{ type: 'equation', tokens: expandedTokens(one) }];
    case 'from-words':
      // The words are a part of their own: only what stands before them may be read aloud.
      return [
        line('Write the number in digits.', 'Escribe el número con cifras.'),
        { type: 'text', text: numberWords(one.n) },
      ];
  }
}

/** 368 = 300 + __ + 8 */
function expandedTokens({ n, place }: OfPlace): PlainToken[] {
  return [
    n,
    '=',
    ...placesIn(n).flatMap((at, i): PlainToken[] => {
      const part: PlainToken = at === place ? '_' : digitAt(n, at) * at;
      return i === 0 ? [part] : ['+', part];
    }),
  ];
}

/** 4 tens 7 ones, or the ones first. */
function composeWords({ n, places, order }: Compose): PromptPart[] {
  const counts = places.map((place) => countOfPlace(digitAt(n, place), place, 1));
  return [
    line('Write the number.', 'Escribe el número.'),
    { type: 'text', text: listOf(order === 'forward' ? counts : counts.toReversed(), ' ') },
  ];
}

function listOf(texts: readonly LocalText[], between: string): LocalText {
  return {
    en: texts.map(({ en }) => en).join(between),
    es: texts.map(({ es }) => es).join(between),
  };
}

/** One block of a place, and many of it. */
const BLOCKS: readonly (readonly [place: number, one: LocalText, many: LocalText])[] = [
  [100, { en: 'flat', es: 'placa' }, { en: 'flats', es: 'placas' }],
  [10, { en: 'rod', es: 'barra' }, { en: 'rods', es: 'barras' }],
  [1, { en: 'small cube', es: 'cubito' }, { en: 'small cubes', es: 'cubitos' }],
];

/** What lies there is counted for who cannot see it: what the blocks are worth together is what is asked. */
function composeBlocks({ n }: Compose): PromptPart[] {
  const lying = BLOCKS.flatMap(([place, one, many]) => {
    const count = digitAt(n, place);
    const { en, es } = count === 1 ? one : many;
    return count === 0 ? [] : [{ en: `${count} ${en}`, es: `${count} ${es}` }];
  });
  const { en, es } = listOf(lying, ', ');
  return [
    {
      type: 'figure',
      figure: {
        type: 'place-value-blocks',
        flats: digitAt(n, 100),
        rods: digitAt(n, 10),
        cubes: digitAt(n, 1),
      },
      spoken: { en: `Place-value blocks: ${en}`, es: `Bloques de base diez: ${es}` },
    },
    line('What number do the blocks show?', '¿Qué número muestran los bloques?'),
  ];
}
