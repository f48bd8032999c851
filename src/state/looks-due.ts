/** What a child has mastered and could look at again, to see whether it lasted. Offered, never forced. */
import {
  DEFAULT_RETENTION,
  duePositions,
  lookTogether,
  type Due,
} from '#domain/mastery/retention.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';

export interface DueLook extends Due {
  readonly course: Course;
  readonly objective: Objective;
}

/**
 * What one sitting asks, longest waiting first, of every course the child has worked in: what was mastered in a unit that the
 * class has left is what is forgotten. Empty while it is not worth a sitting.
 * @param now school time, ms
 */
export function looksDue(snapshot: Snapshot, student: StudentId, now: number): readonly DueLook[] {
  const schedule = snapshot.school()?.retention ?? DEFAULT_RETENTION;
  const due = snapshot.courses().flatMap((course) => {
    const body = snapshot.progress(student, course.id);
    if (body === undefined) return [];
    return duePositions(course, body, schedule, now, snapshot.dayOf).flatMap((one): DueLook[] => {
      const objective = course.objectives[one.position];
      return objective === undefined ? [] : [{ ...one, course, objective }];
    });
  });
  return lookTogether(due);
}
