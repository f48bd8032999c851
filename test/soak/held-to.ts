/** What the school is held to: its log, read from the database file behind the server's back. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE } from '#server/data-folder.ts';

/** @returns how often each id is in the log */
export function readLog(dataDir: string): Map<string, number> {
  const db = new DatabaseSync(join(dataDir, DATABASE), { readOnly: true });
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    const rows = db.prepare('SELECT id, COUNT(*) AS n FROM log GROUP BY id').all();
    return new Map(rows.map(({ id, n }) => [String(id), Number(n)]));
  } finally {
    db.close();
  }
}

export interface Difference {
  /** Ids that were named and are not there. */
  readonly lost: readonly string[];
  /** Ids that are there more than once. */
  readonly doubled: readonly string[];
}

/** Acknowledged against present. */
export function compare(named: Iterable<string>, log: ReadonlyMap<string, number>): Difference {
  return {
    lost: [...named].filter((id) => !log.has(id)),
    doubled: [...log].filter(([, count]) => count > 1).map(([id]) => id),
  };
}

/** Pieces of evidence in all progress. A record of a digest begins after a comma. */
export function evidence(dataDir: string): number {
  const db = new DatabaseSync(join(dataDir, DATABASE), { readOnly: true });
  try {
    const rows = db.prepare("SELECT body ->> 'd' AS d FROM state WHERE kind = 'progress'").all();
    return rows.reduce((sum, { d }) => sum + String(d).split(',').length - 1, 0);
  } finally {
    db.close();
  }
}
