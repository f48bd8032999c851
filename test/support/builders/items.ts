import type { Form } from '#domain/items/form.ts';
import type { ChoiceAnswer, Item } from '#domain/items/item.ts';

/** A plain item with a whole-number answer; say what the test is about. */
export function anItem(change: Partial<Item> = {}): Item {
  return {
    identity: '7x8',
    twin: '7x8',
    prompt: [{ type: 'equation', tokens: [7, '×', 8, '=', '_'] }],
    answer: { kind: 'integer', value: 56 },
    tags: [],
    traps: [],
    ...change,
  };
}

/** True or not true, the accepted one given. */
export function aChoice(value: 'true' | 'false'): ChoiceAnswer {
  return {
    kind: 'choice',
    value,
    options: [
      { id: 'true', text: { en: 'True', es: 'Verdad' } },
      { id: 'false', text: { en: 'Not true', es: 'No es verdad' } },
    ],
  };
}

/** A form of these items. */
export function aForm(...items: readonly Item[]): Form {
  return { items, hash: 'hash of the form' };
}
