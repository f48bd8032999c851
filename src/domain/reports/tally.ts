/** Counting statuses: the numbers that every dashboard shows. */
import type { ProgressBody } from '../model/documents.ts';
import { STATUSES, type Status } from '../model/status.ts';
import { flagsAt, isMastered, statusAt } from '../mastery/progress.ts';

export interface StatusCount {
  readonly status: Status;
  readonly count: number;
}

export interface Tally {
  /** Every count that is not zero, in the order of a stacked bar. */
  readonly counts: readonly StatusCount[];
  /** Mastered and check again. */
  readonly done: number;
  /** Objectives that are not excused. */
  readonly of: number;
}

/** The tally of some statuses. */
export function tally(statuses: readonly Status[]): Tally {
  const counts = STATUSES.map((status) => ({
    status,
    count: statuses.filter((one) => one === status).length,
  })).filter(({ count }) => count > 0);
  return {
    counts,
    done: statuses.filter(isMastered).length,
    of: statuses.filter((status) => status !== 'excused').length,
  };
}

/** How many of the objectives at `positions` a child needs help with. */
export function helpCount(body: ProgressBody | undefined, positions: readonly number[]): number {
  return positions.filter((position) => flagsAt(body, position).includes('needs-help')).length;
}

/** The statuses of the objectives at `positions`. */
export function statusesAt(body: ProgressBody | undefined, positions: readonly number[]): Status[] {
  return positions.map((position) => statusAt(body, position));
}
