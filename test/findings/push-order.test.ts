import './in-browser.ts';
import { expect, test } from 'vitest';
import { offline, until } from '#test/sync/client/client-device.ts';
import { checkOf, mark } from '#test/sync/client/school.ts';
import {
  BareServer,
  openItems,
  openPage,
  replicate,
  untilItSaysSo,
  type Checkpoint,
  type Item,
} from './bare.ts';
import { openClass } from './class.ts';

test('finding 8: the bare library sends many requests at once, in no order', async () => {
  const server = new BareServer();
  const page = openPage();
  const { items, database } = await openItems(page, { name: 'at-once' });
  const replication = replicate(page, items, { push: { handler: server.push, batchSize: 3 } });
  await untilItSaysSo(replication);
  await items.bulkInsert(
    Array.from({ length: 30 }, (_, i) => ({ id: `p${String(i).padStart(2, '0')}`, v: i })),
  );
  await untilItSaysSo(replication);
  expect(server.documents.size).toBe(30);
  expect(server.mostAtOnce).toBeGreaterThan(5);
  await replication.cancel();
  await database.close();
});

test('finding 8: the bare library asks again and again, without a pause, where a conflict is not settled', async () => {
  const page = openPage();
  const { items, database } = await openItems(page, {
    name: 'hot',
    conflictHandler: {
      isEqual: (a, b) => a.v === b.v && a._deleted === b._deleted,
      resolve: async ({ newDocumentState }) => newDocumentState,
    },
  });
  let requests = 0;
  const replication = page.replication.replicateRxCollection<Item, Checkpoint>({
    replicationIdentifier: 'hot',
    collection: items,
    waitForLeadership: false,
    // So long it is told to wait between two tries.
    retryTime: 10 * 60_000,
    push: {
      handler: async () => {
        requests += 1;
        await new Promise((done) => setTimeout(done, 1));
        // A hundred requests later the server gives in.
        return requests < 100 ? [{ id: 'a', v: 0, _deleted: false }] : [];
      },
    },
  });
  await untilItSaysSo(replication);
  await items.insert({ id: 'a', v: 1 });
  // Within the time of this test, that is without ever waiting.
  await expect.poll(() => requests, { timeout: 25_000 }).toBe(100);
  await replication.cancel();
  await database.close();
});

test('finding 8: ours sends one request at a time, in the order of the slots, and asks once about what is refused', async () => {
  const { tablet, student } = await openClass();
  tablet.network.bend = offline;
  const ids: string[] = [];
  for (let i = 0; i < 120; i += 1)
    ids.push(await mark(tablet, checkOf(student, tablet.data.newId(), i % 11)));
  const [refused = ''] = ids.slice(7);
  let running = 0;
  let mostAtOnce = 0;
  const asked: string[] = [];
  tablet.network.bend = async (ask, pass) => {
    if (!ask.path.startsWith('/api/events')) return pass();
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    const { events } = JSON.parse(ask.body) as { events: { id: string }[] }; // our own request
    asked.push(...events.map(({ id }) => id));
    const response = await pass();
    running -= 1;
    const text = await response.text();
    const answer = JSON.parse(text) as { results: { id: string; outcome: string }[] }; // the server's own
    const results = answer.results.map((one) =>
      one.id === refused ? { ...one, outcome: 'refused', code: 'not-json' } : one,
    );
    return Response.json({ ...answer, results });
  };
  tablet.data.syncNow();
  await until(tablet.data.safety, ({ unsent }) => unsent === 0);
  expect(mostAtOnce).toBe(1);
  expect(asked).toEqual(ids);
});
