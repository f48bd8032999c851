import type { Form } from './form.ts';
import { accepted, readAnswer } from './graders.ts';
import type { Item } from './item.ts';

/** Unreadable is its own verdict: it is not right, and it says nothing about what the child knows. */
export type Verdict = 'right' | 'wrong' | 'blank' | 'unreadable';

export interface ItemResult {
  readonly verdict: Verdict;
  /** The raw answer, "" where none was given. */
  readonly raw: string;
  /** Tags of the error list whose value this wrong answer is: all of them are possible reasons. */
  readonly tags: readonly string[];
}

export interface FormResult {
  /** One per item, in the order of the form. */
  readonly results: readonly ItemResult[];
  readonly correct: number;
  readonly of: number;
}

/** The key under which the item at this place (from 0) is answered. */
export function keyOfPlace(place: number): string {
  return String(place + 1);
}

/** Grades one raw answer: reads it first, and scores it only where it says something. */
export function gradeItem(item: Item, raw: string): ItemResult {
  const reading = readAnswer(item.answer, raw);
  if (reading.type !== 'value') return { verdict: reading.type, raw, tags: [] };
  if (reading.value === accepted(item.answer)) {
    // The right value in another form: wrong only here, where the form is the objective.
    const { otherForm } = reading;
    if (otherForm !== undefined) return { verdict: 'wrong', raw, tags: [otherForm] };
    return { verdict: 'right', raw, tags: [] };
  }
  const tags = item.traps.filter((trap) => trap.value === reading.value).map((trap) => trap.tag);
  return { verdict: 'wrong', raw, tags: [...new Set(tags)] };
}

/**
 * Grades the answers of a form. An item without an answer is blank; of two answers to one key the later in the list
 * stands; a key that belongs to no item is left aside.
 */
export function gradeForm(
  form: Form,
  answers: readonly { readonly key: string; readonly raw: string }[],
): FormResult {
  const last = new Map(answers.map(({ key, raw }) => [key, raw]));
  const results = form.items.map((item, place) =>
    gradeItem(item, last.get(keyOfPlace(place)) ?? ''),
  );
  const correct = results.filter((result) => result.verdict === 'right').length;
  return { results, correct, of: form.items.length };
}
