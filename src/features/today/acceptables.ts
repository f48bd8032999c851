/** Attempts of a group that a teacher may accept with one tap: read off the progress of its students, in the units in use. */
import { attemptsToAccept, type ToAccept } from '#domain/reports/to-accept.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { coursesInUse } from './needs-a-look.ts';

export interface Acceptable extends ToAccept {
  readonly student: StudentId;
  readonly course: Course;
  readonly objective: Objective;
}

/** Two school weeks: what nobody has looked at by then is history. */
const RECENT_MS = 14 * 24 * 3_600_000;

/** Newest first. `now` ms. */
export function acceptables(
  snapshot: Snapshot,
  group: GroupId,
  now: number,
): readonly Acceptable[] {
  return coursesInUse(snapshot, group)
    .flatMap(({ course, positions }) =>
      snapshot.studentsOf(group).flatMap((student) => {
        const body = snapshot.progress(student, course.id);
        if (body === undefined) return [];
        return attemptsToAccept(course, body, now - RECENT_MS, snapshot.dayOf).flatMap((one) => {
          const objective = course.objectives[one.position];
          return objective === undefined || !positions.includes(one.position)
            ? []
            : [{ ...one, student, course, objective }];
        });
      }),
    )
    .toSorted((a, b) => b.attempt.moment - a.attempt.moment);
}
