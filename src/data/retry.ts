/** Tries a piece of work again until it works: after a second, then with growing pauses and jitter, sooner when woken. */

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

export interface Retry {
  /** There is something to do: a try comes soon. Waking often makes it no later. */
  readonly wake: () => void;
  readonly close: () => void;
}

/**
 * @param work false where something is left to do
 * @param random in [0, 1), so that several tabs do not try at once
 */
export function createRetry(
  work: () => Promise<boolean>,
  random: () => number = Math.random,
): Retry {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;
  let state: 'idle' | 'working' | 'working, woken' | 'closed' = 'idle';

  const plan = (): void => {
    if (timer !== null) clearTimeout(timer);
    const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
    timer = setTimeout(() => void run(), pause * (0.5 + random() / 2));
  };
  const run = async (): Promise<void> => {
    timer = null;
    state = 'working';
    const done = await Promise.resolve().then(work).catch(tellLater);
    failures = done ? 0 : failures + 1;
    const again = !done || isWoken();
    if (isClosed()) return;
    state = 'idle';
    if (again) plan();
  };
  // What `state` is after the work: the compiler cannot see that it was changed meanwhile.
  const isWoken = (): boolean => (state as string) === 'working, woken';
  const isClosed = (): boolean => (state as string) === 'closed';
  return {
    wake() {
      if (state === 'closed') return;
      if (state !== 'idle') state = 'working, woken';
      else if (timer === null || failures > 0) {
        failures = 0;
        plan();
      }
    },
    close() {
      state = 'closed';
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** A bug in the work is told to whoever listens to errors, and must not end the trying. */
function tellLater(error: unknown): false {
  setTimeout(() => {
    throw error;
  }, 0);
  return false;
}
