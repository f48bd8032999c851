import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createLog } from '#server/log.ts';
import { openJournal } from '#server/safety/journal.ts';
import { POSITION, readPosition } from '#server/safety/journal-line.ts';
import { journaledStore } from '#server/safety/journaled-store.ts';
import type { Store } from '#server/store/port.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import { handTimers } from '#test/support/safe-server.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-journaled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let number = 0;

/** `broken`: its folder is not there, so that the journal is behind all the time. */
async function open(at: string, broken: boolean): Promise<Store> {
  const backup = join(folder, `${at}-backup`);
  if (!broken) mkdirSync(backup, { recursive: true });
  const database = join(folder, `${at}.db`);
  const store = openSqliteStore(database);
  const now = (): number => Date.UTC(2026, 10, 2, 8) + number;
  const journal = openJournal({
    folder: backup,
    database,
    position: readPosition(await store.read((reading) => reading.setting(POSITION))),
    now,
    timers: handTimers(now),
    log: createLog('error', () => {}, now),
  });
  await journal.begun();
  return journaledStore(store, journal);
}

storeContract(
  'with a journal',
  () => open(`whole-${(number += 1)}`, false),
  () => open(`whole-${number}`, false),
);
storeContract(
  'with a journal that cannot be written',
  () => open(`broken-${(number += 1)}`, true),
  () => open(`broken-${number}`, true),
);
