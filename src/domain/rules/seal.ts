/** The seal of a unit: a share of its objectives, shown at the unit's head. */
import type { ShareRule } from './rule.ts';
import { ceilDivide } from './thresholds.ts';

export interface Seal {
  readonly met: boolean;
  /** Objectives mastered (check again included). */
  readonly have: number;
  /** ceil(percent x objectives that are not excused): 80 percent of 8 is 7. */
  readonly need: number;
}

/**
 * The seal of a unit with `mastered` of `counted` objectives, where `counted` leaves out the excused ones. A unit of which
 * nothing counts has no seal to reach: need 0, not met.
 */
export function unitSeal(rule: ShareRule, mastered: number, counted: number): Seal {
  const need = ceilDivide(rule.percent * counted, 100);
  return { met: counted > 0 && mastered >= need, have: mastered, need };
}
