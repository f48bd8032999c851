/** Is this file a copy of a school's data, whole, and of a version that this build knows? */
import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/kernel/result.ts';
import { MIGRATIONS } from '../store/sqlite/migrations.ts';

export interface CopyFacts {
  readonly schools: number;
  readonly events: number;
  /** When the newest event came in, ms; undefined: there is none. */
  readonly newest: number | undefined;
}

async function isSqlite(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return bytesRead === 16 && buffer.toString('latin1') === 'SQLite format 3\0';
  } finally {
    await handle.close();
  }
}

function readFacts(database: DatabaseSync): Result<CopyFacts, string> {
  const one = (sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0];
  const version = Number(one('PRAGMA user_version'));
  if (version > MIGRATIONS.length)
    return err('was made by a newer version of the product. Install that version first');
  const tables = one(
    `SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('schools', 'log', 'slots', 'grants')`,
  );
  if (version < 1 || tables !== 4) return err(`is no copy of a school's data`);
  if (one('PRAGMA integrity_check') !== 'ok') return err('is damaged');
  const newest = one('SELECT MAX(received_at) FROM log');
  return ok({
    schools: Number(one('SELECT COUNT(*) FROM schools')),
    events: Number(one('SELECT COUNT(*) FROM log')),
    newest: newest === null ? undefined : Number(newest),
  });
}

/** @returns facts, or the end of a sentence that begins with the file's name */
export async function checkCopy(path: string): Promise<Result<CopyFacts, string>> {
  if (!(await isSqlite(path))) return err(`is no copy of a school's data`);
  const database = new DatabaseSync(path);
  try {
    return readFacts(database);
  } catch {
    return err('is damaged'); // SQLite cannot read its pages
  } finally {
    database.close();
  }
}
