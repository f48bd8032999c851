/**
 * Pokes: "there is something new", never what. At most one a second per device, the first at once, the rest joined into one
 * at the end of the second (a throttle: a debounce would starve a dashboard while others mark).
 */
import type { Commit } from '../projection/commit.ts';

export interface Listener {
  readonly device: string;
  /** What the device sees; a commit with none of these tags is not worth a poke. */
  tags: ReadonlySet<string>;
  readonly poke: (seq: number) => void;
  /** Asks for the tags again: somebody's scope may have changed. */
  readonly refresh: () => Promise<ReadonlySet<string>>;
}

export interface Pokes {
  readonly listen: (listener: Listener) => () => void;
  readonly commit: (commit: Commit) => void;
  readonly count: () => number;
}

export interface Timers {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** [0, 1) */
  readonly random: () => number;
}

const EVERY_MS = 1000;
/** Spread of the pokes of one commit over so many ms per listener, so that a school does not pull at the same instant. */
const JITTER_PER_LISTENER = 2;
const MAX_JITTER_MS = 250;

interface Heard {
  readonly listener: Listener;
  lastAt: number;
  seq: number;
  cancel: (() => void) | undefined;
}

export function createPokes(timers: Timers): Pokes {
  const all = new Set<Heard>();

  const schedule = (heard: Heard, seq: number): void => {
    heard.seq = seq;
    if (heard.cancel !== undefined) return;
    const jitter = timers.random() * Math.min(MAX_JITTER_MS, all.size * JITTER_PER_LISTENER);
    const wait = Math.max(0, heard.lastAt + EVERY_MS - timers.now()) + jitter;
    heard.cancel = timers.after(wait, () => {
      heard.cancel = undefined;
      heard.lastAt = timers.now();
      heard.listener.poke(heard.seq);
    });
  };
  const touches = (tags: ReadonlySet<string>, commit: Commit): boolean =>
    [...tags].some((tag) => commit.tags.has(tag));

  return {
    listen: (listener) => {
      const heard: Heard = { listener, lastAt: -Infinity, seq: 0, cancel: undefined };
      all.add(heard);
      return () => {
        heard.cancel?.();
        all.delete(heard);
      };
    },
    commit: (commit) => {
      for (const heard of all) {
        const { listener } = heard;
        if (touches(listener.tags, commit)) schedule(heard, commit.seq);
        if (!commit.rosters) continue;
        void listener.refresh().then((tags) => {
          const changed = [...tags].toSorted().join() !== [...listener.tags].toSorted().join();
          listener.tags = tags;
          if (changed) schedule(heard, commit.seq);
        });
      }
    },
    count: () => all.size,
  };
}
