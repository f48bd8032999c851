/** One file of a journal. What `write` resolved for is on that disk. */
import { open, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { JOURNAL_VERSION, writeLine } from './journal-line.ts';

/** After so long a disk that does not answer is taken for gone. */
const PATIENCE_MS = 10_000;

export interface Segment {
  readonly number: number;
  /** Rejects where the text is not, or may not be, on the disk: nothing more can be written to this segment then. */
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
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

function orTooSlow<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The disk does not answer')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Begins a new file in `folder`, readable by its owner only: it holds keys. */
export async function openSegment(folder: string, number: number, now: number): Promise<Segment> {
  const path = join(folder, `${stampedName(number, now)}.ndjson`);
  const handle = await orTooSlow(open(path, 'wx', 0o600));
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
  };
  const header = {
    nineOfTen: 'journal',
    v: JOURNAL_VERSION,
    segment: number,
    startedAt: now,
  } as const;
  await segment.write(writeLine(header));
  await orTooSlow(syncFolder(folder));
  return segment;
}
