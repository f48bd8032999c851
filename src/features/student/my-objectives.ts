/** What a child sees of their own work: what I can do, what I am learning, what comes next. */
import { frontier } from '#domain/mastery/frontier.ts';
import { flagsAt, isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { Retake } from '#domain/mastery/retake.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { Signal } from '#domain/model/event.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { Status } from '#domain/model/status.ts';
import type { Snapshot } from '#data/services.ts';
import type { FoundObjective } from '#state/find-objective.ts';
import { nextTry } from '#state/next-try.ts';
import { offeredChecks } from '#state/offered-checks.ts';

export interface MyObjective extends FoundObjective {
  readonly status: Status;
  /** When its check may be taken again. */
  readonly retake: Retake['state'];
  /** What the child has told the teacher about it, and stands. */
  readonly said: Exclude<Signal, 'none'> | null;
}

export interface MyObjectives {
  /** Checks that the teacher has started for the child, newest first: the first of them is the first card. */
  readonly offered: readonly MyObjective[];
  /** The check to take next where the teacher has started none, or null when none is open. */
  readonly first: MyObjective | null;
  readonly learning: readonly MyObjective[];
  /** The rest of the units in use, in course order: nobody has to wait for it, and nothing is lost by trying early. */
  readonly next: readonly MyObjective[];
  readonly can: readonly MyObjective[];
}

/**
 * The child's objectives in the units that their groups have in use, and what the teacher has started.
 * @param now school time, ms
 */
export function myObjectives(snapshot: Snapshot, student: StudentId, now: number): MyObjectives {
  const see = (found: FoundObjective): MyObjective => myObjective(snapshot, student, found, now);
  const parts = [...unitsInUse(snapshot, student)].map(([course, units]) =>
    ofCourse(course, snapshot.progress(student, course.id), units),
  );
  const learning = parts.flatMap((part) => part.learning.map(see));
  return {
    offered: offeredChecks(snapshot, student, now).map(see),
    first: firstCheck(learning),
    learning,
    next: parts.flatMap((part) => part.next.map(see)),
    can: parts.flatMap((part) => part.can.map(see)),
  };
}

/** One objective as the child has it. @param now school time, ms */
export function myObjective(
  snapshot: Snapshot,
  student: StudentId,
  { course, objective, position }: FoundObjective,
  now: number,
): MyObjective {
  const body = snapshot.progress(student, course.id);
  const status = statusAt(body, position);
  const flags = flagsAt(body, position);
  // Only what was tried and is not mastered can have to wait.
  const wasTried = status === 'nearly' || status === 'working';
  const target = { course: course.id, objective: objective.id };
  const retake = wasTried ? nextTry(snapshot, student, target, now).retake.state : 'open';
  const ready = flags.includes('ready-to-try') ? 'ready' : null;
  const said = flags.includes('would-like-help') ? 'help' : ready;
  return { course, objective, position, status, retake, said };
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

interface Sorted {
  readonly learning: readonly FoundObjective[];
  readonly next: readonly FoundObjective[];
  readonly can: readonly FoundObjective[];
}

function ofCourse(
  course: Course,
  progress: ProgressBody | undefined,
  units: readonly UnitId[],
): Sorted {
  const open = new Set(frontier(course, progress, units));
  const mine = course.objectives.flatMap((objective: Objective, position) => {
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

/** What has to wait until tomorrow is no next check while there is another one. */
function firstCheck(learning: readonly MyObjective[]): MyObjective | null {
  const checks = learning.filter(({ objective }) => objective.check !== undefined);
  const ranked = checks.toSorted(
    (a, b) =>
      Number(a.retake === 'another-day') - Number(b.retake === 'another-day') ||
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status),
  );
  return ranked[0] ?? null;
}
