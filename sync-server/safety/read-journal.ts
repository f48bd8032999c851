/** Reads the segments of a journal, in order, line by line. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JOURNAL_FOLDER } from './journal.ts';
import { JOURNAL_VERSION, readLine, type JournalHeader, type JournalLine } from './journal-line.ts';
import { readLines } from './read-lines.ts';
import { numberOfName } from './segment.ts';

/** Segments in `folder`, which is BACKUP_DIR or its `journal`, oldest first. */
export async function listSegments(folder: string): Promise<readonly string[]> {
  const inside = join(folder, JOURNAL_FOLDER);
  const at = existsSync(inside) ? inside : folder;
  const names = existsSync(at) ? await readdir(at) : [];
  return names
    .filter((name) => name.endsWith('.ndjson') && numberOfName(name) > 0)
    .toSorted((a, b) => numberOfName(a) - numberOfName(b))
    .map((name) => join(at, name));
}

function isHeader(value: unknown): value is JournalHeader {
  return typeof value === 'object' && value !== null && 'nineOfTen' in value;
}

/** What was found that cannot be used; counted while the lines are read. */
export interface Unreadable {
  /** Lines that are not whole: the last one of a segment was cut when the power went. */
  damaged: number;
  /** Segments that were written by a newer version. */
  newer: number;
}

export async function* readSegments(
  paths: readonly string[],
  unreadable: Unreadable,
): AsyncGenerator<JournalLine> {
  for (const path of paths) {
    for await (const text of readLines(path)) {
      const value = readLine(text);
      if (value === undefined) {
        unreadable.damaged += 1;
      } else if (!isHeader(value)) {
        // The checksum says that it is what `writeLine` wrote.
        yield value as JournalLine;
      } else if (value.v > JOURNAL_VERSION) {
        unreadable.newer += 1;
        break;
      }
    }
  }
}
