/**
 * When a child may take a check again. The defaults: look at the mistakes first, and after two attempts "not
 * yet" on one day go on another day. Never a lock: a teacher says "now" with one tap, and a failed retry takes nothing away.
 */
import type { RetakeSetting } from '../model/event.ts';
import type { Address } from '../rules/evidence.ts';
import { nextDay } from './day.ts';
import { isMastered } from './progress.ts';
import type { ObjectiveOutcome, ObjectiveProgress } from './fold.ts';

export const DEFAULT_RETAKES: RetakeSetting = { reviewFirst: true, perDay: 2 };

export type Retake =
  | { readonly state: 'open' }
  /** First look at (or practice) what went wrong in this attempt. */
  | { readonly state: 'review-first'; readonly attempt: Address }
  /** Enough for today; `from` is the school day on which it is open again. */
  | { readonly state: 'another-day'; readonly from: string };

const OPEN: Retake = { state: 'open' };

/**
 * @param progress of one objective; null = nothing yet
 * @param now school time, ms
 * @param day the school's calendar day of a moment
 */
export function retakeOf(
  progress: Pick<ObjectiveProgress, 'status' | 'outcomes' | 'allowedAt'> | null,
  setting: RetakeSetting,
  now: number,
  day: (moment: number) => string,
): Retake {
  if (progress === null || isMastered(progress.status) || progress.status === 'excused')
    return OPEN;
  const tries = progress.outcomes.filter(isTry);
  const [last] = tries;
  if (last === undefined || last.outcome !== 'not-yet') return OPEN;
  if (progress.allowedAt !== null && progress.allowedAt >= last.moment) return OPEN;
  const today = day(now);
  const missedToday = tries.filter(
    ({ outcome, moment }) => outcome === 'not-yet' && day(moment) === today,
  );
  if (setting.perDay > 0 && missedToday.length >= setting.perDay)
    return { state: 'another-day', from: nextDay(today) };
  return setting.reviewFirst && last.reviewed !== true
    ? { state: 'review-first', attempt: last.address }
    : OPEN;
}

/** A check towards mastery that was handed in; interrupted ones and those set aside are as if they had not been. */
function isTry({ entry, outcome }: ObjectiveOutcome): boolean {
  return (
    entry.type === 'check' &&
    (entry.purpose === 'mastery' || entry.purpose === 'baseline') &&
    outcome !== 'interrupted' &&
    outcome !== 'set-aside'
  );
}
