/** Who needs a look: read off the progress of the students of a group, in the units that are in use. */
import { flagsAt } from '#domain/mastery/progress.ts';
import type { Course } from '#domain/model/course.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Objective } from '#domain/model/course.ts';
import type { Snapshot } from '#data/services.ts';

/**
 * Most important first: an attempt that only a person can judge, a child who asks, people who disagree, a child who is stuck, a child
 * who says "I am ready".
 */
export const LOOK_REASONS = [
  'waiting',
  'would-like-help',
  'two-views',
  'needs-help',
  'ready-to-try',
] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

export interface Look {
  /** Most important first; at least one. */
  readonly reasons: readonly LookReason[];
  readonly student: StudentId;
  readonly course: Course;
  readonly objective: Objective;
  readonly position: number;
}

/** Every look that a group needs, most important first, students in order of name within. */
export function needsALook(snapshot: Snapshot, group: GroupId): readonly Look[] {
  const looks = coursesInUse(snapshot, group).flatMap(({ course, positions }) =>
    snapshot.studentsOf(group).flatMap((student) => {
      const body = snapshot.progress(student, course.id);
      // Flags are rare: most documents have none at all.
      if (body === undefined || /^0*$/u.test(body.fl)) return [];
      return positions.flatMap((position) =>
        looksAt(course, student, position, flagsAt(body, position)),
      );
    }),
  );
  return looks.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ reasons }: Look): number =>
  LOOK_REASONS.findIndex((reason) => reasons.includes(reason));

function looksAt(
  course: Course,
  student: StudentId,
  position: number,
  flags: readonly string[],
): readonly Look[] {
  const objective = course.objectives[position];
  const reasons = LOOK_REASONS.filter((one) => flags.includes(one));
  return objective === undefined || reasons.length === 0
    ? []
    : [{ reasons, student, course, objective, position }];
}

export interface CourseInUse {
  readonly course: Course;
  /** Places of the objectives that are taught in the units in use. */
  readonly positions: readonly number[];
}

/** Courses of a group with at least one unit in use, as far as they are on this device. */
export function coursesInUse(snapshot: Snapshot, group: GroupId): readonly CourseInUse[] {
  const use = snapshot.use(group)?.courses ?? {};
  return snapshot.courses().flatMap((course) => {
    const units = use[course.id]?.units ?? [];
    if (units.length === 0) return [];
    const positions = [...course.objectives.entries()]
      .filter(([, { unit, retired }]) => units.includes(unit) && retired !== true)
      .map(([position]) => position);
    return [{ course, positions }];
  });
}
