/** Which mastered objectives are due for a look whether mastery lasted. Offered, never forced. */
import type { Course } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';
import { daysBetween } from './day.ts';
import type { ObjectiveProgress } from './fold.ts';
import { objectiveProgress, statusAt } from './progress.ts';

/** Days after mastery; wider and wider apart. A school setting (`school.retention`). */
export const DEFAULT_RETENTION: readonly number[] = [2, 7, 21, 60, 120];

/** Objectives of one sitting: at most five, and it is not offered for fewer than three ... */
const MOST = 5;
const FEWEST = 3;
/** ... unless one of them has waited this many days. */
const LONGEST_WAIT = 7;

/** An objective that is due, and since how many days. */
export interface Due {
  readonly position: number;
  readonly waiting: number;
}

/**
 * Since how many days a look is due, or null. The next one is the first of the schedule behind the last look: a late look
 * stands for those that it is later than.
 * @param now school time, ms
 * @param day the school's calendar day of a moment
 */
export function retentionDue(
  { status, masteredAt, outcomes }: Pick<ObjectiveProgress, 'status' | 'masteredAt' | 'outcomes'>,
  schedule: readonly number[],
  now: number,
  day: (moment: number) => string,
): number | null {
  if (status !== 'mastered' || masteredAt === null) return null;
  const since = day(masteredAt);
  const looked = outcomes.find(
    ({ entry, outcome }) =>
      entry.purpose === 'retention' && outcome !== 'interrupted' && outcome !== 'set-aside',
  );
  const done = looked === undefined ? 0 : daysBetween(since, day(looked.moment));
  const next = schedule.toSorted((a, b) => a - b).find((days) => days > done);
  if (next === undefined) return null;
  const waiting = daysBetween(since, day(now)) - next;
  return waiting >= 0 ? waiting : null;
}

/** Which of these objectives are due, in their order. Only what is mastered is folded. */
export function dueAmong(
  course: Course,
  body: ProgressBody | undefined,
  positions: readonly number[],
  schedule: readonly number[],
  now: number,
  day: (moment: number) => string,
): readonly Due[] {
  if (schedule.length === 0) return [];
  return positions.flatMap((position): Due[] => {
    if (statusAt(body, position) !== 'mastered') return [];
    const progress = objectiveProgress(course, body, position, day);
    const waiting = progress === null ? null : retentionDue(progress, schedule, now, day);
    return waiting === null ? [] : [{ position, waiting }];
  });
}

/** All objectives of a course that are due and can be checked, longest waiting first. */
export function duePositions(
  course: Course,
  body: ProgressBody | undefined,
  schedule: readonly number[],
  now: number,
  day: (moment: number) => string,
): readonly Due[] {
  const checked = [...course.objectives.entries()].flatMap(([position, { check, retired }]) =>
    check === undefined || retired === true ? [] : position,
  );
  const due = dueAmong(course, body, checked, schedule, now, day);
  return due.toSorted((a, b) => b.waiting - a.waiting || a.position - b.position);
}

/** What one sitting asks: the longest waiting, at most five; nothing while it is not worth a sitting. */
export function lookTogether<D extends Pick<Due, 'waiting'>>(due: readonly D[]): readonly D[] {
  const sorted = due.toSorted((a, b) => b.waiting - a.waiting);
  const worth = sorted.length >= FEWEST || (sorted[0]?.waiting ?? -1) >= LONGEST_WAIT;
  return worth ? sorted.slice(0, MOST) : [];
}
