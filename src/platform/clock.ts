/**
 * The clocks of this page. None is trusted: an event carries them raw, and the server works out the moment (PROTOCOL 13).
 */
import type { DeviceClock } from '#protocol/answer.ts';
import { randomId } from './ids.ts';

export interface Clock {
  /** Raw device clock, ms. May be wrong by years. */
  readonly wall: () => number;
  /** ms since page load; never jumps. */
  readonly mono: () => number;
  /** Names this page load. */
  readonly boot: string;
  /** Server clock minus device clock in ms as last measured, or null. */
  readonly skew: () => number | null;
  /** The server's clock now, as well as this device knows it, ms. */
  readonly serverNow: () => number;
  readonly reading: () => DeviceClock;
  /**
   * Takes one exchange: the server said `serverNow`, the question left at `askedMono` and the answer was here at
   * `answeredMono`. The middle of the two is taken as the moment of the answer.
   */
  readonly measure: (serverNow: number, askedMono: number, answeredMono: number) => void;
  /** A skew that was measured in an earlier page load. */
  readonly remember: (skew: number | null) => void;
}

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
    measure(serverNow, askedMono, answeredMono) {
      const sinceMiddle = mono() - (askedMono + answeredMono) / 2;
      skew = Math.round(serverNow + sinceMiddle - wall());
    },
    remember(known) {
      skew ??= known;
    },
  };
}
