import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Dexie } from 'dexie';
import { allSent, openClient, ready, until, type Client } from './client-device.ts';
import { addTablet, checkOf, evidenceShown, makeSchool, mark, type School } from './school.ts';

const DAY = 86_400_000;
const real = Date.now;
let school: School;
let tablet: Client;
beforeEach(async () => {
  Date.now = () => real() - 40 * DAY;
  school = await makeSchool();
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
});
afterEach(async () => {
  Date.now = real;
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

const student = () => {
  const [first] = school.students;
  if (first === undefined) throw new Error('No student');
  return first;
};
const check = () => mark(tablet, checkOf(student(), tablet.data.newId(), 3));
/** Everything that lies in the table of events, marked as removed or not. */
async function rowsOnDisk(): Promise<{ id: string; slot: string }[]> {
  const db = await new Dexie(`rxdb-dexie-${tablet.name}--0--events`).open();
  const rows = (await db.table('docs').toArray()) as { id: string; slot: string }[]; // our own rows
  db.close();
  return rows;
}

test('[P8] events that are a month old, applied and at the school twice leave the tablet; the newest and the unapplied stay; nothing is sent or lost for it', async () => {
  tablet.data.start();
  await ready(tablet);
  const old = [await check(), await check(), await check()];
  await allSent(tablet);
  await school.server.settle();
  tablet.data.syncNow();
  await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
  expect(await rowsOnDisk()).toHaveLength(3);
  await tablet.stop();
  Date.now = real;
  school.server.clock.now = real();
  tablet = await openClient(tablet.network, tablet.name);
  const before = evidenceShown(tablet, student());
  tablet.network.asked.length = 0;
  tablet.data.start();
  await expect.poll(async () => (await rowsOnDisk()).map(({ id }) => id)).toEqual([old[2]]);
  await allSent(tablet);
  expect(evidenceShown(tablet, student())).toBe(before);
  expect(tablet.network.asked.filter(({ path }) => path === '/api/events')).toEqual([]);
  const fresh = await check();
  await allSent(tablet);
  tablet = await tablet.restart();
  tablet.data.start();
  await allSent(tablet);
  expect((await rowsOnDisk()).map(({ id }) => id)).toEqual([old[2], fresh]);
  const asked = tablet.network.asked
    .filter(({ path }) => path === '/api/ledger')
    .flatMap(({ body }) => (JSON.parse(body) as { streams: { lost: unknown[] }[] }).streams); // our own request
  expect(asked.flatMap(({ lost }) => lost)).toEqual([]);
  const pushed = tablet.network.asked.filter(({ path }) => path === '/api/events');
  expect(pushed).toHaveLength(1);
});
