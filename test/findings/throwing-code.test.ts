import './in-browser.ts';
import { expect, test } from 'vitest';
import { allSent } from '#test/sync/client/client-device.ts';
import { checkOf, mark } from '#test/sync/client/school.ts';
import { BareServer, openItems, openPage, replicate, untilItSaysSo } from './bare.ts';
import { openClass, timesStored } from './class.ts';

/** Throws the first time that it is asked about this document. */
function throwsOnce<T extends { id: string }>(id: string): (document: T) => T {
  let thrown = false;
  return (document) => {
    if (document.id !== id || thrown) return document;
    thrown = true;
    throw new Error('a bug that passes');
  };
}

test('finding 3: the bare library loses a write for good when a push modifier throws once', async () => {
  const server = new BareServer();
  const page = openPage();
  const { items, database } = await openItems(page, { name: 'modifier' });
  const errors: unknown[] = [];
  const pull = { handler: server.pull };
  const first = replicate(page, items, {
    pull,
    push: { handler: server.push, modifier: throwsOnce('a') },
  });
  first.error$.subscribe((error) => errors.push(error));
  await untilItSaysSo(first);
  await items.insert({ id: 'a', v: 1 });
  await expect.poll(() => errors.length).toBe(1);
  await items.insert({ id: 'b', v: 2 });
  await expect.poll(() => server.has('b')).toBe(true);
  await untilItSaysSo(first);
  await first.cancel();
  const second = replicate(page, items, { pull, push: { handler: server.push } });
  await untilItSaysSo(second);
  expect([...server.documents.keys()]).toEqual(['b']);
  await second.cancel();
  await database.close();
});

test('finding 3: the bare library loses a write for good when a conflict handler throws once', async () => {
  const server = new BareServer();
  let thrown = false;
  const page = openPage();
  const { items, database } = await openItems(page, {
    name: 'conflict-handler',
    conflictHandler: {
      isEqual: (a, b) => a.v === b.v && a._deleted === b._deleted,
      resolve: async ({ newDocumentState }) => {
        if (thrown) return newDocumentState;
        thrown = true;
        throw new Error('a bug that passes');
      },
    },
  });
  // The server has another value the first time.
  const push = {
    handler: async (rows: Parameters<typeof server.push>[0]) =>
      thrown || !rows.some(({ newDocumentState: { id } }) => id === 'a')
        ? server.push(rows)
        : [{ id: 'a', v: 6, _deleted: false }],
  };
  const replication = replicate(page, items, { pull: { handler: server.pull }, push });
  await untilItSaysSo(replication);
  await items.insert({ id: 'a', v: 99 });
  await expect.poll(() => thrown).toBe(true);
  await items.insert({ id: 'b', v: 1 });
  await expect.poll(() => server.has('b')).toBe(true);
  await untilItSaysSo(replication);
  await replication.cancel();
  const again = replicate(page, items, { pull: { handler: server.pull }, push });
  await untilItSaysSo(again);
  expect(server.has('a')).toBe(false);
  await again.cancel();
  await database.close();
});

test('finding 3: ours offers again what an error in between kept from the server', async () => {
  const room = await openClass();
  const { tablet, student } = room;
  let bugs = 0;
  tablet.network.bend = async (ask, pass) => {
    if (!ask.path.startsWith('/api/events') || bugs > 0) return pass();
    bugs += 1;
    throw new Error('a bug that passes');
  };
  const ids = [await mark(tablet, checkOf(student, tablet.data.newId()))];
  await expect.poll(() => bugs).toBe(1);
  ids.push(await mark(tablet, checkOf(student, tablet.data.newId(), 4)));
  tablet.data.syncNow();
  await allSent(tablet);
  expect(await timesStored(room, ids)).toEqual([1, 1]);
});
