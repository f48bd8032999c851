import type { Course, Objective } from '#domain/model/course.ts';
import type { CourseId, ObjectiveId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';

/** Names one objective of one course. */
export interface CheckTarget {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
}

export interface FoundObjective {
  readonly course: Course;
  readonly objective: Objective;
  readonly position: number;
}

/** The objective as this device knows it; null where it does not. */
export function findObjective(snapshot: Snapshot, target: CheckTarget): FoundObjective | null {
  const course = snapshot.course(target.course);
  const position = course?.objectives.findIndex(({ id }) => id === target.objective) ?? -1;
  const objective = course?.objectives[position];
  return course === undefined || objective === undefined ? null : { course, objective, position };
}
