/** Several tabs of one browser: who does a job alone, who holds something off, and word from one to all others. */

/** Runs `work` while nobody else holds the name. The lock ends with the promise, or with the tab. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work);
}

/**
 * Waits for the name, then runs `work` until its signal aborts: because `stop` aborted, or because another tab took the
 * lock from a tab that slept (`take`). Falls to another waiting tab when this one dies.
 */
export async function holdJob(
  name: string,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
  take = false,
): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([stop, lost.signal]);
  const options: LockOptions = take ? { steal: true } : { signal: stop };
  try {
    await navigator.locks.request(name, options, async () => {
      if (!signal.aborted) await work(signal);
    });
  } catch (error) {
    lost.abort();
    // AbortError: stopped while waiting, or the lock was taken. Both are how this ends, not failures.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}

export interface Lease {
  /** Takes part: the release of this use, or null at once where somebody holds the name alone, or waits for it. */
  readonly use: () => Promise<(() => void) | null>;
  /** Resolves when no use is left, and lets go at once. */
  readonly settle: () => Promise<void>;
  readonly release: () => void;
}

/**
 * A shared lock that is kept between uses, because asking for one costs a trip to another process at every tap. It is let
 * go `idleMs` after the last use, so that whoever wants the name alone waits no longer than that.
 */
export function sharedLease(name: string, idleMs: number): Lease {
  let held: Promise<boolean> | null = null;
  let letGo: (() => void) | null = null;
  let uses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settling = new Set<() => void>();
  const release = (): void => {
    clearTimeout(timer);
    letGo?.();
    held = null;
    letGo = null;
  };
  const take = (): Promise<boolean> =>
    new Promise((answered, failed) => {
      navigator.locks
        .request(name, { mode: 'shared', ifAvailable: true }, (lock) => {
          answered(lock !== null);
          if (lock === null) return undefined;
          return new Promise<void>((done) => {
            letGo = done;
          });
        })
        .catch(failed);
    });
  const end = (): void => {
    uses -= 1;
    if (uses > 0) return;
    timer = setTimeout(release, idleMs);
    for (const settled of [...settling]) settled();
    settling.clear();
  };
  return {
    async use() {
      clearTimeout(timer);
      uses += 1;
      held ??= take();
      const granted = await held;
      if (!granted) held = null;
      let open = true;
      const done = (): void => {
        if (open) end();
        open = false;
      };
      if (granted) return done;
      done();
      return null;
    },
    async settle() {
      if (uses > 0) await new Promise<void>((settled) => settling.add(settled));
      release();
    },
    release,
  };
}

export interface Channel<T> {
  readonly say: (message: T) => void;
  readonly close: () => void;
}

/** Word to the other tabs. Messages come from our own build or an older one: the listener must stand unknown ones. */
export function openChannel<T>(name: string, hear: (message: T) => void): Channel<T> {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event: MessageEvent<T>) => hear(event.data));
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}
