/** Places in a course: of an objective in the list, and of a revision among the rules it has had. */
import type { Course } from '../model/course.ts';

const places = new WeakMap<Course, ReadonlyMap<string, number>>();

/** Place of an objective in `course.objectives`, or undefined. Remembered per course value. */
export function placeOf(course: Course, objective: string): number | undefined {
  let known = places.get(course);
  if (known === undefined) {
    known = new Map(course.objectives.map(({ id }, place) => [id, place]));
    places.set(course, known);
  }
  return known.get(objective);
}

/** 0 .. earlier.length (the current one), or undefined for a revision that this course has never had. No revision: the current one. */
export function revisionPlace(
  course: Course,
  position: number,
  rev: string | undefined,
): number | undefined {
  const objective = course.objectives[position];
  if (objective === undefined) return undefined;
  const earlier = objective.earlier ?? [];
  if (rev === undefined || rev === objective.rev) return earlier.length;
  const place = earlier.findIndex((old) => old.rev === rev);
  return place < 0 ? undefined : place;
}
