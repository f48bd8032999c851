import type { Drawing, Mark } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';
import type { Item } from '#domain/items/item.ts';

const drawings = new WeakMap<Item, Drawing>();

/** The first picture of a question, as geometry; drawn once for each item. */
export function drawingIn(item: Item): Drawing {
  const known = drawings.get(item);
  if (known !== undefined) return known;
  for (const part of item.prompt) {
    if (part.type !== 'figure') continue;
    const drawing = drawingOf(part.figure);
    drawings.set(item, drawing);
    return drawing;
  }
  throw new Error(`${item.identity} has no picture`);
}

/** All marks of one type. */
export function marksOf<T extends Mark['type']>(
  drawing: Drawing,
  type: T,
): Extract<Mark, { readonly type: T }>[] {
  return drawing.marks.filter(
    (mark): mark is Extract<Mark, { readonly type: T }> => mark.type === type,
  );
}

/** The English text of a label. */
export function wordsOf({ text }: Extract<Mark, { readonly type: 'text' }>): string {
  return typeof text === 'string' ? text : text.en;
}

/** The whole numbers in a text, in order. */
export function numbersIn(text: string): number[] {
  return (text.match(/\d+/gu) ?? []).map(Number);
}
