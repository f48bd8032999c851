/**
 * The journal: a second copy of every commit, on the disk of BACKUP_DIR, before anybody is answered for it (PROTOCOL 4, 8).
 *
 *   BACKUP_DIR/copies/000003-20261122T020000Z.db          a whole copy, made after segment 3 was begun
 *   BACKUP_DIR/journal/000003-20261122T015959Z.ndjson     what was committed since segment 3 was begun
 *
 * A copy and the segments from its number on give everything. Each start begins a segment, then makes a copy:
 *
 *   behind --segment begun--> catching up --copy made--> whole --a write fails--> behind --after a while--> ...
 *
 * While it is not whole, commits go on and are answered, `copied` stands still, and so does the ledger's `safe`: devices keep
 * what they have.
 *
 * A line is handed over after its COMMIT, in the order of commits, and `write` of the journaled store resolves when the line is on the disk.
 * Not before the COMMIT: then a slow second disk would hold the one writer for every commit. So all lines that wait go to the disk with one
 * flush, and no line tells of a commit that never was. What a crash can leave is a commit without its line; nobody was
 * answered for it, and the copy of the next start has it. A later write waits for the lines before it as well, so that no
 * answer ("duplicate") stands on a commit that is in one place only.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOfError, type Log } from '../log.ts';
import type { Timers } from '../usecases/pokes.ts';
import { copyDatabase, countedIn, pruneCopies } from './copies.ts';
import { writeLine, type JournalLine, type Position, type SchoolStream } from './journal-line.ts';
import type { KeptOp } from './recording.ts';
import { numberOfName, openSegment, stampedName, type Segment } from './segment.ts';

const RETRY_FIRST_MS = 1000;
const RETRY_MOST_MS = 60_000;

export const JOURNAL_FOLDER = 'journal';
export const COPIES_FOLDER = 'copies';

export interface Journal {
  /** The position of a commit that is about to be made; undefined while nothing can be written. */
  readonly next: () => Position | undefined;
  /** Takes the line of a commit that was just made. */
  readonly append: (
    at: Position | undefined,
    ops: readonly KeptOp[],
    streams: readonly SchoolStream[],
  ) => void;
  /** Resolves when every line that was taken is on the disk, or the journal has fallen behind. */
  readonly settled: () => Promise<void>;
  /** The receipt of the school up to which there is a second copy. */
  readonly copied: (school: string) => number;
  readonly whole: () => boolean;
  /** Folder of the whole copies beside it. */
  readonly copies: string;
  /** Makes one more of them. */
  readonly addCopy: () => Promise<void>;
  /** The newest try to become whole has ended, well or not. */
  readonly begun: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface JournalOptions {
  /** BACKUP_DIR. It has to be there: one that is made anew where a disk is not mounted would be on the wrong disk. */
  readonly folder: string;
  /** The database file. */
  readonly database: string;
  /** The position that the database names, so that numbers go on even in an empty folder. */
  readonly position: Position | undefined;
  readonly now: () => number;
  readonly timers: Timers;
  readonly log: Log;
}

function receiptsIn(ops: readonly KeptOp[]): [school: string, receipt: number][] {
  return ops.flatMap((op) =>
    op[0] === 'append' ? op[2].map(({ receipt }): [string, number] => [op[1], receipt]) : [],
  );
}

function raise(counters: Map<string, number>, more: Iterable<readonly [string, number]>): void {
  for (const [school, receipt] of more)
    counters.set(school, Math.max(receipt, counters.get(school) ?? 0));
}

/** Lines that go to the disk together. */
interface Batch {
  readonly lines: JournalLine[];
  readonly written: Promise<void>;
  readonly done: () => void;
}

function newBatch(): Batch {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { lines: [], written: promise, done: resolve };
}

