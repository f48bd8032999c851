/** A copy and a journal that do not meet: what lies between them is never missed without a word. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyDatabase } from '#server/safety/copies.ts';
import { restore } from '#server/safety/restore.ts';
import { newCode } from '#server/crypto/tokens.ts';
import { openSafeServer, type SafeServer } from '#test/support/safe-server.ts';
import { setUpSchool } from '#test/support/server-harness.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';

const DAY = 86_400_000;
let folder: string;
let server: SafeServer;
const inFolder = (...names: string[]): string => join(folder, ...names);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-hole-'));
  for (const name of ['data', 'backup', 'new']) mkdirSync(join(folder, name));
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

async function copyNow(name: string): Promise<string> {
  const path = inFolder(name);
  await copyDatabase(inFolder('data', 'school.db'), path, server.clock.now);
  return path;
}

/** The server ends and starts some time later: a segment and a copy more. */
async function startAgain(later: number): Promise<void> {
  await server.settle();
  const now = server.clock.now + later;
  await server.close();
  server = await openSafeServer(folder, { now });
}

/** The same device at the server that was started again. */
function again(device: TestDevice): TestDevice {
  const { cookie, enrolment, grant, stream, slot } = device;
  return Object.assign(server.newDevice(), { cookie, enrolment, grant, stream, slot });
}

const put = (file: string, more: { readonly acceptMissing?: boolean } = {}) =>
  restore({
    file,
    dataDir: inFolder('new'),
    journal: inFolder('backup'),
    now: server.clock.now,
    ...more,
  });

/** The newest copy that the server made itself. */
function newestCopy(): string {
  const [name = ''] = readdirSync(inFolder('backup', 'copies')).toSorted().toReversed();
  return inFolder('backup', 'copies', name);
}

test('[P17] a copy that is older than what is kept of the journal: the hole is named, and nothing is changed', async () => {
  let device = await setUpSchool(server);
  await device.push([rename(device)]);
  const old = await copyNow('mine.db');
  const before = server.clock.now;
  await device.push([rename(device), rename(device), rename(device)]);
  // Copies of 14 days are kept; the segments before them go.
  for (let day = 0; day < 20; day += 1) await startAgain(DAY);
  expect(readdirSync(inFolder('backup', 'journal'))[0]).not.toMatch(/^000001/);
  device = again(device);
  await device.push([rename(device)]);

  const refused = await put(old);
  expect(refused).toMatchObject({ ok: false, error: { code: 'hole', hole: { events: 3 } } });
  if (refused.ok || refused.error.code !== 'hole') return;
  expect(refused.error.hole.after).toBe(before);
  expect(refused.error.hole.before).toBeGreaterThan(before + DAY);
  expect(readdirSync(inFolder('new'))).toEqual([]);

  expect(await put(old, { acceptMissing: true })).toMatchObject({
    ok: true,
    value: { journal: { added: 1, hole: { events: 3 } } },
  });
  expect(await put(newestCopy())).toMatchObject({
    ok: true,
    value: { journal: { hole: undefined } },
  });
});

test('[P17] nothing came after the hole: the beginning of the next segment tells of it', async () => {
  const device = await setUpSchool(server);
  const old = await copyNow('mine.db');
  await device.push([rename(device), rename(device)]);
  await startAgain(1000);
  const [first = ''] = readdirSync(inFolder('backup', 'journal'));
  rmSync(inFolder('backup', 'journal', first));
  expect(await put(old)).toMatchObject({
    ok: false,
    error: { code: 'hole', hole: { events: 2, before: server.clock.now } },
  });
});

test('[P17] what was stored while the second disk was away is in no line, and is missed by the copy before it', async () => {
  const device = await setUpSchool(server);
  const old = await copyNow('mine.db');
  renameSync(inFolder('backup'), inFolder('away'));
  // The first one finds out; its line may be on the disk that was pulled out.
  for (let i = 0; i < 3; i += 1) await device.push([rename(device)]);
  renameSync(inFolder('away'), inFolder('backup'));
  await server.runTimers();
  expect(server.world.secondCopy()).toBe(true);
  expect(await put(old)).toMatchObject({ error: { code: 'hole', hole: { events: 2 } } });
  await device.push([rename(device)]);
  expect(await put(old)).toMatchObject({ error: { code: 'hole', hole: { events: 2 } } });
  expect(await put(newestCopy())).toMatchObject({
    ok: true,
    value: { journal: { hole: undefined } },
  });
});

test('[P17] a hole in which no event was, only a code for a tablet, is a hole', async () => {
  await setUpSchool(server);
  const old = await copyNow('mine.db');
  const { id } = server.school().row;
  await server.store.write((writing) =>
    writing.addCode(id, {
      hash: newCode(),
      purpose: 'tablet',
      data: '{}',
      until: server.clock.now + DAY,
      usedAt: null,
    }),
  );
  await startAgain(1000);
  const [first = ''] = readdirSync(inFolder('backup', 'journal'));
  rmSync(inFolder('backup', 'journal', first));
  expect(await put(old)).toMatchObject({ error: { code: 'hole', hole: { events: 0 } } });
});

test('no hole is seen where there is none: restarts, writes that failed, and copies of two histories', async () => {
  let device = await setUpSchool(server);
  const first = await copyNow('first.db');
  await device.push([rename(device)]);
  await expect(
    server.store.write(async (writing) => {
      await writing.endGrants(server.school().row.id, 'nobody', server.clock.now);
      throw new Error('It fails after it has its number');
    }),
  ).rejects.toThrow('after it has its number');
  await startAgain(1000);
  device = again(device);
  const rows = [rename(device), rename(device), rename(device)];
  await device.push(rows);
  const second = await copyNow('second.db');
  // Back to the first copy without the journal: history goes on from there, and numbers are given again.
  await server.close();
  const back = await restore({
    file: first,
    dataDir: inFolder('data'),
    journal: undefined,
    now: server.clock.now,
  });
  expect(back.ok).toBe(true);
  server = await openSafeServer(folder, { now: server.clock.now + 1000 });
  device = again(device);
  await device.push([rename(device)]);
  await device.push(rows);
  // The three newest copies are kept, and so is all that they need: every segment.
  expect(readdirSync(inFolder('backup', 'journal'))).toHaveLength(3);
  for (const file of [first, second, newestCopy()])
    expect(await put(file)).toMatchObject({ ok: true, value: { journal: { hole: undefined } } });
});
