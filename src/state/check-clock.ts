/** Active time of a check: what passes between two looks at the clock while the child can see the item. */

/** One look at both clocks of the device, ms. `mono` measures, `wall` only notices sleep that `mono` slept through. */
export interface Moment {
  readonly mono: number;
  readonly wall: number;
}

/** The clock is looked at every second. A longer gap than this is sleep, not active time. */
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

/** A wall clock that went on by more than this while nobody noticed was set, not slept through: no holidays are so long. */
const LONGEST_SLEEP_MS = 200 * 24 * 60 * 60_000;
/** Clocks that measure the same time differ by less than this. */
const DRIFT_MS = 2000;

/**
 * By how much somebody has set the wall clock between two looks, ms; 0 where it went on by itself. Set back is certain: time
 * does not run backwards. Set forward looks like sleep with a monotonic clock that stood still, unless it is absurdly long.
 */
export function clockSetBetween(last: Moment, now: Moment): number {
  const jump = now.wall - last.wall - Math.max(0, now.mono - last.mono);
  return jump < -DRIFT_MS || jump > LONGEST_SLEEP_MS ? jump : 0;
}

/** Ms away between two wall clocks, never negative. */
export function awayBetween(sinceWall: number, nowWall: number): number {
  return clampAbsence(nowWall - sinceWall);
}

function clampAbsence(ms: number): number {
  return Math.min(LONGEST_ABSENCE_MS, Math.max(0, Math.round(ms)));
}
