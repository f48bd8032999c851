/** Items of the courses that come with the app: of every look that a family gives them, the one with the most words and the one with the highest picture. */
import { builtInCourses } from '#content/courses.ts';
import type { Item } from '#domain/items/item.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { speakItem } from '#domain/items/speak-item.ts';

/** Where an item stands: in which form of which objective. */
export interface ItemPlace {
  readonly family: string;
  readonly objective: string;
  readonly seed: string;
  readonly place: number;
}

/** Forms of an objective that are looked through for the longest item of a kind. */
const FORMS = 3;

/** What makes an item look like another one of its family. */
function lookOf({ prompt, answer }: Item): string {
  const parts = prompt.map((part) => (part.type === 'figure' ? part.figure.type : part.type));
  const form = answer.kind === 'fraction' ? `${answer.form} ${answer.whole}` : '';
  const faces = answer.kind === 'choice' ? (answer.options[0]?.figure?.type ?? 'words') : '';
  return [answer.kind, form, faces, ...parts].join(' ');
}

/** How high the picture of an item has to be for its letters, in heights of a letter; without letters by its shape. */
function heightOf(item: Item): number {
  const heights = shownPrompt(item, 'es').flatMap((part) => {
    if (part.type !== 'drawing') return [];
    const { width, height, marks } = part.drawing;
    const letters = marks.flatMap((mark) => (mark.type === 'text' ? [mark.size] : []));
    return [letters.length === 0 ? height / width : height / Math.min(...letters)];
  });
  return Math.max(0, ...heights);
}

const MEASURES = {
  words: (item: Item): number => speakItem(item, 'es').length,
  height: heightOf,
} as const;

/** @param only one family; left out, all */
export function itemsOfEveryLook(only?: string): ItemPlace[] {
  const found = new Map<string, { readonly place: ItemPlace; readonly most: number }>();
  for (const { id, rule, check } of builtInCourses().flatMap((course) => course.objectives)) {
    if (check === undefined || (only !== undefined && check.family !== only)) continue;
    for (let i = 1; i <= FORMS; i += 1) {
      const form = formOfObjective({ id, rule, check }, String(i), []);
      if (!form.ok) throw new Error(`${id}: ${form.error.code}`);
      for (const [place, item] of form.value.items.entries()) {
        const { family } = check;
        for (const [measure, measured] of Object.entries(MEASURES)) {
          const look = `${measure} ${family} ${lookOf(item)}`;
          const most = measured(item);
          if ((found.get(look)?.most ?? -1) >= most) continue;
          found.set(look, { place: { family, objective: id, seed: String(i), place }, most });
        }
      }
    }
  }
  const places = [...found.values()].map(({ place }) => place);
  const names = places.map((one) => JSON.stringify(one));
  return places.filter((_, i) => names.indexOf(names[i] ?? '') === i);
}
