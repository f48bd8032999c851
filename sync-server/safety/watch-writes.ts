/**
 * Whether the school's data can be written: a disk that is full, read-only or broken is remembered from the first write that it
 * refused, and tried every few seconds, until it takes one.
 */
import { nameOfError, type Log } from '../log.ts';
import type { Store } from '../store/port.ts';
import { isDiskFault } from '../store/sqlite/db.ts';
import type { Timers } from '../usecases/pokes.ts';

const TRY_EVERY_MS = 10_000;
/** The setting that a try writes: a write that changes nothing succeeds on a full disk as well. */
const TRIED = 'written-at';

export interface WatchedStore {
  readonly store: Store;
  /** ms of the server's clock; undefined while the disk takes what is written. */
  readonly failingSince: () => number | undefined;
}

export function watchWrites(
  store: Store,
  { now, timers, log }: { readonly now: () => number; readonly timers: Timers; readonly log: Log },
): WatchedStore {
  let since: number | undefined;
  let closed = false;
  let cancel = (): void => {};

  const tryLater = (): void => {
    if (!closed) cancel = timers.after(TRY_EVERY_MS, () => void tryNow());
  };
  const tryNow = async (): Promise<void> => {
    try {
      await store.write((writing) => writing.setSetting(TRIED, String(now())));
    } catch {
      return tryLater(); // what failed was told when it began
    }
    since = undefined;
    log.info('The data folder can be written again');
  };
  const watched = async <T>(done: Promise<T>): Promise<T> => {
    try {
      return await done;
    } catch (error) {
      if (isDiskFault(error) && since === undefined) {
        since = now();
        log.error('Nothing can be stored: the data folder cannot be written', {
          error: nameOfError(error),
        });
        tryLater();
      }
      throw error;
    }
  };
  return {
    failingSince: () => since,
    store: {
      read: (work) => store.read(work),
      write: (work) => watched(store.write(work)),
      derive: (work) => watched(store.derive(work)),
      close: () => {
        closed = true;
        cancel();
        return store.close();
      },
    },
  };
}
