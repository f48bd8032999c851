/** Courses that can be chosen: what the server offers and what this device has, once each. */
import type { LocalText } from '#domain/kernel/local-text.ts';
import type { Course } from '#domain/model/course.ts';
import type { UseBody } from '#domain/model/documents.ts';
import { asId, type CourseId, type UnitId } from '#domain/model/ids.ts';
import type { CatalogAnswer } from '#protocol/staff-request.ts';
import type { CourseDraft, TimeBar } from '#state/course-draft.ts';

export interface UnitOption {
  readonly id: UnitId;
  readonly title: LocalText;
  readonly objectives: number;
}
export interface CourseOption {
  readonly id: CourseId;
  readonly subject: LocalText;
  readonly title: LocalText;
  readonly units: readonly UnitOption[];
}

/**
 * @param catalog what the server offers, null without a network
 * @param courses what is on this device
 */
export function courseOptions(
  catalog: CatalogAnswer | null,
  courses: readonly Course[],
): readonly CourseOption[] {
  const offered: CourseOption[] = (catalog?.courses ?? []).map(({ id, subject, title, units }) => ({
    id: asId<CourseId>(id),
    subject,
    title,
    units: units.map((unit) => ({ ...unit, id: asId<UnitId>(unit.id) })),
  }));
  const known = new Set(offered.map(({ id }) => id));
  const own = courses.filter(({ id }) => !known.has(id)).map(optionOf);
  return [...offered, ...own];
}

function optionOf({ id, subject, title, units, objectives }: Course): CourseOption {
  const count = (unit: UnitId) =>
    objectives.filter((objective) => objective.unit === unit && objective.retired !== true).length;
  return {
    id,
    subject,
    title,
    units: units.map((unit) => ({ id: unit.id, title: unit.title, objectives: count(unit.id) })),
  };
}

/** Units in use of one course; none when the course is not in use. */
export function unitsInUse(use: UseBody | undefined, course: CourseId): readonly UnitId[] {
  return use?.courses[course]?.units ?? [];
}

/** What was chosen, against what is in use: the changes to save, in the order of the course's own units. */
export function changedCourses(
  options: readonly CourseOption[],
  use: UseBody | undefined,
  choice: CourseDraft['units'],
): readonly {
  readonly course: CourseId;
  readonly set: readonly UnitId[];
  readonly was: readonly UnitId[] | null;
}[] {
  return options.flatMap(({ id, units }) => {
    const chosen = choice.get(id);
    if (chosen === undefined) return [];
    const set = units.map((unit) => unit.id).filter((unit) => chosen.includes(unit));
    const before = unitsInUse(use, id);
    const same = set.length === before.length && set.every((unit) => before.includes(unit));
    return same ? [] : [{ course: id, set, was: use?.courses[id]?.units ?? null }];
  });
}

/** How the time bar of a course is set in a group. */
export function timeBarOf(use: UseBody | undefined, course: CourseId): TimeBar {
  return use?.timers?.[course]?.set ?? 'course';
}

/** What was chosen, against what is set: the changes to save. */
export function changedTimeBars(
  use: UseBody | undefined,
  choice: CourseDraft['bars'],
): readonly {
  readonly course: CourseId;
  readonly set: 'shown' | 'hidden' | null;
  readonly was: 'shown' | 'hidden' | null;
}[] {
  return [...choice].flatMap(([course, bar]) => {
    const before = timeBarOf(use, course);
    if (bar === before) return [];
    return [
      { course, set: bar === 'course' ? null : bar, was: use?.timers?.[course]?.set ?? null },
    ];
  });
}
