import { assert } from '../../kernel/assert.ts';
import { sceneObjects, type SceneObject } from './scenes.ts';

/**
 * Four kinds of thing that can be counted together; a graph of three rows leaves the last one out. Their order never changes.
 * Two long Spanish words never stand side by side: the names below the bars would touch.
 */
const THEMES: readonly (readonly string[])[] = [
  ['pencil', 'book', 'cup', 'button'],
  ['leaf', 'stone', 'flower', 'seed'],
  ['apple', 'bird', 'drop', 'star'],
  ['tile', 'stamp', 'brick', 'bead'],
];

export const graphThemes: readonly (readonly SceneObject[])[] = THEMES.map((ids) =>
  ids.map(sceneObject),
);

/** The thing with this id. */
export function sceneObject(id: string): SceneObject {
  const found = sceneObjects.find((one) => one.id === id);
  assert(found !== undefined, 'themes name things of the scenes');
  return found;
}

/** "¿Cuántos" or "¿Cuántas", by what is counted. */
export function howMany({ gender }: SceneObject): string {
  return gender === 'm' ? '¿Cuántos' : '¿Cuántas';
}
