/** One connection to SQLite, with its statements prepared once. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export interface Db {
  /** Rows as the query names their columns. The tables are ours and typed by the migrations: `T` is not checked again. */
  all<T>(sql: string, ...values: readonly SQLInputValue[]): T[];
  get<T>(sql: string, ...values: readonly SQLInputValue[]): T | undefined;
  /** Rows one by one, for a reader that may stop early. */
  each<T>(sql: string, ...values: readonly SQLInputValue[]): Iterable<T>;
  /** @returns how many rows changed */
  run(sql: string, ...values: readonly SQLInputValue[]): number;
  exec(sql: string): void;
  close(): void;
}

/** Result code of SQLite: another connection held the lock for the whole of the busy time-out. */
const SQLITE_BUSY = 5;
/** Result codes of a file that cannot be written or read: READONLY, IOERR, CORRUPT, FULL, CANTOPEN. */
const DISK_FAULTS = new Set([8, 10, 11, 13, 14]);
/** The code proper; above it stands which kind of it. */
const CODE = 0xff;

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

export function isDiskFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    DISK_FAULTS.has(error.errcode & CODE)
  );
}

/** A full disk ends a transaction by itself: then there is nothing to roll back. */
export function rollBack(db: Db): void {
  try {
    db.exec('ROLLBACK');
  } catch {
    // see above
  }
}

/**
 * @param waitMs how long a statement waits for the lock of another connection
 *
 * Opens `path` (or ':memory:'). WAL with synchronous FULL: what was committed survives a power cut; with NORMAL the newest
 * commits would not, and a device would have been told that they are safe. What is deleted or replaced is overwritten with
 * zeros from the first write on: later would miss the copies that pages leave behind when they are split.
 */
export function openDb(path: string, waitMs: number): Db {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA busy_timeout = ${waitMs}`);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(
    'PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON;',
  );
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    all: <T>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepare(sql).all(...values) as T[], // see above
    get: <T>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepare(sql).get(...values) as T | undefined, // see above
    each: <T>(sql: string, ...values: readonly SQLInputValue[]) =>
      prepare(sql).iterate(...values) as Iterable<T>, // see above
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}
