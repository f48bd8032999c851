/** Documents of one child in the class of the story, by what happened: for tests of what a child is shown. */
import { addDigests } from '#domain/mastery/progress.ts';
import type { Digest, Entry } from '#domain/mastery/entry.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { dayIn } from '#data/school-day.ts';

/** What happened with one objective, at a moment in ms. `stream`: 3 is another device than the one under test. */
export interface Happened {
  readonly objective: Objective;
  readonly moment: number;
  readonly entry: Entry;
}

/** A check of ten items towards mastery, handed in; overrides as needed. */
export function aCheck(correct: number, fields: Partial<Extract<Entry, { type: 'check' }>> = {}) {
  const check: Entry = {
    type: 'check',
    correct,
    of: 10,
    activeMs: 60_000,
    timeFactor: 1,
    purpose: 'mastery',
    finished: true,
    ...fields,
  };
  return check;
}

/** The progress document that these make, in the order given: slot 1, 2, 3 ... of stream 3. */
export function progressOf(
  student: string,
  course: Course,
  happened: readonly Happened[],
): AnyDocument {
  const digests = happened.map(({ objective, moment, entry }, i): Digest => ({
    position: course.objectives.findIndex(({ id }) => id === objective.id),
    stream: 3,
    slot: i + 1,
    moment,
    rev: objective.earlier?.length ?? 0,
    entry,
  }));
  const body = addDigests(course, undefined, digests, dayIn('UTC'));
  return { key: `progress/${student}/${course.id}`, kind: 'progress', body };
}
