import { useDeferredValue, useState } from 'react';
import { DEFAULT_RETENTION, dueAmong } from '#domain/mastery/retention.ts';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import { taughtIn } from '#domain/reports/overview.ts';
import type { Snapshot } from '#data/services.ts';
import { useSchoolNow } from '#state/use-school-now.ts';

export type DuePlaces = ReadonlyMap<StudentId, readonly number[]>;

/** What was read off a document, and all else that it was read for. */
const known = new WeakMap<
  ProgressBody,
  { readonly asked: string; readonly due: readonly number[] }
>();

/**
 * At which objectives of a unit another look is due today, by student. Every mastered cell has to be folded for it: that waits until
 * the board is drawn, and is done again only for a document that changed, for all on another day. The same map while it says the same.
 */
export function useDue(
  snapshot: Snapshot,
  course: Course,
  unit: UnitId,
  progress: ReadonlyMap<StudentId, ProgressBody>,
): DuePlaces {
  const isDrawn = useDeferredValue(true, false);
  const now = useSchoolNow();
  const next = new Map<StudentId, readonly number[]>();
  if (isDrawn)
    for (const [id, body] of progress) next.set(id, dueIn(body, { snapshot, course, unit, now }));
  const [kept, setKept] = useState<DuePlaces>(next);
  const same = next.size === kept.size && [...next].every(([id, due]) => kept.get(id) === due);
  if (same) return kept;
  setKept(next);
  return next;
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly course: Course;
  readonly unit: UnitId;
  readonly now: number;
}

function dueIn(body: ProgressBody, { snapshot, course, unit, now }: Asked): readonly number[] {
  const { dayOf } = snapshot;
  const school = snapshot.school();
  const schedule = school?.retention ?? DEFAULT_RETENTION;
  const { id, version } = course;
  const asked = [id, version, unit, dayOf(now), school?.timeZone, ...schedule].join(' ');
  const before = known.get(body);
  if (before?.asked === asked) return before.due;
  const places = dueAmong(course, body, taughtIn(course, unit), schedule, now, dayOf);
  const due = places.map(({ position }) => position);
  known.set(body, { asked, due });
  return due;
}
