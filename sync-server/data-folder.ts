/**
 * The data folder: one process at a time. The lock is one of SQLite's on a file of its own: it ends with the process, however that ends.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file in the data folder that holds everything. */
export const DATABASE = 'school.db';

/** @returns how to let go, or undefined where another process holds the folder */
export function lockFolder(dataDir: string): (() => void) | undefined {
  const database = new DatabaseSync(join(dataDir, 'lock.db'));
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
    return () => database.close();
  } catch {
    database.close();
    return undefined;
  }
}
