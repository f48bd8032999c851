import './in-browser.ts';
import { expect, test } from 'vitest';
import { until } from '#test/sync/client/client-device.ts';
import { mark } from '#test/sync/client/school.ts';
import {
  BareServer,
  idsOf,
  openItems,
  openPage,
  replicate,
  untilItSaysSo,
  type Item,
} from './bare.ts';
import { openClass } from './class.ts';

test('finding 4: the bare library never gets a document that it once could not read', async () => {
  const server = new BareServer();
  // One of 25 is of a form that only the next version of the app knows.
  for (let i = 0; i < 25; i += 1)
    server.put({ id: `d${String(i).padStart(2, '0')}`, v: i === 3 ? ('new' as never) : i });
  const page = openPage();
  const { items, database } = await openItems(page, { name: 'invalid', validate: true });
  const pull = { handler: server.pull, batchSize: 10 };
  const first = replicate(page, items, { pull, push: { handler: server.push } });
  await untilItSaysSo(first);
  await first.cancel();
  // The next version can read it.
  const known = server.documents.get('d03');
  if (known !== undefined) server.documents.set('d03', { ...known, v: 3 });
  const second = replicate(page, items, { pull, push: { handler: server.push } });
  await untilItSaysSo(second);
  const ids = await idsOf(items);
  expect(ids).toHaveLength(24);
  expect(ids).not.toContain('d03');
  await second.cancel();
  await database.close();
});

test('finding 4: ours keeps its checkpoint before a page that it cannot read, and gets all of it later', async () => {
  const { school, tablet, student } = await openClass(3);
  let unreadable = 0;
  tablet.network.bend = async (ask, pass) => {
    const response = await pass();
    if (!ask.path.startsWith('/api/pull')) return response;
    const answer = (await response.json()) as { documents: Item[] }; // only its list is looked at
    if (answer.documents.length > 0) unreadable += 1;
    const documents = answer.documents.map((one) => ({ ...one, seq: 'new' }));
    return Response.json({ ...answer, documents });
  };
  await mark(school.teacher, {
    kind: 'student.rename',
    about: `student/${student}`,
    body: { set: 'A later name', was: null },
  });
  await expect.poll(() => school.teacher.data.safety.get().state).toBe('all-sent');
  await school.server.settle();
  tablet.data.syncNow();
  await expect.poll(() => unreadable).toBeGreaterThan(0);
  expect(tablet.data.snapshot.get().student(student)?.name).not.toBe('A later name');
  tablet.network.bend = (_, pass) => pass();
  tablet.data.syncNow();
  await until(
    tablet.data.snapshot,
    (snapshot) => snapshot.student(student)?.name === 'A later name',
  );
  expect(tablet.data.snapshot.get().students()).toHaveLength(3);
});
