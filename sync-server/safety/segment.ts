/** One file of a journal. What `write` resolved for is on that disk. */
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { isInTime } from '../in-time.ts';
import { JOURNAL_VERSION, writeLine } from './journal-line.ts';

/** After so long a disk that does not answer is taken for gone. */
const PATIENCE_MS = 10_000;

export interface Segment {
  readonly number: number;
  /** Rejects where the text is not, or may not be, on the disk: nothing more can be written to this segment then. */
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Closes and removes it: nothing that anybody was answered for is in it. Never rejects: the disk may be what failed. */
  readonly discard: () => Promise<void>;
}

/** Names that sort by number: `000012-20261122T020000000Z`. */
export function stampedName(number: number, at: number): string {
  const time = new Date(at).toISOString().replace(/[-:.]/g, '');
  return `${String(number).padStart(6, '0')}-${time}`;
}

/** What was named so. */
export const numberOfName = (name: string): number =>
  /^\d{6,}-/.test(name) ? Number.parseInt(name, 10) : 0;

/** Makes the names of new files in a folder durable, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orTooSlow<T>(work: Promise<T>): Promise<T> {
  if (!(await isInTime(work, PATIENCE_MS))) throw new Error('The disk does not answer');
  return work;
}

/** A file of our own, readable by its owner only. One that is opened too late is closed again. */
async function openNew(path: string): Promise<FileHandle> {
  const opening = open(path, 'wx', 0o600);
  try {
    return await orTooSlow(opening);
  } catch (error) {
    // Where it was not opened at all there is nothing to close: the first error is the one to tell.
    void opening.then((handle) => handle.close()).catch(() => {});
    throw error;
  }
}

/** Begins a new file in `folder`, readable by its owner only: it holds keys. Where that fails no file is left. */
export async function openSegment(folder: string, number: number, now: number): Promise<Segment> {
  const path = join(folder, `${stampedName(number, now)}.ndjson`);
  const handle = await openNew(path);
  const { ino } = await handle.stat();
  const write = async (text: string): Promise<void> => {
    await handle.appendFile(text);
    await handle.datasync();
    // A file that was removed, or whose folder was, still takes writes: they would be on no disk at all.
    if ((await stat(path)).ino !== ino) throw new Error('The journal was replaced');
  };
  const segment: Segment = {
    number,
    write: (text) => orTooSlow(write(text)),
    close: () => orTooSlow(handle.close()),
    discard: async () => {
      await orTooSlow(handle.close()).catch(() => {});
      await orTooSlow(rm(path, { force: true })).catch(() => {});
    },
  };
  const header = {
    nineOfTen: 'journal',
    v: JOURNAL_VERSION,
    segment: number,
    startedAt: now,
  } as const;
  try {
    await segment.write(writeLine(header));
    await orTooSlow(syncFolder(folder));
    return segment;
  } catch (error) {
    await segment.discard();
    throw error;
  }
}
