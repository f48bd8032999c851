/**
 * Sync waits while somebody marks: outbox and pull hold until 1.5 s without a tap, at most 10 s (DESIGN 3: sync in the
 * background tripled the time of a tap).
 */
const QUIET_MS = 1500;
const LONGEST_MS = 10_000;

export interface Gate {
  /** Somebody tapped. */
  readonly tap: () => void;
  /** Resolves when it is quiet, when it has waited long enough, or at once when `open` is called or `stop` aborts. */
  readonly quiet: (stop: AbortSignal) => Promise<void>;
  /** Lets everybody through who waits now: the page is being left, or a person asked. */
  readonly open: () => void;
}

/**
 * @param now a clock that never jumps, in ms
 * @param quietMs how long without a tap is quiet
 */
export function createGate(now: () => number, quietMs = QUIET_MS): Gate {
  let lastTap = -Infinity;
  const waiting = new Set<() => void>();
  return {
    tap() {
      lastTap = now();
    },
    open() {
      lastTap = -Infinity;
      for (const go of [...waiting]) go();
    },
    async quiet(stop) {
      const begun = now();
      for (;;) {
        const left = Math.min(lastTap + quietMs - now(), begun + LONGEST_MS - now());
        if (left <= 0 || stop.aborted) return;
        await new Promise<void>((go) => {
          const timer = setTimeout(done, left);
          function done(): void {
            clearTimeout(timer);
            waiting.delete(done);
            stop.removeEventListener('abort', done);
            go();
          }
          waiting.add(done);
          stop.addEventListener('abort', done, { once: true });
        });
      }
    },
  };
}
