/**
 * How often a device that is being left asks how far the school is: soon while something moves, then ever more rarely, so that a
 * device that waits for a person or for a second disk is no hot loop. Somebody's "try now", or a network that comes back, begins anew.
 */
const FIRST_MS = 3000;
const LONGEST_MS = 60_000;
/** A timer may run out a little early: that is no waking. */
const EARLY_MS = 100;

export interface ClosingPace {
  /** How long until it is asked again, ms. */
  readonly ms: () => number;
  /** The school has answered. @param moved whether anything is another way than it was told before */
  readonly answered: (moved: boolean) => void;
  /** Somebody looks, so many ms after the newest answer: before its time only where it was woken. */
  readonly looked: (sinceMs: number) => void;
}

/** @param random in [0, 1) */
export function createClosingPace(random: () => number = Math.random): ClosingPace {
  let pause = FIRST_MS;
  let jittered = FIRST_MS;
  const set = (ms: number): void => {
    pause = Math.min(LONGEST_MS, ms);
    jittered = pause === FIRST_MS ? FIRST_MS : pause * (0.75 + random() / 4);
  };
  return {
    ms: () => jittered,
    answered: (moved) => set(moved ? FIRST_MS : pause * 2),
    looked(sinceMs) {
      if (sinceMs < jittered - EARLY_MS) set(FIRST_MS);
    },
  };
}
