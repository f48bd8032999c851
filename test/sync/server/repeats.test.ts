/** One event that is sent again in other slots: a clone may do so honestly, and a stolen credential must not fill the disk with it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { formatSlot } from '#protocol/slot.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { openTestServer, setUpSchool, type TestServer } from '#test/support/server-harness.ts';

let server: TestServer;
let admin: TestDevice;
beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
});
afterEach(() => server.close());

const rename = (choice = {}): EventRow =>
  admin.event('school.name', 'school', { set: newId(), was: null }, choice);

/** The event again, in each of these slots. */
async function flood(row: EventRow, slots: readonly string[]): Promise<void> {
  for (let from = 0; from < slots.length; from += LIMITS.pushEvents) {
    const rows = slots.slice(from, from + LIMITS.pushEvents).map((slot) => ({ ...row, slot }));
    const { results } = await admin.push(rows);
    expect(results.every(({ outcome }) => outcome === 'duplicate')).toBe(true);
  }
}

const streams = () =>
  server.store.read((reading) =>
    reading.streamsOfDevice(admin.school, admin.enrolment?.device.id ?? ''),
  );
const coveredOf = (stream: string) =>
  server.store.read((reading) => reading.covered(admin.school, stream, 0, 100_000));

test('[P9] one event in ever new streams makes no more streams than a browser can have, and no more documents', async () => {
  const seed = rename();
  await admin.push([seed]);
  const slots = Array.from({ length: LIMITS.streamsPerDevice + 300 }, () => formatSlot(newId(), 1));
  await flood(seed, slots);
  await server.settle();
  expect(await streams()).toHaveLength(LIMITS.streamsPerDevice);
  const applied = await server.store.read((reading) =>
    reading.documentsOfKind(admin.school, 'applied'),
  );
  // And the one of the server itself.
  expect(applied).toHaveLength(LIMITS.streamsPerDevice + 1);
  expect(server.school().floors.size).toBeLessThanOrEqual(LIMITS.streamsPerDevice);
  // What is new is stored and counted as ever.
  const answer = await admin.push([rename()]);
  expect(answer.results).toMatchObject([{ outcome: 'stored' }]);
  expect(answer.ledger).toMatchObject([{ through: 2 }]);
});

test('[P9] one event in ever new slots of one stream takes no more slots than held events may', async () => {
  const seed = rename();
  await admin.push([seed]);
  const count = LIMITS.heldPerDevice + 300;
  // Every other slot, so that each is a range of its own.
  const slots = Array.from({ length: count }, (_, i) => formatSlot(admin.stream, 2 * i + 3));
  await flood(seed, slots);
  expect(await coveredOf(admin.stream)).toHaveLength(1 + LIMITS.heldPerDevice);
  // Asked again it takes nothing either, and what is new has its slot.
  await flood(seed, slots.slice(-100));
  expect(await coveredOf(admin.stream)).toHaveLength(1 + LIMITS.heldPerDevice);
  expect((await admin.push([rename()])).ledger).toMatchObject([{ through: 3 }]);
});

test('[P3] a clone that took the same event to other slots, also to taken ones, is accounted for to the last', async () => {
  const own = Array.from({ length: 100 }, () => rename());
  await admin.push(own);
  // The clone went on from slot 50: other events first, then what it had from before, one slot later each.
  admin.slot = 50;
  const others = Array.from({ length: 50 }, () => rename());
  expect((await admin.push(others)).ledger).toMatchObject([{ through: 100, forked: true }]);
  await flood(
    own[0] ?? rename(),
    Array.from({ length: 100 }, (_, i) => formatSlot(admin.stream, 101 + i)),
  );
  await flood(
    own[1] ?? rename(),
    Array.from({ length: 50 }, (_, i) => formatSlot(admin.stream, 51 + i)),
  );
  expect((await admin.ledger({ high: 200 })).ledger).toMatchObject([{ through: 200, gaps: [] }]);
  const fresh = newId();
  await flood(own[2] ?? rename(), [formatSlot(fresh, 1)]);
  expect((await admin.ledger({ stream: fresh, high: 1 })).ledger).toMatchObject([{ through: 1 }]);
});
