/** How well a child judges readiness: of the checks before which it said how sure it was, how many were met. */
import { objectiveProgress } from '../mastery/progress.ts';
import type { ObjectiveOutcome } from '../mastery/fold.ts';
import type { Course } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';
import type { Sureness } from '../model/event.ts';

export interface SureCount {
  readonly said: Sureness;
  /** How often it was said before a check that was handed in. */
  readonly times: number;
  readonly met: number;
}

const LEVELS: readonly Sureness[] = ['sure', 'quite', 'not-sure'];

/** Of some attempts: the surest first, what was never said is left out. Interrupted and set-aside attempts do not count. */
export function countSureness(outcomes: readonly ObjectiveOutcome[]): readonly SureCount[] {
  const asked = outcomes.flatMap(({ entry, outcome }) => {
    const judged = outcome === 'met' || outcome === 'slower' || outcome === 'not-yet';
    return judged && entry.type === 'check' && entry.sure !== undefined
      ? [{ said: entry.sure, met: outcome === 'met' }]
      : [];
  });
  return LEVELS.flatMap((said) => {
    const own = asked.filter((one) => one.said === said);
    const met = own.filter((one) => one.met).length;
    return own.length === 0 ? [] : [{ said, times: own.length, met }];
  });
}

/**
 * Of everything a student did in some courses, as `countSureness`.
 * @param records progress by course; a course without any may be left out
 * @param day the school's calendar day of a moment
 */
export function surenessOf(
  records: readonly { readonly course: Course; readonly body: ProgressBody }[],
  day: (moment: number) => string,
): readonly SureCount[] {
  return countSureness(
    records.flatMap(({ course, body }) =>
      positionsSaid(body).flatMap(
        (position) => objectiveProgress(course, body, position, day)?.outcomes ?? [],
      ),
    ),
  );
}

/** Positions with a check that says how sure the child was, read off the text: only these are folded. */
function positionsSaid({ d }: ProgressBody): number[] {
  return d
    .split(';')
    .slice(1)
    .flatMap((group) =>
      /,c(?:[^:,;]*:){10}[sqn]/u.test(group) ? [Number.parseInt(group, 36)] : [],
    );
}
