/** A class in which one child has supports, and the other none. */
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type EventId } from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';
import { classDocuments, idOf, theCourse, theObjective } from './class-tablet.tsx';

export const ADA = 'Ada Lind';
export const BEN = 'Ben Okafor';

/** @param supports of Ada; Ben has none */
export function classWith(
  supports: readonly string[],
  change: (document: AnyDocument) => AnyDocument = (same) => same,
): AnyDocument[] {
  return classDocuments([ADA, BEN]).map((document) => {
    const isAda = document.key === `student/${idOf(ADA)}` && document.kind === 'student';
    return change(isAda ? { ...document, body: { ...document.body, supports } } : document);
  });
}

/** The same document; in a course, hearing a question would answer it: only what to do is read. */
export function directionsOnly(document: AnyDocument): AnyDocument {
  if (document.kind !== 'course') return document;
  const objectives = document.body.objectives.map((objective) => {
    const { check } = objective;
    if (check === undefined) return objective;
    const params = { ...Object(check.params), readAloud: 'directions' };
    return { ...objective, check: { ...check, params } };
  });
  return { ...document, body: { ...document.body, objectives } };
}

/**
 * A check of "Multiply two one-digit numbers" that is open.
 * @param right how many questions have their right answer; the next one is on screen
 * @param now wall clock of this device, ms
 */
export function openDraft(change: Partial<CheckDraft>, right: number, now: number): CheckDraft {
  const id = asId<EventId>('an-open-check');
  const seed = textHash(id);
  const form = formOfObjective(theObjective, seed, []);
  assert(form.ok, 'a form of the objective');
  const { family, version } = theObjective.check ?? { family: '', version: 0 };
  return {
    id,
    student: idOf(ADA),
    course: theCourse.id,
    objective: theObjective.id,
    rev: theObjective.rev,
    form: { generator: family, version, seed, avoid: [], hash: form.value.hash },
    answers: form.value.items.slice(0, right).map(({ answer }, place) => ({
      key: String(place + 1),
      raw: accepted(answer),
      ms: 3000,
    })),
    position: right,
    entry: '',
    activeMs: right * 3000,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: '2026-11-23',
    startedAt: now - 60_000,
    updatedAt: now,
    ...change,
  };
}

/** What is right at a place of that check. */
export function rightAt({ form }: CheckDraft, place: number): string {
  const made = formOfObjective(theObjective, form.seed, form.avoid);
  assert(made.ok, 'a form of the objective');
  const item = made.value.items[place];
  assert(item !== undefined, 'the form has this item');
  return accepted(item.answer);
}
