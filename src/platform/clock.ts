/**
 * The clocks of this page. None is trusted: an event carries them raw, and the server works out the moment (PROTOCOL 13).
 */
import type { DeviceClock } from '#protocol/answer.ts';
import { randomId } from './ids.ts';

export interface Clock {
  /** Raw device clock, ms. May be wrong by years. */
  readonly wall: () => number;
  /** ms since page load; never jumps, and stands still while many systems sleep. */
  readonly mono: () => number;
  /** Names this page load. */
  readonly boot: string;
  /** Server clock minus device clock in ms as last measured, or null. */
  readonly skew: () => number | null;
  /** The server's clock now, as well as this device knows it, ms. */
  readonly serverNow: () => number;
  readonly reading: () => DeviceClock;
  /**
   * Takes one exchange that has just ended: the server said `serverNow`, the question left at `asked`. The middle of the two is
   * taken as the moment of the answer. What the device slept through is not taken: nobody knows how old the answer is.
   */
  readonly measure: (serverNow: number, asked: DeviceClock) => void;
  /** A skew that was measured in an earlier page load. */
  readonly remember: (skew: number | null) => void;
}

/** The wall clock may go on by so much more than the monotonic one without any sleep, ms. */
const DRIFT_MS = 2000;

export function createClock(): Clock {
  let skew: number | null = null;
  const wall = (): number => Date.now();
  const mono = (): number => performance.now();
  const boot = randomId();
  return {
    wall,
    mono,
    boot,
    skew: () => skew,
    serverNow: () => Math.round(wall() + (skew ?? 0)),
    reading: () => ({ wall: wall(), mono: mono(), boot }),
    measure(serverNow, asked) {
      const here = wall();
      const took = mono() - asked.mono;
      if (here - asked.wall <= took + DRIFT_MS) skew = Math.round(serverNow + took / 2 - here);
    },
    remember(known) {
      skew ??= known;
    },
  };
}
