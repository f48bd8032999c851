import { assert } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { Noun, Slot, Words } from './sentence.ts';

/** A story as it is told, and what its answer counts: printed beside the box. */
export interface Story {
  readonly text: LocalText;
  readonly unit: LocalText;
}

/** The scene at a place of its list; places come from the list's own length. */
export function sceneAt<T>(list: readonly T[], place: number): T {
  const scene = list[place];
  assert(scene !== undefined, 'the place lies inside the list of scenes');
  return scene;
}

/** Words as a slot of a sentence. */
export function local([en, es]: Words): LocalText {
  return { en, es };
}

/** A counted thing as a slot of a sentence; null: its number is not told. */
export function counted(n: number | null, noun: Noun): Slot {
  return { n, noun };
}
