import './in-browser.ts';
import { expect, test } from 'vitest';
import { ready } from '#test/sync/client/client-device.ts';
import { addTablet } from '#test/sync/client/school.ts';
import { BareServer, idsOf, openItems, openPage, replicate, untilItSaysSo } from './bare.ts';
import { closeAtEnd, openClass } from './class.ts';

test('finding 6: the bare library takes a page that is shorter than it asked for as the last one', async () => {
  const server = new BareServer();
  for (let i = 0; i < 100; i += 1) server.put({ id: `d${String(i).padStart(3, '0')}`, v: i });
  const page = openPage();
  const { items, database } = await openItems(page, { name: 'short' });
  // One in ten is not for this device, and is left out after the limit.
  const handler: typeof server.pull = async (checkpoint, limit) => {
    const found = await server.pull(checkpoint, limit);
    return { ...found, documents: found.documents.filter(({ v }) => v % 10 !== 0) };
  };
  const replication = replicate(page, items, { pull: { handler, batchSize: 20 } });
  await untilItSaysSo(replication);
  expect(await idsOf(items)).toHaveLength(18);
  await replication.cancel();
  await database.close();
});

test('finding 6: ours takes pages of any length, and knows the last one because it says so', async () => {
  const { school } = await openClass(4);
  const tablet = await addTablet(school);
  closeAtEnd(tablet.stop);
  let pages = 0;
  tablet.network.bend = async (ask, pass) => {
    if (!ask.path.startsWith('/api/pull')) return pass();
    pages += 1;
    // The server gives what it likes: far less than was asked for.
    const short = await school.server.app.inject({
      url: ask.path.replace(/limit=\d+/u, 'limit=2'),
      headers: { host: 'localhost', cookie: tablet.network.cookie },
    });
    return new Response(short.body, { headers: { 'content-type': 'application/json' } });
  };
  tablet.data.start();
  await ready(tablet);
  expect(pages).toBeGreaterThan(1);
  expect(tablet.data.snapshot.get().students()).toHaveLength(4);
});
