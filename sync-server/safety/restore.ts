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
import { POSITION, readPosition, writePosition, type JournalLine } from './journal-line.ts';
import { endMerge, mergeLines, newMerge, type Merge } from './merge-journal.ts';
import { listSegments, readSegments, type Unreadable } from './read-journal.ts';
import type { Hole } from './seam.ts';
import { stampedName, syncFolder } from './segment.ts';

const LINES_AT_ONCE = 200;
const PARTS = ['', '-wal', '-shm'];

export interface Restored {
  readonly copy: CopyFacts;
  /** Events of the journal: already in the copy, and new to it. Undefined: no journal was asked for. */
  readonly journal:
    | (Pick<Merge, 'known' | 'added'> &
        Unreadable & {
          readonly segments: number;
          /** Writes of another school than the copy's. */
          readonly foreign: number;
          /** What is in neither: the person has said that the school goes on without it. */
          readonly hole: Hole | undefined;
        })
    | undefined;
  /** Where the data that were here are now; undefined: there were none. */
  readonly replaced: string | undefined;
}

export interface RestoreOrder {
  readonly file: string;
  readonly dataDir: string;
  /** BACKUP_DIR, or its `journal`. */
  readonly journal: string | undefined;
  /** Whether to go on where copy and journal have a hole between them. */
  readonly acceptMissing?: boolean;
  readonly now: number;
}

/** `hole`: between the copy and the journal something is missing, and nobody has said to go on without it. */
export type RestoreError =
  | { readonly code: 'hole'; readonly hole: Hole }
  | { readonly code: 'unusable'; readonly text: string };

const unusable = (text: string): RestoreError => ({ code: 'unusable', text });

/** The copy's schools, or the one that the journal added last: the copy may be of the time before the set-up. */
async function schoolsOf(store: Store, segments: readonly string[]): Promise<readonly string[]> {
  const there = await store.read((reading) => reading.schools());
  if (there.length > 0) return there.map(({ id }) => id);
  let last: string | undefined;
  for await (const { ops } of readSegments(segments, { damaged: 0, newer: 0 }))
    for (const op of ops) if (op[0] === 'addSchool') last = op[1].id;
  return last === undefined ? [] : [last];
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
  schools: readonly string[],
  segments: readonly string[],
  copy: CopyFacts,
): Promise<NonNullable<Restored['journal']>> {
  const position = readPosition(await store.read((reading) => reading.setting(POSITION)));
  const merges = schools.map((school) => newMerge(school, position, copy.newest));
  const unreadable: Unreadable = { damaged: 0, newer: 0 };
  let foreign = 0;
  let page: JournalLine[] = [];
  const write = async (): Promise<void> => {
    const lines = page;
    page = [];
    await store.write(async (writing) => {
      foreign += await mergeLines(writing, merges, lines);
      const newest = merges[0]?.newest;
      if (newest !== undefined) await writing.setSetting(POSITION, writePosition(newest));
    });
  };
  for await (const line of readSegments(segments, unreadable)) {
    page.push(line);
    if (page.length === LINES_AT_ONCE) await write();
  }
  if (page.length > 0) await write();
  for (const merge of merges) await store.read((reading) => endMerge(reading, merge));
  return {
    known: merges.reduce((sum, { known }) => sum + known, 0),
    added: merges.reduce((sum, { added }) => sum + added, 0),
    foreign,
    ...unreadable,
    segments: segments.length,
    hole: merges.find(({ seam }) => seam.hole !== undefined)?.seam.hole,
  };
}

async function fill(
  path: string,
  copy: CopyFacts,
  { journal, now, acceptMissing = false }: RestoreOrder,
): Promise<Result<Restored['journal'], RestoreError>> {
  const segments = journal === undefined ? [] : await listSegments(journal);
  if (journal !== undefined && segments.length === 0)
    return err(unusable(`There is no journal in ${journal}.`));
  const store = openSqliteStore(path);
  try {
    const schools = await schoolsOf(store, segments);
    if (schools.length === 0) return err(unusable('There is no school in that copy.'));
    for (const school of schools) await beginEpoch(store, school, now);
    if (journal === undefined) return ok(undefined);
    const merged = await mergeJournal(store, schools, segments, copy);
    return merged.hole === undefined || acceptMissing
      ? ok(merged)
      : err({ code: 'hole', hole: merged.hole });
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

/** The caller holds the lock of the data folder. @returns what came from where, or why nothing was changed */
export async function restore(order: RestoreOrder): Promise<Result<Restored, RestoreError>> {
  const { file, dataDir, now } = order;
  if (!existsSync(file)) return err(unusable(`${file} is not there.`));
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
    if (!copy.ok) return err(unusable(`${file} ${copy.error}.`));
    const filled = await fill(fresh, copy.value, order);
    if (!filled.ok) return filled;
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
