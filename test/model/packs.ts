/** Two small courses cut from the built-in ones: one with checks, one with interviews. */
import { builtInCourses } from '#content/courses.ts';
import type { Course } from '#domain/model/course.ts';

function cut(course: Course | undefined, count: number): Course {
  const unit = course?.units[0];
  if (course === undefined || unit === undefined) throw new Error('No such course');
  const objectives = course.objectives.filter((one) => one.unit === unit.id).slice(0, count);
  return { ...course, units: [unit], objectives };
}

const all = builtInCourses();
export const MATH = cut(
  all.find(({ id }) => id === 'early-elementary-math'),
  3,
);
export const SPANISH = cut(
  all.find(({ id }) => id === 'spanish-interpersonal-oral'),
  3,
);
