/** What a child sees of their own work: what I can do, what I am learning, what comes next. */
import { frontier } from '#domain/mastery/frontier.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { Status } from '#domain/model/status.ts';
import type { Snapshot } from '#data/services.ts';

export interface MyObjective {
  readonly course: Course;
  readonly objective: Objective;
  readonly status: Status;
}

export interface MyObjectives {
  /** The check to take next, or null when none is open. */
  readonly first: MyObjective | null;
  readonly learning: readonly MyObjective[];
  /** The rest of the units in use, in course order: nobody has to wait for it, and nothing is lost by trying early. */
  readonly next: readonly MyObjective[];
  readonly can: readonly MyObjective[];
}

/** The child's objectives in the units that their groups have in use. */
export function myObjectives(snapshot: Snapshot, student: StudentId): MyObjectives {
  const parts = [...unitsInUse(snapshot, student)].map(([course, units]) =>
    ofCourse(course, snapshot.progress(student, course.id), units),
  );
  const learning = parts.flatMap((part) => part.learning);
  return {
    first: firstCheck(learning),
    learning,
    next: parts.flatMap((part) => part.next),
    can: parts.flatMap((part) => part.can),
  };
}

/** Courses of the child's groups with the units in use, each course once. */
function unitsInUse(snapshot: Snapshot, student: StudentId): Map<Course, readonly UnitId[]> {
  const inUse = new Map<Course, readonly UnitId[]>();
  const records = snapshot.recordsOf(student);
  for (const { id, body } of snapshot.groups()) {
    if (!records.some((record) => body.students[record]?.on === true)) continue;
    const courses = snapshot.use(id)?.courses ?? {};
    for (const course of snapshot.courses()) {
      const units = courses[course.id]?.units ?? [];
      if (units.length > 0) inUse.set(course, [...(inUse.get(course) ?? []), ...units]);
    }
  }
  return inUse;
}

function ofCourse(
  course: Course,
  progress: ProgressBody | undefined,
  units: readonly UnitId[],
): Omit<MyObjectives, 'first'> {
  const open = new Set(frontier(course, progress, units));
  const mine = course.objectives.flatMap((objective, position) => {
    const taught = objective.retired !== true && units.includes(objective.unit);
    const status = statusAt(progress, position);
    return taught ? [{ course, objective, status, position }] : [];
  });
  const isLearning = ({ status, position }: { status: Status; position: number }): boolean =>
    open.has(position) || ['check-again', 'nearly', 'working'].includes(status);
  return {
    learning: mine.filter(isLearning),
    next: mine.filter((one) => one.status === 'not-started' && !isLearning(one)),
    can: mine.filter(({ status }) => isMastered(status) && status !== 'check-again'),
  };
}

/** What is closest to done comes first, then what was begun, then course order. */
const ORDER: readonly Status[] = ['nearly', 'check-again', 'working', 'not-started'];

function firstCheck(learning: readonly MyObjective[]): MyObjective | null {
  const checks = learning.filter(({ objective }) => objective.check !== undefined);
  const ranked = checks.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return ranked[0] ?? null;
}
