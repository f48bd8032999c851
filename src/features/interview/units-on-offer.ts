/** What an interview can be about: the units in use of a group whose objectives accept one. */
import type { Course, Unit } from '#domain/model/course.ts';
import type { CourseId, GroupId, UnitId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { ALL_UNITS, interviewed, unitsNamed } from '#state/interview-plan.ts';

export interface Offer {
  readonly course: Course;
  /** One unit, or null for all of them in one sitting. */
  readonly unit: Unit | null;
  /** How it stands in the address. */
  readonly address: string;
  readonly positions: readonly number[];
}

/** Units of `course` that a group uses and that can be asked, in course order. */
export function unitsToAsk(snapshot: Snapshot, group: GroupId, course: Course): readonly UnitId[] {
  const inUse = snapshot.use(group)?.courses[course.id]?.units ?? [];
  return course.units
    .filter(({ id }) => inUse.includes(id) && interviewed(course, [id]).length > 0)
    .map(({ id }) => id);
}

/** Every choice of the start screen, by course; several units can also be asked in one sitting. */
export function offersOf(snapshot: Snapshot, group: GroupId): readonly Offer[] {
  return snapshot.courses().flatMap((course) => {
    const ids = unitsToAsk(snapshot, group, course);
    const single = course.units
      .filter(({ id }) => ids.includes(id))
      .map((unit): Offer => ({
        course,
        unit,
        address: unit.id,
        positions: interviewed(course, [unit.id]),
      }));
    if (single.length < 2) return single;
    const all: Offer = {
      course,
      unit: null,
      address: ALL_UNITS,
      positions: interviewed(course, ids),
    };
    return [...single, all];
  });
}

/** What an address asks for, or null where the group does not use it (an old link). */
export function offerAt(
  snapshot: Snapshot,
  group: GroupId,
  courseId: CourseId,
  unit: string,
): (Offer & { readonly units: readonly UnitId[] }) | null {
  const course = snapshot.course(courseId);
  if (course === undefined) return null;
  const units = unitsNamed(unit, unitsToAsk(snapshot, group, course));
  if (units.length === 0) return null;
  const found = unit === ALL_UNITS ? null : (course.units.find(({ id }) => id === unit) ?? null);
  return { course, unit: found, address: unit, positions: interviewed(course, units), units };
}
