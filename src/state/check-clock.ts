/** Active time of a check: what passes between two looks at the clock while the child can see the item. */

/** One look at both clocks of the device, ms. `mono` measures, `wall` only notices sleep that `mono` slept through. */
export interface Moment {
  readonly mono: number;
  readonly wall: number;
}

/** The clock is looked at every second. A longer gap than this is sleep: it is an absence, not active time. */
export const SLEEP_MS = 2500;

/** The longest absence that an event may name (about eleven days); a wrong wall clock could say more. */
const LONGEST_ABSENCE_MS = 10 ** 9;

export interface Passed {
  /** Active ms, 0 where the device slept. */
  readonly activeMs: number;
  /** Ms of sleep, 0 where there was none. */
  readonly asleepMs: number;
}

/**
 * What passed from `last` to `now`. Some browsers stop the monotonic clock while the device sleeps, others do not: a gap in
 * either is sleep. A wall clock that was set back says nothing.
 */
export function passedBetween(last: Moment, now: Moment): Passed {
  const mono = Math.max(0, now.mono - last.mono);
  const wall = now.wall - last.wall;
  const slept = mono > SLEEP_MS || wall - mono > SLEEP_MS;
  return slept
    ? { activeMs: 0, asleepMs: clampAbsence(Math.max(mono, wall)) }
    : { activeMs: mono, asleepMs: 0 };
}

/** Ms away between two wall clocks, never negative. */
export function awayBetween(sinceWall: number, nowWall: number): number {
  return clampAbsence(nowWall - sinceWall);
}

function clampAbsence(ms: number): number {
  return Math.min(LONGEST_ABSENCE_MS, Math.max(0, Math.round(ms)));
}
