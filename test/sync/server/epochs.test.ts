/** Restarts and restored copies, on real files. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestServer, setUpSchool, type TestServer } from '#test/support/server-harness.ts';
import { TestDevice } from '#test/support/server-device.ts';
import { injectTransport } from '#test/support/server-transport.ts';

let folder: string;
let server: TestServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-epochs-'));
  mkdirSync(join(folder, 'live'));
  server = await openTestServer({ path: join(folder, 'live', 'school.db') });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Closes and opens again: another process for all it knows. `from`: a copy that is put in the place of the data before;
 * `to`: where the data are copied to before.
 */
async function reopen(device: TestDevice, from?: string, to?: string): Promise<TestDevice> {
  const now = server.clock.now + 1000;
  await server.close();
  if (to !== undefined) cpSync(join(folder, 'live'), join(folder, to), { recursive: true });
  if (from !== undefined) {
    rmSync(join(folder, 'live'), { recursive: true });
    cpSync(join(folder, from), join(folder, 'live'), { recursive: true });
  }
  server = await openTestServer({ path: join(folder, 'live', 'school.db'), now });
  const again = new TestDevice(injectTransport(server.app), () => server.clock.now);
  const { cookie, enrolment, grant, stream, slot, checkpoint, state } = device;
  Object.assign(again, { cookie, enrolment, grant, stream, slot, checkpoint: { ...checkpoint } });
  for (const [key, document] of state) again.state.set(key, document);
  return again;
}

let names = 0;
const rename = (device: TestDevice) =>
  device.event(
    'school.name',
    'school',
    { set: `Name ${(names += 1)}`, was: null },
    { at: (server.clock.now += 10) },
  );

async function pushNames(device: TestDevice, count: number) {
  const rows = Array.from({ length: count }, () => rename(device));
  const answer = await device.push(rows);
  await server.settle();
  return { rows, ack: { epoch: answer.epoch, receipt: answer.receipt } };
}

test('[P7] a plain restart invalidates nothing: no ack is asked for again, no document is pulled again', async () => {
  let device = await setUpSchool(server);
  const { ack } = await pushNames(device, 3);
  await device.pull();
  device = await reopen(device);
  expect((await device.ledger({ ack })).ledger[0]).toMatchObject({ through: 3, reoffer: false });
  const { pages, reset } = await device.pull();
  expect(reset).toBe(false);
  expect(pages.flatMap(({ documents }) => documents)).toEqual([]);
  await device.push([rename(device)]);
  expect((await device.ledger({ ack })).ledger[0]).toMatchObject({ through: 4, reoffer: false });
});

test('[P7] a restored older copy that has grown past the old counter invalidates exactly what it does not have', async () => {
  let device = await setUpSchool(server);
  const early = await pushNames(device, 2);
  device = await reopen(device, undefined, 'copy');
  const late = await pushNames(device, 3);
  await device.pull();
  const lostSeq = device.checkpoint.seq;
  const asItWas = { ...device.checkpoint };

  device = await reopen(device, 'copy');
  const other = new TestDevice(injectTransport(server.app), () => server.clock.now);
  const { cookie, enrolment, grant } = device;
  Object.assign(other, { cookie, enrolment, grant });
  for (let i = 0; i < 10; i += 1) await pushNames(other, 2);
  expect(server.school().seq()).toBeGreaterThan(lostSeq);

  expect((await device.ledger({ ack: early.ack, high: 2 })).ledger[0]).toMatchObject({
    through: 2,
    reoffer: false,
  });
  const asked = await device.ledger({ ack: late.ack });
  expect(asked.ledger[0]).toMatchObject({ through: 2, gaps: [[3, 5]], reoffer: true });
  // Offered again, everything is there once.
  const again = await device.push([...early.rows, ...late.rows]);
  expect(again.results.map(({ outcome }) => outcome)).toEqual([
    'duplicate',
    'duplicate',
    'stored',
    'stored',
    'stored',
  ]);
  expect(
    (await device.ledger({ ack: { epoch: again.epoch, receipt: again.receipt } })).ledger[0],
  ).toMatchObject({
    through: 5,
    reoffer: false,
  });

  await server.settle();
  expect(device.checkpoint).toEqual(asItWas);
  expect((await device.pull()).reset).toBe(true);
  expect(device.body(`applied/${device.stream}`)).toMatchObject({ through: 5 });
});

test('[P5] through goes down after a restore', async () => {
  let device = await setUpSchool(server);
  await pushNames(device, 1);
  device = await reopen(device, undefined, 'copy');
  await pushNames(device, 4);
  expect((await device.ledger()).ledger[0]?.through).toBe(5);
  device = await reopen(device, 'copy');
  expect((await device.ledger()).ledger[0]).toMatchObject({ through: 1, gaps: [[2, 5]] });
});

test('[P7] the ack of an epoch that this history never had is not valid, whatever its number', async () => {
  const device = await setUpSchool(server);
  await pushNames(device, 2);
  for (const receipt of [0, 1, 1_000_000]) {
    expect(
      (await device.ledger({ ack: { epoch: 'of-another-school', receipt } })).ledger[0]?.reoffer,
    ).toBe(true);
  }
  expect(
    (await device.ledger({ ack: { epoch: server.school().epoch, receipt: 1_000_000 } })).ledger[0]
      ?.reoffer,
  ).toBe(true);
});

test('[P4] what was stored and not yet folded before a stop is folded after the next start', async () => {
  let device = await setUpSchool(server);
  const row = rename(device);
  await server.school().projector.stop();
  await device.push([row]);
  device = await reopen(device);
  await server.settle();
  await device.pull();
  expect(device.body('school')).toMatchObject({ name: `Name ${names}` });
  expect(device.body(`applied/${device.stream}`)).toMatchObject({ through: 1 });
});
