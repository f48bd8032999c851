import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rescueFromRaw } from '#data/rescue-raw.ts';
import { LIMITS } from '#protocol/limits.ts';
import { readRescueFile } from '#protocol/rescue.ts';
import {
  allSent,
  offline,
  online,
  openClient,
  ready,
  until,
  type Client,
} from './client-device.ts';
import { breakDisk } from './broken-disk.ts';
import {
  addTablet,
  checkOf,
  makeSchool,
  mark,
  must,
  runningCheck,
  storedIds,
  type School,
} from './school.ts';
import { secondPlaceOf } from './second-places.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool();
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  school.teacher.data.syncNow();
  await ready(school.teacher);
  tablet = await addTablet(school);
  tablet.data.start();
  await ready(tablet);
});
afterEach(async () => {
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
const timesStored = async (id: string): Promise<number> =>
  (await storedIds(school.server)).filter((one) => one === id).length;

test('a file with what a tablet has not sent brings it to the school from another device, once however often it is brought', async () => {
  const sent = await check();
  await allSent(tablet);
  tablet.network.bend = offline;
  const ids = [await check(), await check()];
  const disk = breakDisk(`${tablet.name}--0--events`, 'QuotaExceededError');
  ids.push(await check());
  const file = must(await tablet.data.rescue.make());
  expect(file.events).toBe(3);
  expect(file.name).toMatch(/^nine-of-ten-tablet-1-\d{4}-\d\d-\d\d\.rescue\.txt$/);
  // Nobody but the school can read it.
  for (const id of [...ids, student()]) expect(file.text).not.toContain(id);
  const progress: number[] = [];
  const first = must(
    await school.teacher.data.rescue.bring(file.text, (done) => progress.push(done)),
  );
  expect(first).toMatchObject({ stored: 3, duplicate: 0, unreadable: 0, cut: false, events: 3 });
  expect(first.deviceName).toBe('Tablet 1');
  expect(progress.at(-1)).toBe(1);
  const second = must(await school.teacher.data.rescue.bring(file.text));
  expect(second).toMatchObject({ stored: 0, duplicate: 3 });
  disk.mend();
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
  await school.server.settle();
  for (const id of [sent, ...ids]) expect(await timesStored(id)).toBe(1);
  tablet.data.syncNow();
  await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
  expect(await tablet.data.rescue.make()).toMatchObject({ error: { code: 'nothing-unsent' } });
});

test('a long file travels in requests that the server takes', async () => {
  tablet.network.bend = offline;
  const ids: string[] = [];
  for (let i = 0; i < 110; i += 1) ids.push(await check());
  const file = must(await tablet.data.rescue.make());
  const read = must(readRescueFile(file.text));
  expect(read.lines.length).toBeGreaterThanOrEqual(2);
  const before = school.teacher.network.asked.length;
  expect(must(await school.teacher.data.rescue.bring(file.text))).toMatchObject({ stored: 110 });
  const sizes = school.teacher.network.asked
    .slice(before)
    .filter(({ path }) => path === '/api/import')
    .map(({ body }) => body.length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.importBytes);
  const stored = new Set(await storedIds(school.server));
  expect(ids.filter((id) => !stored.has(id))).toEqual([]);
});

test('a file that was cut, of another school, of a newer version, or none at all ends in a word of its own', async () => {
  tablet.network.bend = offline;
  await check();
  const { text } = must(await tablet.data.rescue.make());
  const bring = (file: string) => school.teacher.data.rescue.bring(file);
  const cut = text.split('\n').slice(0, 2).join('\n');
  expect(must(await bring(cut))).toMatchObject({ cut: true, stored: 1 });
  const [header = '', line = ''] = text.split('\n');
  expect(await bring(`${header}\n${line.slice(0, 60)}\n`)).toMatchObject({
    error: { code: 'nothing-readable' },
  });
  expect(await bring(text.replace(/"school":"[^"]*"/, '"school":"another"'))).toMatchObject({
    error: { code: 'other-school' },
  });
  expect(await bring(text.replace('"v":1', '"v":2'))).toMatchObject({
    error: { code: 'newer-version' },
  });
  expect(await bring('A shopping list')).toMatchObject({ error: { code: 'not-a-rescue-file' } });
});

test('a tablet whose database cannot be opened still saves its unsent work to a file', async () => {
  const sent = await check();
  await allSent(tablet);
  tablet.network.bend = offline;
  const ids = [await check(), await check()];
  const disk = breakDisk(`${tablet.name}--0--events`, 'QuotaExceededError');
  ids.push(await check());
  await tablet.stop();
  disk.mend();
  // What RxDB needs to open the database is gone; the rows are there.
  const inside = await new Dexie(`rxdb-dexie-${tablet.name}--0--_rxdb_internal`).open();
  await inside
    .table('docs')
    .toCollection()
    .modify((document: { data?: { schemaHash?: string; schema?: object } }) => {
      if (document.data?.schemaHash === undefined) return;
      document.data = { ...document.data, schemaHash: 'another', schema: { version: 7 } };
    });
  inside.close();
  await expect(openClient(tablet.network, tablet.name)).rejects.toThrow('corrupt');
  const place = secondPlaceOf(tablet.name);
  const file = must(await rescueFromRaw('test', tablet.name, place));
  expect(file.events).toBe(3);
  const brought = must(await school.teacher.data.rescue.bring(file.text));
  expect(brought).toMatchObject({ stored: 3, duplicate: 0, deviceName: 'Tablet 1' });
  for (const id of [sent, ...ids]) expect(await timesStored(id)).toBe(1);
  expect(await rescueFromRaw('test', 'no-such-device', place)).toMatchObject({
    error: { code: 'nothing-unsent' },
  });
});

test('a running check that cannot be read is kept, told of, and put into the file', async () => {
  const [whole, cut, lost] = [tablet.data.newId(), tablet.data.newId(), tablet.data.newId()];
  for (const id of [whole, cut]) must(await tablet.data.drafts.save(runningCheck(student(), id)));
  tablet.network.bend = offline;
  await check();
  await tablet.stop();
  const stored = await new Dexie(`rxdb-dexie-${tablet.name}--0--drafts`).open();
  await stored
    .table('docs')
    .where({ id: cut })
    .modify((row: { body: string }) => {
      row.body = row.body.replace('"position":0', '"position":"second"');
    });
  stored.close();
  secondPlaceOf(tablet.name).write(`${tablet.name}.draft.${lost}`, '{"id":"half a ro');
  tablet = await openClient(tablet.network, tablet.name);
  // A child sees the one that is whole; the others are nowhere in the way.
  expect(tablet.data.drafts.open.get().map(({ id }) => id)).toEqual([whole]);
  expect(tablet.data.safety.get()).toMatchObject({ openDrafts: 1, unreadableDrafts: 2 });
  const file = must(await tablet.data.rescue.make());
  expect(file.events).toBe(3);
  const read = must(readRescueFile(file.text));
  expect(read.lines).toHaveLength(3);
  expect(file.text).not.toContain('second');
  const brought = must(await school.teacher.data.rescue.bring(file.text));
  expect(brought).toMatchObject({ stored: 1, unreadable: 2, cut: false });
  // Still there after all of this, and after another start.
  tablet = await tablet.restart();
  expect(tablet.data.safety.get().unreadableDrafts).toBe(2);
});
