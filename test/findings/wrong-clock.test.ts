import './in-browser.ts';
import { afterEach, expect, test } from 'vitest';
import { allSent, offline, online } from '#test/sync/client/client-device.ts';
import { checkOf, mark } from '#test/sync/client/school.ts';
import { BareServer, openItems, openPage, replicate, untilItSaysSo } from './bare.ts';
import { closeAtEnd, openClass, timesStored } from './class.ts';

const YEAR_MS = 365 * 86_400_000;
const real = Date.now;
afterEach(() => {
  Date.now = real;
});

test('finding 1: the bare library never sends what is written after a clock that was a year fast is put right', async () => {
  const server = new BareServer();
  let network = true;
  const push = {
    handler: async (rows: Parameters<typeof server.push>[0]) => {
      if (!network) throw new Error('offline');
      return server.push(rows);
    },
  };
  const session = async (work: (insert: (id: string) => Promise<unknown>) => Promise<void>) => {
    const page = openPage();
    const { items, database } = await openItems(page, { name: 'clock' });
    const replication = replicate(page, items, { push, pull: { handler: server.pull } });
    await work((id) => items.insert({ id, v: 1 }));
    if (network) await untilItSaysSo(replication);
    await replication.cancel();
    await database.close();
  };
  Date.now = () => real() + YEAR_MS;
  await session(async (insert) => void (await insert('while-ahead')));
  expect(server.has('while-ahead')).toBe(true);
  Date.now = real;
  network = false;
  await session(async (insert) => void (await insert('put-right')));
  network = true;
  // It says that it is in sync, twice.
  await session(async () => {});
  await session(async () => {});
  expect([...server.documents.keys()]).toEqual(['while-ahead']);
});

test('finding 1: ours sends everything, once, whatever the clock says', async () => {
  const room = await openClass();
  const { student } = room;
  let { tablet } = room;
  Date.now = () => real() + YEAR_MS;
  const ids = [await mark(tablet, checkOf(student, tablet.data.newId()))];
  tablet.data.syncNow();
  await allSent(tablet);
  Date.now = real;
  tablet.network.bend = offline;
  ids.push(await mark(tablet, checkOf(student, tablet.data.newId(), 4)));
  tablet = await tablet.restart();
  closeAtEnd(tablet.stop);
  ids.push(await mark(tablet, checkOf(student, tablet.data.newId(), 5)));
  tablet.network.bend = online;
  tablet.data.start();
  await allSent(tablet);
  expect(await timesStored(room, ids)).toEqual([1, 1, 1]);
});
