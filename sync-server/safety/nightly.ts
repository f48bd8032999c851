/**
 * A copy of the database every night, about 02:00 in the school's time zone, into DATA_DIR/backups, and beside the journal where there
 * is one. A night that was missed is made good at the next start, and within minutes when the machine wakes up.
 */
import { join } from 'node:path';
import { dayIn } from '#domain/mastery/day.ts';
import { nameOfError, type Log } from '../log.ts';
import type { Store } from '../store/port.ts';
import type { Timers } from '../usecases/pokes.ts';
import { copyDatabase, listCopies, makeFolder, pruneCopies } from './copies.ts';
import type { Journal } from './journal.ts';
import { stampedName } from './segment.ts';

const HOUR = 3_600_000;
/** The night begins so long after midnight. */
const AFTER_MIDNIGHT = 2 * HOUR;
const LOOK_EVERY = 5 * 60_000;

export interface Nightly {
  /** When the newest copy was made, ms; undefined: there is none. */
  readonly newest: () => number | undefined;
  /** The newest try did not succeed. */
  readonly failed: () => boolean;
  /** Looks whether a copy is due and makes it; for tests, and at a start. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether a copy is due: none was made since the last 02:00, as the wall clock of the time zone counts days. */
export function isDue(now: number, newest: number | undefined, timeZone: string): boolean {
  if (newest === undefined || newest > now) return true;
  const night = dayIn(timeZone);
  return night(now - AFTER_MIDNIGHT) !== night(newest - AFTER_MIDNIGHT);
}

async function timeZoneOf(store: Store): Promise<string> {
  return store.read(async (reading) => {
    const [school] = await reading.schools();
    const [row] = school === undefined ? [] : await reading.documents(school.id, ['school']);
    const body: unknown = row === undefined ? undefined : JSON.parse(row.body);
    return typeof body === 'object' &&
      body !== null &&
      'timeZone' in body &&
      typeof body.timeZone === 'string'
      ? body.timeZone
      : 'UTC';
  });
}

export function startNightly(options: {
  readonly store: Store;
  readonly database: string;
  /** DATA_DIR/backups */
  readonly folder: string;
  readonly journal: Journal | undefined;
  readonly now: () => number;
  readonly timers: Timers;
  readonly log: Log;
}): Nightly {
  const { store, database, folder, journal, now, timers, log } = options;
  let newest: number | undefined;
  let [failed, stopped] = [false, false];
  let running: Promise<void> = Promise.resolve();
  let cancel = (): void => {};

  const copy = async (): Promise<void> => {
    await makeFolder(folder);
    newest = (await listCopies(folder)).at(-1)?.at;
    const zone = await timeZoneOf(store);
    if (!isDue(now(), newest, zone)) return;
    const path = join(folder, `${stampedName(0, now())}.db`);
    await copyDatabase(database, path, now());
    newest = now();
    await pruneCopies(folder, now());
    log.info('The copy of the night was made');
    await journal?.keepCopy(path);
  };
  const look = async (): Promise<void> => {
    if (stopped) return;
    try {
      await copy();
      failed = false;
    } catch (error) {
      if (!failed) log.error('The copy of the night failed', { error: nameOfError(error) });
      failed = true;
    }
  };
  const lookSoon = (): Promise<void> => {
    running = running.then(look);
    return running;
  };
  const again = (): void => {
    cancel = timers.after(LOOK_EVERY, () => {
      void lookSoon().then(() => {
        if (!stopped) again();
      });
    });
  };
  void lookSoon();
  again();
  return {
    newest: () => newest,
    failed: () => failed,
    look: lookSoon,
    stop: async () => {
      stopped = true;
      cancel();
      await running;
    },
  };
}
