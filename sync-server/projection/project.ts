/**
 * The projector: drains the log in the order of receipts into state, in transactions of its own (PROTOCOL 4, 10). One per
 * school; it alone writes state. Between two batches it lets the event loop answer requests.
 */
import { nameOfError } from '../log.ts';
import { commitFold, type Commit } from './commit.ts';
import { deriveAnew } from './derive-anew.ts';
import { gapOf, type Fold } from './fold.ts';
import { openFold, type FoldSetting } from './open-fold.ts';

export interface ProjectorOptions extends FoldSetting {
  readonly now: () => number;
  readonly onCommit: (commit: Commit) => void;
}

export interface Projector {
  /** There is something new; `streams`: their slots were accounted for in another way than by a new event. */
  readonly kick: (streams?: Iterable<string>) => void;
  /** A right was given back: what was held for its end is judged again. */
  readonly again: () => void;
  /** Resolves when everything that was stored before the call has been folded, and judged again where that was asked for; or on stop. */
  readonly drain: () => Promise<void>;
  /** Ends after the running batch. */
  readonly stop: () => Promise<void>;
}

/** One commit: at most so many rows, and under load no more often than so many ms. */
const BATCH_ROWS = 1000;
const BATCH_MS = 200;
/** How long requests of the same thread wait while rows are folded. */
const SLICE_MS = 12;
const RETRY_MS = 1000;

const letOthers = (): Promise<void> => new Promise((done) => setImmediate(done));

interface Waiter {
  /** Folded up to this receipt it may go on. */
  readonly receipt: number;
  readonly done: () => void;
}

export function createProjector(options: ProjectorOptions): Projector {
  const { store, school, log } = options;
  let fold: Fold | undefined;
  let streams = new Set<string>();
  let outdated = false;
  let running: Promise<void> | undefined;
  let waiters: Waiter[] = [];
  let again = false;
  let stopped = false;

  const flush = async (ready: Fold, cursor: number): Promise<void> => {
    // A stream that is touched while this is written is written again.
    const touched = streams;
    streams = new Set();
    const folded = { school, fold: ready, cursor, streams: touched, now: options.now() };
    const told = await store.derive((writing) => commitFold(writing, folded));
    ready.desk.settle();
    if (told !== undefined) options.onCommit(told);
  };

  const renew = async (): Promise<void> => {
    fold = undefined;
    outdated = false;
    const told = await deriveAnew(options, options.now());
    if (told !== undefined) options.onCommit(told);
  };

  const start = async (): Promise<Fold> => {
    let opened = await openFold(options);
    if (opened.outdated) {
      await renew();
      opened = await openFold(options, false);
    }
    for (const stream of opened.streams) streams.add(stream);
    const { projected } = await store.read((reading) => reading.counters(school));
    await flush(opened.fold, projected);
    fold = opened.fold;
    return fold;
  };

  /** One batch. @returns the receipt that was come to, and whether there may be more */
  const step = async (): Promise<{ cursor: number; more: boolean }> => {
    if (outdated) await renew();
    const ready = fold ?? (await start());
    const { rows, cursor: from } = await store.read(async (reading) => {
      const { projected } = await reading.counters(school);
      return { rows: await reading.eventsAfter(school, projected, BATCH_ROWS), cursor: projected };
    });
    if (rows.length === 0 && streams.size === 0) return { cursor: from, more: false };
    const began = performance.now();
    let slice = began;
    let cursor = from;
    // A gap may have been closed by a word of loss or by an event that was there already.
    for (const stream of streams) await ready.release(gapOf(stream), cursor);
    for (const row of rows) {
      await ready.take(row, row.receipt);
      streams.add(row.stream);
      cursor = row.receipt;
      const now = performance.now();
      if (now - began > BATCH_MS) break;
      if (now - slice < SLICE_MS) continue;
      await letOthers();
      slice = performance.now();
    }
    await flush(ready, cursor);
    return { cursor, more: true };
  };

  const letGo = (cursor: number): void => {
    const ready = waiters.filter(({ receipt }) => receipt <= cursor);
    waiters = waiters.filter(({ receipt }) => receipt > cursor);
    for (const { done } of ready) done();
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      again = false;
      try {
        const { cursor, more } = await step();
        if (!more && again) continue;
        // What is derived anew comes with the next batch: until then an earlier event may still be held.
        if (!outdated) letGo(more ? cursor : Infinity);
        if (!more) return;
      } catch (error) {
        // What is in memory may be half a batch: begin again from what was committed.
        fold = undefined;
        log.error('Projection failed and begins again', { error: nameOfError(error) });
        await new Promise((done) => setTimeout(done, RETRY_MS));
      }
      await letOthers();
    }
  };
  const kick = (touched: Iterable<string> = []): void => {
    for (const stream of touched) streams.add(stream);
    again = true;
    running ??= run().finally(() => {
      running = undefined;
      if (stopped) letGo(Infinity);
      else if (again) kick();
    });
  };

  return {
    kick,
    again: () => {
      outdated = true;
      kick();
    },
    drain: async () => {
      const { receipt } = await store.read((reading) => reading.counters(school));
      const folded = new Promise<void>((done) => waiters.push({ receipt, done }));
      if (stopped) letGo(Infinity);
      else kick();
      await folded;
    },
    stop: async () => {
      stopped = true;
      await running;
      letGo(Infinity);
    },
  };
}
