/** The store on SQLite: connections that write, derive and read, all inside this process. */
import { StoreBusy, type Reading, type Store, type Writing } from '../port.ts';
import { isBusy, openDb, rollBack, type Db } from './db.ts';
import { logQueries } from './log.ts';
import { migrate } from './migrations.ts';
import { peopleQueries } from './people.ts';
import { reportQueries } from './reports.ts';
import { schoolQueries } from './schools.ts';
import { stateQueries } from './state.ts';
import { writeTogether } from './write-together.ts';

function queriesOf(db: Db): Writing {
  return {
    ...schoolQueries(db),
    ...logQueries(db),
    ...stateQueries(db),
    ...peopleQueries(db),
    ...reportQueries(db),
  };
}

/** Runs pieces of work one after the other, whatever becomes of each. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

/** How long one waits for the lock of another connection, ms; a commit of the projection takes a fraction of it. */
const WAIT_MS = 10_000;

/** Another connection of this file (the projection, a shell command) holds the lock for longer than it may be waited for. */
function beginOf(db: Db, begin: string): void {
  try {
    db.exec(begin);
  } catch (error) {
    if (isBusy(error)) throw new StoreBusy('The database is busy', { cause: error });
    throw error;
  }
}

/** `begin` IMMEDIATE takes the write lock at once, so that a transaction never fails half-way for want of it. */
async function transaction<T>(db: Db, begin: string, work: () => Promise<T>): Promise<T> {
  beginOf(db, begin);
  try {
    const value = await work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/**
 * Opens or makes the database at `path`; ':memory:' for tests. In memory there is one connection, so that reading waits for
 * writing; on disk WAL lets both go on, each seeing committed states only.
 */
export function openSqliteStore(path: string, waitMs = WAIT_MS): Store {
  const writer = openDb(path, waitMs);
  migrate(writer);
  const shared = path === ':memory:';
  const reader = shared ? writer : openDb(path, waitMs);
  const writing = queriesOf(writer);
  const reading: Reading = shared ? writing : queriesOf(reader);
  const inWriter = oneAtATime();
  const inReader = shared ? inWriter : oneAtATime();
  /**
   * Commits of derived state need no fsync of their own: the next durable commit, or a checkpoint, brings them to disk. Were
   * they undone, their numbers would be above what the next epoch starts from, and devices would pull again (PROTOCOL 7).
   */
  const deriver = shared ? writer : openDb(path, waitMs);
  if (!shared) deriver.exec('PRAGMA synchronous = NORMAL');
  const deriving = shared ? writing : queriesOf(deriver);
  return {
    derive: (work) => inWriter(() => transaction(deriver, 'BEGIN IMMEDIATE', () => work(deriving))),
    write: writeTogether({
      db: writer,
      writing,
      begin: () => beginOf(writer, 'BEGIN IMMEDIATE'),
      inTurn: inWriter,
    }),
    read: (work) => inReader(() => transaction(reader, 'BEGIN', () => work(reading))),
    close: async () => {
      if (!shared) await inReader(async () => reader.close());
      await inWriter(async () => {
        if (!shared) deriver.close();
        writer.close();
      });
    },
  };
}
