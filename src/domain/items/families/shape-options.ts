import type { LocalText } from '../../kernel/local-text.ts';
import type { Figure } from '../figure.ts';
import type { ChoiceAnswer, Trap } from '../item.ts';
import { optionsOfItem } from './of-item.ts';

/** A picture to choose, and the mistakes that choosing it shows; none for the right one. */
export interface PictureOption {
  readonly figure: Figure;
  readonly text: LocalText;
  readonly tags: readonly string[];
}

const IDS = ['a', 'b', 'c', 'd'] as const;

/** The right picture at its place among the others, as an answer with its traps. */
export function pictureChoice(
  identity: string,
  [right, ...wrong]: readonly [PictureOption, ...PictureOption[]],
  place: number,
): { readonly answer: ChoiceAnswer; readonly traps: readonly Trap[] } {
  const placed = optionsOfItem(identity, right, wrong, place).map((picture, i) => ({
    ...picture,
    id: IDS[i] ?? String(i),
  }));
  return {
    answer: {
      kind: 'choice',
      value: placed.find(({ figure }) => figure === right.figure)?.id ?? '',
      options: placed.map(({ id, figure, text }) => ({ id, figure, text })),
    },
    traps: placed.flatMap(({ id, tags }) => tags.map((tag) => ({ tag, value: id }))),
  };
}
