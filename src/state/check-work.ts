/** What a child has done in a running check, and the pure edits of it. Everything here is saved at every tap. */
import type { Form } from '#domain/items/form.ts';
import { keyOfPlace } from '#domain/items/grade.ts';
import { readAnswer } from '#domain/items/graders.ts';
import type { CheckBody, Sureness } from '#domain/model/event.ts';

type Answers = CheckBody['answers'];
type Absences = CheckBody['absences'];

export interface Work {
  /** One per item that was on screen: what stands as its answer ("" = none yet) and the active ms spent on it. */
  readonly answers: Answers;
  /** Place of the item on screen; as many as there are items = the look over before handing in. */
  readonly position: number;
  /** What stands in the answer field; it becomes the answer when the child leaves the item. */
  readonly entry: string;
  readonly activeMs: number;
  readonly absences: Absences;
  /** Keys of answers that can no longer be changed (given before a long absence). */
  readonly locked: readonly string[];
  /** How often the check slowed down because of rapid answers. */
  readonly rapid: number;
  /** What the child said before the first item; left out where it was not asked or not answered. */
  readonly sure?: Sureness;
}

/** An event holds at most 500 absences: what comes after these is added to the last. */
const MOST_ABSENCES = 400;
/** An event holds so many characters of an answer; our own keys write far fewer. */
const LONGEST_ANSWER = 200;

/** The answer that stands at a place, "" where there is none. */
export function rawAt(work: Work, place: number): string {
  const key = keyOfPlace(place);
  return work.answers.find((answer) => answer.key === key)?.raw ?? '';
}

export function isAnswered(work: Work, place: number): boolean {
  return rawAt(work, place) !== '';
}

export function countAnswered(work: Work): number {
  return work.answers.filter(({ raw }) => raw !== '').length;
}

/** Active ms spent on the item at a place so far. */
export function msAt(work: Work, place: number): number {
  const key = keyOfPlace(place);
  return work.answers.find((answer) => answer.key === key)?.ms ?? 0;
}

export function isLocked(work: Work, place: number): boolean {
  return work.locked.includes(keyOfPlace(place));
}

/** Places whose answer cannot be read: nothing there is graded before the child has looked again. */
export function unreadablePlaces(work: Work, { items }: Form): readonly number[] {
  return items.flatMap(({ answer }, place) =>
    readAnswer(answer, rawAt(work, place)).type === 'unreadable' ? [place] : [],
  );
}

/** What stands in the answer field from now on, cut where no event could hold it; half a character is no character. */
export function withEntryText(work: Work, text: string): Work {
  const entry = text.slice(0, LONGEST_ANSWER).replace(/[\uD800-\uDBFF]$/u, '');
  return { ...work, entry };
}

/**
 * Counts active time, for the whole check and for the item on screen. Looking over the answers takes no time: fluency is how long
 * the questions took, and the child sees no time there. Where an answer is changed from there, its question is on screen again.
 */
export function addActive(work: Work, ms: number, items: number): Work {
  if (ms <= 0 || work.position >= items) return work;
  return setAnswer({ ...work, activeMs: work.activeMs + ms }, work.position, { addMs: ms });
}

export function addAbsence(work: Work, at: number, ms: number): Work {
  if (ms <= 0) return work;
  const last = work.absences.at(-1);
  if (last === undefined || work.absences.length < MOST_ABSENCES) {
    return { ...work, absences: [...work.absences, { at, ms }] };
  }
  return { ...work, absences: [...work.absences.slice(0, -1), { at: last.at, ms: last.ms + ms }] };
}

/**
 * Takes what stands in the answer field as the answer of the item on screen, also what cannot be read: the child is asked to
 * look again before it is handed in.
 */
export function commitEntry(work: Work, form: Form): Work {
  const item = form.items[work.position];
  if (item === undefined || isLocked(work, work.position)) return work;
  if (work.entry === rawAt(work, work.position)) return work;
  const isBlank = readAnswer(item.answer, work.entry).type === 'blank';
  return setAnswer(work, work.position, { raw: isBlank ? '' : work.entry });
}

/** Goes to an item, or to the look over; its answer stands in the field again. */
export function goTo(work: Work, place: number): Work {
  return { ...work, position: place, entry: rawAt(work, place) };
}

/** The next item without an answer behind `place`, else the look over. */
export function nextPlace(work: Work, place: number, items: number): number {
  for (let next = place + 1; next < items; next += 1) if (!isAnswered(work, next)) return next;
  return items;
}

function setAnswer(
  work: Work,
  place: number,
  change: { readonly raw?: string; readonly addMs?: number },
): Work {
  const key = keyOfPlace(place);
  const old = work.answers.find((answer) => answer.key === key) ?? { key, raw: '', ms: 0 };
  const answer = { key, raw: change.raw ?? old.raw, ms: old.ms + (change.addMs ?? 0) };
  const others = work.answers.filter((other) => other.key !== key);
  return {
    ...work,
    answers: [...others, answer].toSorted((a, b) => Number(a.key) - Number(b.key)),
  };
}
