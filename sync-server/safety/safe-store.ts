/** The store of a server that runs: the database in DATA_DIR, with a journal where BACKUP_DIR is set. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { DATABASE } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { Timers } from '../usecases/pokes.ts';
import { openJournal, type Journal } from './journal.ts';
import { POSITION, readPosition } from './journal-line.ts';
import { journaledStore } from './journaled-store.ts';
import { watchWrites, type WatchedStore } from './watch-writes.ts';

/** So long a start waits for the second copy; a large school's is finished while the server answers. */
const WAIT_MS = 5000;

export interface SafeStore extends WatchedStore {
  readonly journal: Journal | undefined;
}

async function noteDisks(config: Config, folder: string, log: Log): Promise<void> {
  const [one, two] = await Promise.all(
    [config.dataDir, folder].map((path) => stat(path).catch(() => undefined)),
  );
  if (one !== undefined && one.dev === two?.dev)
    log.info('BACKUP_DIR is on the same disk as DATA_DIR: both are lost together');
}

export async function openSafeStore(
  config: Config,
  ambient: { readonly now: () => number; readonly timers: Timers; readonly log: Log },
): Promise<SafeStore> {
  const { now, timers, log } = ambient;
  const database = join(config.dataDir, DATABASE);
  const watched = watchWrites(openSqliteStore(database), ambient);
  const folder = config.backupDir;
  if (folder === undefined) {
    if (!config.demo)
      log.info('There is no second copy of the results: BACKUP_DIR is not set (docs/operating.md)');
    return { ...watched, journal: undefined };
  }
  await noteDisks(config, folder, log);
  const position = readPosition(await watched.store.read((reading) => reading.setting(POSITION)));
  const journal = openJournal({ folder, database, position, now, timers, log });
  let stopWaiting = (): void => {};
  const late = new Promise<void>((done) => {
    stopWaiting = timers.after(WAIT_MS, done);
  });
  await Promise.race([journal.begun(), late]);
  stopWaiting();
  return { ...watched, store: journaledStore(watched.store, journal), journal };
}