export function openJournal(options: JournalOptions): Journal {
  const { folder, log, now, timers } = options;
  const segments = join(folder, JOURNAL_FOLDER);
  const copies = join(folder, COPIES_FOLDER);
  const copied = new Map<string, number>();
  /** Receipts that the running segment holds, while the copy before it is still being made. */
  const inSegment = new Map<string, number>();
  let segment: Segment | undefined;
  let [lastNumber, lastLine] = [options.position?.[0] ?? 0, 0];
  let [whole, told, closed, flushing] = [false, false, false, false];
  let next = newBatch();
  /** Resolves when the newest line that was taken is on the disk. */
  let settled: Promise<void> = Promise.resolve();
  let tries = 0;
  let cancelRetry = (): void => {};

  const tryLater = (error: unknown): void => {
    if (closed) return;
    if (!told)
      log.error('There is no second copy of what is new: BACKUP_DIR cannot be written', {
        error: nameOfError(error),
      });
    told = true;
    const wait = Math.min(RETRY_FIRST_MS * 2 ** tries, RETRY_MOST_MS);
    tries += 1;
    cancelRetry();
    cancelRetry = timers.after(wait, () => {
      healing = healing.then(heal);
    });
  };

  const fallBehind = (error: unknown): void => {
    const broken = segment;
    segment = undefined;
    whole = false;
    inSegment.clear();
    next.done();
    next = newBatch();
    void broken?.close().catch(() => {}); // it is broken: the first error is the one to tell
    tryLater(error);
  };

  const flush = async (): Promise<void> => {
    flushing = true;
    while (next.lines.length > 0 && segment !== undefined) {
      const [batch, into] = [next, segment];
      next = newBatch();
      try {
        await into.write(batch.lines.map(writeLine).join(''));
        const held = batch.lines.flatMap(({ ops }) => receiptsIn(ops));
        if (into === segment) raise(whole ? copied : inSegment, held);
      } catch (error) {
        if (into === segment) fallBehind(error);
      }
      batch.done();
    }
    flushing = false;
  };

  const take = (line: JournalLine): void => {
    next.lines.push(line);
    settled = next.written;
    if (!flushing) void flush();
  };

  /** Begins a segment where there is none, and makes the copy that it goes on from. */
  const heal = async (): Promise<void> => {
    if (closed || whole) return;
    try {
      for (const one of [segments, copies]) await makeIn(one);
      const { number } = segment ?? (await begin());
      const path = join(copies, `${stampedName(number, now())}.db`);
      await copyDatabase(options.database, path, now());
      if (segment?.number !== number) return;
      raise(copied, countedIn(path).receipts);
      raise(copied, inSegment);
      inSegment.clear();
      whole = true;
      tries = 0;
      if (told) log.info('There is a second copy again');
      told = false;
    } catch (error) {
      return tryLater(error);
    }
    await prune().catch((error: unknown) =>
      log.error('Old copies cannot be removed', { error: nameOfError(error) }),
    );
  };

  const begin = async (): Promise<Segment> => {
    lastNumber = Math.max(lastNumber, ...(await readdir(segments)).map(numberOfName)) + 1;
    const opened = await openSegment(segments, lastNumber, now());
    // From here to the end in one go: no commit comes between what is said of the database and the first line.
    try {
      const { position, receipts } = countedIn(options.database);
      const counted = { after: position ?? null, receipts: Object.fromEntries(receipts) };
      [segment, lastLine] = [opened, 0];
      take({ at: [lastNumber, 0], ops: [], streams: [], begin: { ...counted, at: now() } });
    } catch (error) {
      await opened.discard();
      throw error;
    }
    return opened;
  };

  /** Segments before the oldest copy's are all in that copy. */
  const prune = async (): Promise<void> => {
    const kept = (await pruneCopies(copies, now())).map(({ name }) => numberOfName(name));
    if (kept.length === 0) return;
    const from = Math.min(...kept);
    for (const name of await readdir(segments))
      if (name.endsWith('.ndjson') && numberOfName(name) < from)
        await rm(join(segments, name), { force: true });
  };

  let healing: Promise<void> = heal();
  return {
    begun: () => healing,
    next: () => (segment === undefined ? undefined : [segment.number, (lastLine += 1)]),
    append: (at, ops, streams) => {
      if (segment === undefined) return;
      // A commit that was begun before its segment was: its line comes before the others.
      take({ at: at ?? [segment.number, 0], ops, streams });
    },
    settled: () => settled,
    copied: (school) => copied.get(school) ?? 0,
    whole: () => whole,
    copies,
    addCopy: async () => {
      // The number from before it is made: what is committed meanwhile is in that segment, and may be in the copy as well.
      await copyDatabase(
        options.database,
        join(copies, `${stampedName(lastNumber, now())}.db`),
        now(),
      );
      await prune();
    },
    close: async () => {
      closed = true;
      cancelRetry();
      await healing;
      await settled;
      await segment?.close().catch(() => {}); // every line was flushed when it was written
    },
  };
}

/** Only the folder itself: what it is in has to be there. */
async function makeIn(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
