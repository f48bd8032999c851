/** The second copy: what was answered for is in the journal, and a journal that fails is said and heals. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLine } from '#server/safety/journal-line.ts';
import { openSafeServer, type SafeServer } from '#test/support/safe-server.ts';
import { setUpSchool } from '#test/support/server-harness.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';

let folder: string;
let server: SafeServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-journal-'));
  for (const name of ['data', 'backup']) mkdirSync(join(folder, name));
  server = await openSafeServer(folder);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const rename = (device: TestDevice) =>
  device.event(
    'school.name',
    'school',
    { set: newId(), was: null },
    { at: (server.clock.now += 10) },
  );

/** Everything that the journal holds, as text. */
function journalText(): string {
  const segments = join(folder, 'backup', 'journal');
  return readdirSync(segments)
    .map((name) => readFileSync(join(segments, name), 'utf8'))
    .join('');
}

test('[P4] what an answer names is in the journal before the answer, once', async () => {
  const device = await setUpSchool(server);
  const rows = Array.from({ length: 30 }, () => rename(device));
  await Promise.all(
    rows.map(async (row) => {
      const { results } = await device.push([row]);
      expect(results).toMatchObject([{ id: row.id, outcome: 'stored' }]);
      expect(journalText().split(`"id":"${row.id}","variant"`)).toHaveLength(2);
    }),
  );
  for (const line of journalText().trim().split('\n')) expect(readLine(line)).toBeDefined();
});

test('[P8] safe is through while the journal holds everything, and the school is told that there is a second copy', async () => {
  const device = await setUpSchool(server);
  const { ledger } = await device.push([rename(device), rename(device)]);
  expect(ledger[0]).toMatchObject({ through: 2, safe: 2 });
  expect((await device.ledger()).ledger[0]).toMatchObject({ through: 2, safe: 2 });
  expect(server.world.secondCopy()).toBe(true);
});

test('[P8] a folder that disappears: results are stored, safe stands still, it is said once, and heals when the folder is back', async () => {
  const device = await setUpSchool(server);
  await device.push([rename(device), rename(device)]);
  renameSync(join(folder, 'backup'), join(folder, 'away'));
  const later = await device.push([rename(device)]);
  expect(later.results).toMatchObject([{ outcome: 'stored' }]);
  expect(later.ledger[0]).toMatchObject({ through: 3, safe: 2 });
  expect((await device.push([rename(device)])).ledger[0]).toMatchObject({ through: 4, safe: 2 });
  expect(server.world.secondCopy()).toBe(false);
  await server.runTimers();
  await server.runTimers();
  expect(server.lines.filter((line) => line.includes('no second copy'))).toHaveLength(1);

  renameSync(join(folder, 'away'), join(folder, 'backup'));
  await server.runTimers();
  expect(server.world.secondCopy()).toBe(true);
  expect((await device.ledger()).ledger[0]).toMatchObject({ through: 4, safe: 4 });
  expect((await device.push([rename(device)])).ledger[0]).toMatchObject({ through: 5, safe: 5 });
});

test('[P8] a journal that cannot be begun, because something else has its place, is told and tried again', async () => {
  await server.close();
  rmSync(join(folder, 'backup', 'journal'), { recursive: true });
  writeFileSync(join(folder, 'backup', 'journal'), 'a file in the place of the folder');
  server = await openSafeServer(folder);
  const device = await setUpSchool(server);
  expect((await device.push([rename(device)])).ledger[0]).toMatchObject({ through: 1, safe: 0 });
  rmSync(join(folder, 'backup', 'journal'));
  await server.runTimers();
  expect((await device.ledger()).ledger[0]).toMatchObject({ through: 1, safe: 1 });
});

test('[P8] a journal that was removed under the server is noticed at the next write', async () => {
  const device = await setUpSchool(server);
  await device.push([rename(device)]);
  const segments = join(folder, 'backup', 'journal');
  for (const name of readdirSync(segments)) rmSync(join(segments, name));
  expect((await device.push([rename(device)])).ledger[0]).toMatchObject({ through: 2, safe: 1 });
  await server.runTimers();
  expect((await device.push([rename(device)])).ledger[0]).toMatchObject({ through: 3, safe: 3 });
});

test('[P4] killed between the commit and the journal: nobody was answered, and the next start copies it', async () => {
  const device = await setUpSchool(server);
  await server.close();
  let dying = false;
  server = await openSafeServer(folder, {
    wrap: (store) => ({
      ...store,
      write: async (work) => {
        const value = await store.write(work);
        // The commit is on the disk; the process does not live to say so.
        return dying ? new Promise<never>(() => {}) : value;
      },
    }),
  });
  const again = server.newDevice();
  Object.assign(again, { cookie: device.cookie, enrolment: device.enrolment, grant: device.grant });
  dying = true;
  const row = rename(again);
  let answered = false;
  void again.push([row]).then(() => (answered = true));
  await expect
    .poll(() =>
      server.store.read((reading) => reading.eventsById(server.school().row.id, [row.id])),
    )
    .toHaveLength(1);
  expect([answered, journalText().includes(row.id)]).toEqual([false, false]);

  const after = await openSafeServer(folder);
  const [newest = ''] = readdirSync(join(folder, 'backup', 'copies'))
    .toSorted()
    .toReversed();
  const copy = new DatabaseSync(join(folder, 'backup', 'copies', newest), { readOnly: true });
  expect(copy.prepare('SELECT COUNT(*) AS n FROM log WHERE id = ?').get(row.id)).toEqual({ n: 1 });
  copy.close();
  await after.close();
});

test('[P4] killed between the journal and the answer: offered again it is a duplicate, and there once', async () => {
  const device = await setUpSchool(server);
  const row = rename(device);
  await device.push([row]); // the answer is lost
  expect(journalText()).toContain(row.id);
  await server.close();
  server = await openSafeServer(folder);
  const again = server.newDevice();
  Object.assign(again, { cookie: device.cookie, enrolment: device.enrolment, grant: device.grant });
  expect((await again.push([row])).results).toMatchObject([{ outcome: 'duplicate' }]);
});
