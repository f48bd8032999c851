/** A server in the test's own process with DATA_DIR and BACKUP_DIR in one folder, and timers that the test lets run out. */
import { join } from 'node:path';
import { createLog } from '#server/log.ts';
import { openJournal, type Journal } from '#server/safety/journal.ts';
import { POSITION, readPosition } from '#server/safety/journal-line.ts';
import { journaledStore } from '#server/safety/journaled-store.ts';
import type { Store } from '#server/store/port.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import { openTestServer, type TestServer } from './server-harness.ts';

export interface SafeServer extends TestServer {
  readonly journal: Journal;
  /** Lets every timer of the journal that waits now run out, and waits for what it does. */
  readonly runTimers: () => Promise<void>;
}

export interface HandTimers {
  readonly now: () => number;
  readonly random: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly runOut: () => void;
}

/** Timers that run out when the test says so. */
export function handTimers(now: () => number): HandTimers {
  let waiting: (() => void)[] = [];
  return {
    now,
    random: () => 0,
    after: (_, run) => {
      waiting.push(run);
      return () => {
        waiting = waiting.filter((one) => one !== run);
      };
    },
    runOut: () => {
      const due = waiting;
      waiting = [];
      for (const run of due) run();
    },
  };
}

/**
 * @param folder with `data` and `backup` in it
 * @param wrap puts something between the journal and the database
 */
export async function openSafeServer(
  folder: string,
  options: { readonly now?: number; readonly wrap?: (store: Store) => Store } = {},
): Promise<SafeServer> {
  const database = join(folder, 'data', 'school.db');
  const clock = { now: options.now ?? Date.UTC(2026, 10, 2, 8) };
  const lines: string[] = [];
  const log = createLog(
    'info',
    (line) => lines.push(line),
    () => clock.now,
  );
  const timers = handTimers(() => clock.now);
  const sqlite = openSqliteStore(database);
  const position = readPosition(await sqlite.read((reading) => reading.setting(POSITION)));
  const journal = openJournal({
    folder: join(folder, 'backup'),
    database,
    position,
    now: () => clock.now,
    timers,
    log,
  });
  await journal.begun();
  const store = journaledStore(options.wrap?.(sqlite) ?? sqlite, journal);
  const server = await openTestServer({ store, journal, clock });
  return {
    ...server,
    get lines() {
      return [...lines, ...server.lines];
    },
    journal,
    runTimers: async () => {
      timers.runOut();
      await journal.begun();
    },
  };
}
