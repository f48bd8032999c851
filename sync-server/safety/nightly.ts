/**
 * A copy of the database every night, about 02:00 in the school's time zone, into DATA_DIR/backups, and beside the journal where there
 * is one. Each of the two places is looked at for itself: where a night is missing it is made good at the next start, within minutes
 * when the machine wakes up, and again and again while its disk takes nothing.
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
  /** When the newest copy in DATA_DIR was made, ms; undefined: there is none. */
  readonly newest: () => number | undefined;
  /** A place has no copy of the last night. */
  readonly failed: () => boolean;
  /** Looks whether a copy is due and makes it; for tests, and at a start. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Somewhere that has to have a copy of every night. */
interface Place {
  /** For the log. */
  readonly name: 'DATA_DIR' | 'BACKUP_DIR';
  readonly folder: string;
  readonly make: () => Promise<void>;
}

/** A copy from after now was made while the clock was wrong: it says nothing of tonight. */
async function newestIn(folder: string, now: number): Promise<number | undefined> {
  return (await listCopies(folder)).findLast(({ at }) => at <= now)?.at;
}

/** Whether a copy is due: none was made since the last 02:00, as the wall clock of the time zone counts days. */
export function isDue(now: number, newest: number | undefined, timeZone: string): boolean {
  if (newest === undefined) return true;
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
  const own: Place = {
    name: 'DATA_DIR',
    folder,
    make: async () => {
      await makeFolder(folder);
      await copyDatabase(database, join(folder, `${stampedName(0, now())}.db`), now());
      await pruneCopies(folder, now());
    },
  };
  const failing = new Set<Place>();
  let newest: number | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let cancel = (): void => {};

  /** @returns when the newest copy there was made */
  const lookAt = async (place: Place): Promise<number | undefined> => {
    try {
      const zone = await timeZoneOf(store);
      const last = await newestIn(place.folder, now());
      const due = isDue(now(), last, zone);
      if (due) await place.make();
      failing.delete(place);
      if (due) log.info('The copy of the night was made', { in: place.name });
      return due ? now() : last;
    } catch (error) {
      const fields = { in: place.name, error: nameOfError(error) };
      if (!failing.has(place)) log.error('The copy of the night failed', fields);
      failing.add(place);
      return undefined;
    }
  };
  const second: Place | undefined =
    journal === undefined
      ? undefined
      : { name: 'BACKUP_DIR', folder: journal.copies, make: journal.addCopy };
  const look = async (): Promise<void> => {
    if (stopped) return;
    newest = (await lookAt(own)) ?? newest;
    // The journal makes a copy of its own when it begins.
    await journal?.begun();
    if (second !== undefined) await lookAt(second);
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
    failed: () => failing.size > 0,
    look: lookSoon,
    stop: async () => {
      stopped = true;
      cancel();
      await running;
    },
  };
}
