/** Between a running check and its draft: what is saved, and how a child comes back to it. */
import type { Form } from '#domain/items/form.ts';
import { keyOfPlace } from '#domain/items/grade.ts';
import { asksShortLook } from '#domain/mastery/retention-score.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';
import { addAbsence, isAnswered, unreadablePlaces, type Work } from './check-work.ts';
import { awayBetween } from './check-clock.ts';

/** Within this long the child goes on with one tap; later somebody has to say again who is there. */
const SAME_CHILD_MS = 2 * 60_000;
/** After this long the answers given so far stand as they are (the pause rule of large tests). */
const LOCK_MS = 20 * 60_000;

/**
 * How a child comes back. `at-once`: one tap. `identify`: after saying who they are. `locked`: the same, and earlier
 * answers cannot be changed. `closed`: begun on another day, so it is closed as interrupted and does not count.
 */
export type Return = 'at-once' | 'identify' | 'locked' | 'closed';

/**
 * @param now wall clock of this device, ms
 * @param dayOf the school day of a moment
 */
export function returnTo(
  draft: Pick<CheckDraft, 'startedAt' | 'updatedAt'>,
  now: number,
  dayOf: (moment: number) => string,
): Return {
  if (dayOf(draft.startedAt) !== dayOf(now)) return 'closed';
  // A clock that was set back says nothing about how long it was: then the child is asked again.
  const away = now - draft.updatedAt;
  if (away >= 0 && away <= SAME_CHILD_MS) return 'at-once';
  return away >= 0 && away > LOCK_MS ? 'locked' : 'identify';
}

/** Whether a pause since `since` (wall clock) is short enough that the same child may go on with one tap. */
export function isSameSitting(since: number, now: number): boolean {
  return now >= since && now - since <= SAME_CHILD_MS;
}

/** What the child had done, as it was saved. */
export function workOf(draft: CheckDraft): Work {
  const { answers, position, entry, activeMs, absences, locked = [], rapid = 0, sure } = draft;
  const work = { answers, position, entry, activeMs, absences, locked, rapid };
  return sure === undefined ? work : { ...work, sure };
}

/** The draft as it is now. @param now wall clock */
export function draftOf(draft: CheckDraft, work: Work, now: number): CheckDraft {
  return { ...draft, ...work, updatedAt: now };
}

/** Whether the child has not begun yet: nothing was answered, and no time has passed. */
export function isNewDraft({ activeMs, answers }: CheckDraft): boolean {
  return activeMs === 0 && answers.length === 0;
}

/**
 * The draft of a child who comes back after a long time: the answers given so far stand as they are. One that cannot be read is
 * none.
 */
export function lockAnswers(draft: CheckDraft, form: Form, now: number): CheckDraft {
  const work = workOf(draft);
  const unreadable = new Set(unreadablePlaces(work, form));
  const answered = form.items.flatMap((_, place) =>
    isAnswered(work, place) && !unreadable.has(place) ? [keyOfPlace(place)] : [],
  );
  const absent = addAbsence(work, draft.updatedAt, awayBetween(draft.updatedAt, now));
  return draftOf(draft, { ...absent, locked: answered }, now);
}

/** Whether a draft is a check of this child that keeps other work waiting. A short look does not: it is offered, never forced. */
export function isOpenCheckOf(draft: CheckDraft, student: StudentId): boolean {
  return draft.student === student && !asksShortLook(draft);
}
