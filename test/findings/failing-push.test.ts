import './in-browser.ts';
import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { allSent, until } from '#test/sync/client/client-device.ts';
import { checkOf, mark } from '#test/sync/client/school.ts';
import { BareServer, openItems, openPage, replicate } from './bare.ts';
import { openClass, timesStored } from './class.ts';

test('finding 5: one document that the server cannot take stops the bare library from sending the others and from receiving', async () => {
  const server = new BareServer();
  let refused = 0;
  let pulls = 0;
  const stream$ = new Subject<'RESYNC'>();
  const page = openPage();
  const { items, database } = await openItems(page, { name: 'poison' });
  const replication = replicate(page, items, {
    pull: {
      handler: async (checkpoint, limit) => {
        pulls += 1;
        return server.pull(checkpoint, limit);
      },
      stream$,
    },
    push: {
      batchSize: 5,
      handler: async (rows) => {
        if (!rows.some(({ newDocumentState }) => newDocumentState.v < 0)) return server.push(rows);
        refused += 1;
        throw new Error('422');
      },
    },
  });
  await replication.awaitInitialReplication();
  await items.insert({ id: 'poison', v: -1 });
  await expect.poll(() => refused).toBeGreaterThan(0);
  for (let i = 0; i < 10; i += 1) await items.insert({ id: `good${i}`, v: i });
  server.put({ id: 'from-elsewhere', v: 1 });
  const before = pulls;
  stream$.next('RESYNC');
  replication.reSync();
  // Many tries later nothing has moved.
  const tries = refused;
  await expect.poll(() => refused, { timeout: 20_000 }).toBeGreaterThan(tries + 20);
  expect(pulls).toBe(before);
  expect([...server.documents.keys()]).toEqual(['from-elsewhere']);
  expect(await items.findOne('from-elsewhere').exec()).toBeNull();
  await replication.cancel();
  await database.close();
});

test('finding 5: ours sends the others past an event that no request can carry, and goes on receiving', async () => {
  const room = await openClass();
  const { school, tablet, student } = room;
  const poison = await mark(tablet, checkOf(student, tablet.data.newId()));
  let refused = 0;
  tablet.network.bend = async (ask, pass) => {
    if (ask.method !== 'POST' || !ask.body.includes(poison)) return pass();
    refused += 1;
    return Response.json({ error: { code: 'malformed' } }, { status: 400 });
  };
  const good: string[] = [];
  for (let i = 0; i < 10; i += 1)
    good.push(await mark(tablet, checkOf(student, tablet.data.newId(), i)));
  tablet.data.syncNow();
  await expect
    .poll(async () => (await timesStored(room, good)).join(''), { timeout: 20_000 })
    .toBe('1111111111');
  expect(refused).toBeGreaterThan(0);
  await mark(school.teacher, {
    kind: 'student.rename',
    about: `student/${student}`,
    body: { set: 'From elsewhere', was: null },
  });
  await allSent(school.teacher);
  await school.server.settle();
  tablet.data.syncNow();
  await until(tablet.data.snapshot, (one) => one.student(student)?.name === 'From elsewhere');
  // It is not called sent, and it is not given up.
  expect(tablet.data.safety.get().state).not.toBe('all-sent');
  expect(tablet.data.safety.get().unsent).toBe(1);
});
