/**
 * A loop that talks to a server it cannot trust to be there: it sleeps while there is nothing to do, backs off with jitter
 * while there is no answer, obeys Retry-After, and can be woken. Woken or not, it never asks more than once a second
 * after a failure.
 */

export type Step =
  /** More to do at once. */
  | { readonly next: 'now' }
  /** Nothing to do; look again after so long, or when woken. */
  | { readonly next: 'idle'; readonly ms: number }
  /** Failed; `afterMs` is the server's Retry-After. */
  | { readonly next: 'retry'; readonly afterMs: number | null };

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;
/** A server may ask for patience, not for ever. */
const MOST_PATIENCE_MS = 10 * 60_000;

export interface Waker {
  readonly wake: () => void;
  /** Resolves after `ms`, earlier when woken but not before `least`, at once when `stop` aborts. @returns whether it was woken */
  readonly sleep: (ms: number, least: number, stop: AbortSignal) => Promise<boolean>;
}

export function createWaker(): Waker {
  let woken = false;
  let onWake: (() => void) | null = null;
  const pause = (ms: number, stop: AbortSignal, wakeable: boolean): Promise<void> =>
    new Promise((done) => {
      const finish = (): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', finish);
        onWake = null;
        done();
      };
      const timer = setTimeout(finish, ms);
      stop.addEventListener('abort', finish, { once: true });
      if (wakeable) onWake = finish;
      if (stop.aborted) finish();
    });
  return {
    wake() {
      woken = true;
      onWake?.();
    },
    async sleep(ms, least, stop) {
      if (least > 0) await pause(Math.min(ms, least), stop, false);
      if (!woken && !stop.aborted && ms > least) await pause(ms - least, stop, true);
      const wasWoken = woken;
      woken = false;
      return wasWoken;
    },
  };
}

/** @param random in [0, 1), so that a school's tablets do not come back all at once */
export async function runLoop(
  step: (stop: AbortSignal) => Promise<Step>,
  waker: Waker,
  stop: AbortSignal,
  random: () => number = Math.random,
): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    const result = await step(stop).catch(asRetry);
    if (result.next === 'now') {
      failures = 0;
    } else if (result.next === 'idle') {
      failures = 0;
      await waker.sleep(result.ms, 0, stop);
    } else {
      failures += 1;
      const backoff =
        Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10)) * (0.5 + random() / 2);
      const patience = Math.min(MOST_PATIENCE_MS, result.afterMs ?? 0);
      const woken = await waker.sleep(
        Math.max(backoff, patience),
        Math.max(Math.min(FIRST_MS, backoff), patience),
        stop,
      );
      // The network may have come back, and often needs a moment more: the next pauses are short again.
      if (woken) failures = 0;
    }
  }
}

/** A bug in one step is told to whoever listens to errors, and must not end the sending of results. */
function asRetry(error: unknown): Step {
  setTimeout(() => {
    throw error;
  }, 0);
  return { next: 'retry', afterMs: null };
}
