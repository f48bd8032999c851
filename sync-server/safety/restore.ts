/**
 * Puts a copy in the place of the school's data, with what a journal has beyond it.
 *
 *   FILE -> school.db.restoring -> checked, journal merged -> school.db is put aside -> school.db.restoring becomes school.db
 *
 * Nothing that is there changes before the new database is complete, and nothing is thrown away.
 */
import { existsSync } from 'node:fs';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/kernel/result.ts';
import { newId } from '../crypto/tokens.ts';
import { DATABASE } from '../data-folder.ts';
import type { Store } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { checkCopy, type CopyFacts } from './check-copy.ts';
import {
  isAfter,
  POSITION,
  readPosition,
  writePosition,
  type JournalLine,
  type Position,
} from './journal-line.ts';
import { mergeLines, newMerge, type Merge } from './merge-journal.ts';
import { listSegments, readSegments, type Unreadable } from './read-journal.ts';
import { stampedName, syncFolder } from './segment.ts';

const LINES_AT_ONCE = 200;
const PARTS = ['', '-wal', '-shm'];

export interface Restored {
  readonly copy: CopyFacts;
  /** Events of the journal: already in the copy, and new to it. Undefined: no journal was asked for. */
  readonly journal:
    | (Pick<Merge, 'known' | 'added' | 'foreign'> & Unreadable & { readonly segments: number })
    | undefined;
  /** Where the data that were here are now; undefined: there were none. */
  readonly replaced: string | undefined;
}

export interface RestoreOrder {
  readonly file: string;
  readonly dataDir: string;
  /** BACKUP_DIR, or its `journal`. */
  readonly journal: string | undefined;
  readonly now: number;
}

/** The copy's school, or the one that the journal added last: the copy may be of the time before the set-up. */
async function schoolOf(store: Store, segments: readonly string[]): Promise<string | undefined> {
  const [there] = await store.read((reading) => reading.schools());
  if (there !== undefined) return there.id;
  let last: string | undefined;
  for await (const { ops } of readSegments(segments, { damaged: 0, newer: 0 }))
    for (const op of ops) if (op[0] === 'addSchool') last = op[1].id;
  return last;
}

/**
 * From here on history is another one: what the lost server gave out above these numbers is not known, and is offered again. The
 * numbers are those of the copy alone, because the journal's events are counted anew and may have holes between them.
 */
async function beginEpoch(store: Store, school: string, now: number): Promise<void> {
  await store.write(async (writing) => {
    if (!(await writing.schools()).some(({ id }) => id === school)) return;
    const { seq, receipt } = await writing.counters(school);
    await writing.addEpoch(school, {
      epoch: newId(),
      fromSeq: seq,
      fromReceipt: receipt,
      startedAt: now,
    });
  });
}

async function mergeJournal(
  store: Store,
  school: string,
  segments: readonly string[],
): Promise<NonNullable<Restored['journal']>> {
  const position = readPosition(await store.read((reading) => reading.setting(POSITION)));
  const merge = newMerge(school, position);
  const unreadable: Unreadable = { damaged: 0, newer: 0 };
  let newest: Position | undefined = position;
  let page: JournalLine[] = [];
  const write = async (): Promise<void> => {
    const lines = page;
    page = [];
    for (const { at } of lines) if (isAfter(at, newest)) newest = at;
    await store.write(async (writing) => {
      await mergeLines(writing, merge, lines);
      if (newest !== undefined) await writing.setSetting(POSITION, writePosition(newest));
    });
  };
  for await (const line of readSegments(segments, unreadable)) {
    page.push(line);
    if (page.length === LINES_AT_ONCE) await write();
  }
  if (page.length > 0) await write();
  const { known, added, foreign } = merge;
  return { known, added, foreign, ...unreadable, segments: segments.length };
}

async function fill(
  path: string,
  { journal, now }: RestoreOrder,
): Promise<Result<Restored['journal'], string>> {
  const segments = journal === undefined ? [] : await listSegments(journal);
  if (journal !== undefined && segments.length === 0)
    return err(`There is no journal in ${journal}.`);
  const store = openSqliteStore(path);
  try {
    const school = await schoolOf(store, segments);
    if (school === undefined) return err('There is no school in that copy.');
    await beginEpoch(store, school, now);
    return ok(journal === undefined ? undefined : await mergeJournal(store, school, segments));
  } finally {
    await store.close();
  }
}

/** Moves what is there out of the way, with what SQLite keeps beside it. @returns its new name */
async function putAside(database: string, now: number): Promise<string | undefined> {
  const there = PARTS.filter((part) => existsSync(database + part));
  if (there.length === 0) return undefined;
  try {
    // So that one file holds all of it.
    const closing = new DatabaseSync(database);
    closing.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    closing.close();
  } catch {
    // It may be what broke: it is moved as it is.
  }
  const aside = `${database}.replaced-${stampedName(0, now).slice(7)}`;
  for (const part of PARTS)
    if (existsSync(database + part)) await rename(database + part, aside + part);
  return aside;
}

/** The caller holds the lock of the data folder. @returns what came from where, or a sentence for the person who asked */
export async function restore(order: RestoreOrder): Promise<Result<Restored, string>> {
  const { file, dataDir, now } = order;
  if (!existsSync(file)) return err(`${file} is not there.`);
  const database = join(dataDir, DATABASE);
  const fresh = `${database}.restoring`;
  const clear = async (): Promise<void> => {
    for (const part of PARTS) await rm(fresh + part, { force: true });
  };
  await clear();
  try {
    for (const part of PARTS.slice(0, 2))
      if (existsSync(file + part)) {
        await copyFile(file + part, fresh + part);
        await chmod(fresh + part, 0o600);
      }
    const copy = await checkCopy(fresh);
    if (!copy.ok) return err(`${file} ${copy.error}. Nothing was changed.`);
    const filled = await fill(fresh, order);
    if (!filled.ok) return err(`${filled.error} Nothing was changed.`);
    const closing = new DatabaseSync(fresh);
    closing.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    closing.close();
    const replaced = await putAside(database, now);
    await rename(fresh, database);
    await syncFolder(dataDir);
    return ok({ copy: copy.value, journal: filled.value, replaced });
  } finally {
    await clear();
  }
}
