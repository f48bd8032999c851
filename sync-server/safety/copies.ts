/**
 * Copies of the database: whole files, taken while it is in use, readable by their owner only (they hold the school's private
 * key). A copy gets its name when it is complete; what is called `.part` is none.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { POSITION, readPosition, type Position } from './journal-line.ts';
import { syncFolder } from './segment.ts';

/** How many are kept, each of another day; the newest ones stay in any case. */
const KEPT_DAYS = 14;
const KEPT_NEWEST = 3;
const DAY = 86_400_000;
/** All pages in one step: one state, whatever is written meanwhile, and no beginning again. It runs outside this thread. */
const ALL = 2 ** 31 - 1;

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes `path` out of what `fill` writes into an empty file; throws where `path` is there already. */
async function makeFile(path: string, fill: (part: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) throw new Error(`${path} exists already.`);
  const part = `${path}.part`;
  await rm(part, { force: true });
  try {
    await (await open(part, 'wx', 0o600)).close();
    await fill(part);
    await syncFile(part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {}); // the folder may be what failed: the first error is the one to tell
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * A consistent copy of the database at `from`, in use or not. Throws where `to` exists.
 * @param now when, as the copy's name and date tell
 */
export function copyDatabase(from: string, to: string, now: number): Promise<void> {
  return makeFile(to, async (part) => {
    const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
    try {
      await backup(source, part, { rate: ALL });
    } finally {
      source.close();
    }
    // One file that stands alone, without a write-ahead log beside it.
    const copy = new DatabaseSync(part);
    copy.exec('PRAGMA journal_mode = DELETE');
    copy.close();
    await utimes(part, now / 1000, now / 1000);
  });
}

export interface Counted {
  /** The newest receipt of each school. */
  readonly receipts: ReadonlyMap<string, number>;
  /** The newest commit that the journal has a line of. */
  readonly position: Position | undefined;
}

/** How far a database has come: a copy, or the one in use. */
export function countedIn(path: string): Counted {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare('SELECT school_id, receipt FROM schools').all();
    const setting = database.prepare('SELECT value FROM settings WHERE name = ?').get(POSITION);
    return {
      receipts: new Map(rows.map((row) => [String(row['school_id']), Number(row['receipt'])])),
      position: readPosition(setting === undefined ? undefined : String(setting['value'])),
    };
  } finally {
    database.close();
  }
}

export interface Copy {
  readonly name: string;
  readonly path: string;
  /** When it was made, ms. */
  readonly at: number;
}

/** Copies in a folder, oldest first; none where there is no folder. */
export async function listCopies(folder: string): Promise<readonly Copy[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const copies: Copy[] = [];
  for (const name of names.filter((one) => one.endsWith('.db'))) {
    const path = join(folder, name);
    copies.push({ name, path, at: Math.round((await stat(path)).mtimeMs) });
  }
  return copies.toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/**
 * Removes what is too old: the newest copy of each of the last 14 days that have one stays, so that a server that is started often
 * does not push out last week's. @returns what stays, oldest first
 */
export async function pruneCopies(folder: string, now: number): Promise<readonly Copy[]> {
  const copies = await listCopies(folder);
  const ofDay = new Map<string, Copy>();
  for (const copy of copies) ofDay.set(new Date(copy.at).toISOString().slice(0, 10), copy);
  const wanted = new Set([...[...ofDay.values()].slice(-KEPT_DAYS), ...copies.slice(-KEPT_NEWEST)]);
  const kept = copies.filter((copy) => wanted.has(copy));
  for (const copy of copies) if (!wanted.has(copy)) await rm(copy.path, { force: true });
  for (const name of existsSync(folder) ? await readdir(folder) : [])
    if (name.endsWith('.part') && (await stat(join(folder, name))).mtimeMs < now - DAY)
      await rm(join(folder, name), { force: true });
  return kept;
}

/** Makes the folder for copies, for its owner only. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
