import type { LocalText } from '../../kernel/local-text.ts';
import type { WorkedPart } from '../family.ts';
import type { Cut, SharesFigure } from '../figures/shares.ts';
import type { Item } from '../item.ts';
import { pictureChoice, type PictureOption } from './shape-options.ts';
import { line } from './worked-lines.ts';

export const WHOLES = ['circle', 'rectangle'] as const;
export const SHARES = [2, 3, 4] as const;

export interface SharesCase {
  readonly ask: 'equal-shares';
  readonly n: number;
  readonly whole: (typeof WHOLES)[number];
  readonly variant: number;
}

const CIRCLE_TURNS = [0, 30, 60, 75, 15, 45] as const;
export const MOST_SHARE_VARIANTS = CIRCLE_TURNS.length;

/** How a rectangle of each variant lies and is cut. */
const RECTANGLES = [
  { turn: 0, way: 'strips' },
  { turn: 90, way: 'strips' },
  { turn: 0, way: 'rows' },
  { turn: 90, way: 'rows' },
  { turn: 0, way: 'strips', slim: true },
  { turn: 90, way: 'strips', slim: true },
] as const;

const equal = (n: number): readonly number[] => Array.from({ length: n }, () => 1);
/** Clearly unequal parts, by their number: the second list is for a second picture. */
const UNEQUAL: Readonly<Record<number, readonly number[]>> = {
  2: [1, 2],
  3: [1, 2, 1],
  4: [1, 2, 2, 1],
};
const MORE_UNEQUAL = [3, 1] as const;

type Drawn = Omit<SharesFigure, 'cut'>;

function circleCuts(n: number): { readonly right: Cut; readonly wrong: readonly Cut[] } {
  return {
    right: { way: 'slices', weights: equal(n) },
    wrong: [
      // Bands of the same width look fair to a child; a chord beside the middle for two parts.
      { way: 'strips', weights: n === 2 ? [1, 2] : equal(n) },
      { way: 'slices', weights: equal(n + 1) },
      n === 2 ? { way: 'slices', weights: MORE_UNEQUAL } : { way: 'slices', weights: equal(n - 1) },
    ],
  };
}

function rectangleCuts(
  n: number,
  { way, slim }: { readonly way: 'strips' | 'rows'; readonly slim?: true },
): { readonly right: Cut; readonly wrong: readonly Cut[] } {
  const crossed = slim === true && n === 4;
  return {
    right: crossed ? { way: 'cross', at: [0.5, 0.5] } : { way, weights: equal(n) },
    wrong: [
      crossed ? { way: 'cross', at: [0.3, 0.5] } : { way, weights: UNEQUAL[n] ?? equal(n) },
      { way, weights: equal(n + 1) },
      n === 2 ? { way, weights: MORE_UNEQUAL } : { way, weights: equal(n - 1) },
    ],
  };
}

function textOf(parts: number, fair: boolean): LocalText {
  return fair
    ? { en: `${parts} parts of the same size`, es: `${parts} partes del mismo tamaño` }
    : {
        en: `${parts} parts, not of the same size`,
        es: `${parts} partes que no son del mismo tamaño`,
      };
}

function picturesOf({
  n,
  whole,
  variant,
}: SharesCase): readonly [PictureOption, ...PictureOption[]] {
  const place = RECTANGLES[variant - 1] ?? RECTANGLES[0];
  const circle = whole === 'circle';
  const { right, wrong } = circle ? circleCuts(n) : rectangleCuts(n, place);
  const drawn: Drawn = circle
    ? { type: 'shares', whole, turn: CIRCLE_TURNS[variant - 1] ?? 0 }
    : { type: 'shares', whole, turn: place.turn, ...('slim' in place ? { slim: true } : {}) };
  const counts = [n, n + 1, n === 2 ? 2 : n - 1];
  return [
    { figure: { ...drawn, cut: right }, text: textOf(n, true), tags: [] },
    ...wrong.map((cut, i): PictureOption => {
      const parts = counts[i] ?? n;
      const fair = parts !== n;
      return {
        figure: { ...drawn, cut },
        text: textOf(parts, fair),
        tags: [fair ? 'one-more-cut' : 'unequal-shares'],
      };
    }),
  ];
}

export function buildShares(
  identity: string,
  one: SharesCase,
): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { n, whole, variant } = one;
  const name = whole === 'circle' ? 'círculo' : 'rectángulo';
  return {
    prompt: [
      {
        type: 'text',
        text: {
          en: `Which ${whole} is cut into ${n} equal shares?`,
          es: `¿Qué ${name} está cortado en ${n} partes iguales?`,
        },
      },
    ],
    ...pictureChoice(identity, picturesOf(one), n + variant + WHOLES.indexOf(whole)),
  };
}

export function workedShares({ n }: SharesCase): readonly WorkedPart[] {
  return [
    line(
      `Count the parts: there are ${n}. All of them are the same size.`,
      `Cuenta las partes: hay ${n}. Todas son del mismo tamaño.`,
    ),
  ];
}
