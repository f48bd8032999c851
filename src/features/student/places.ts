/** Addresses of a child's screens. Ids hold no character that an address would have to escape. */
import type { StudentId } from '#domain/model/ids.ts';
import type { CheckTarget } from '#state/find-objective.ts';

/** The own work of a child. */
export function workOf(student: StudentId): string {
  return `/student/${student}`;
}

/** Something to do with one objective. */
export function placeOf(
  student: StudentId,
  what: 'objective' | 'practice' | 'mistakes',
  { course, objective }: CheckTarget,
): string {
  return `/student/${student}/${what}/${course}/${objective}`;
}

/** The short look at what lasted. */
export function lookOf(student: StudentId): string {
  return `/student/${student}/look`;
}
