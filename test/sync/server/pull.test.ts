import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MemberId } from '#domain/model/ids.ts';
import { asId } from '#domain/model/ids.ts';
import type { TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  joinStaff,
  openTestServer,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';
import { checkEvent, makeClass, type TestClass } from '#test/support/server-class.ts';

let server: TestServer;
let admin: TestDevice;
let group: TestClass;
beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
  group = await makeClass(admin, 30);
  await server.settle();
});
afterEach(() => server.close());

test('[P10] a page never splits a commit, however small it is asked for', async () => {
  for (const limit of [1, 2, 7, 50, 200]) {
    const device = server.newDevice();
    Object.assign(device, { cookie: admin.cookie });
    const { pages } = await device.pull(limit);
    const pageOf = new Map<number, number>();
    pages.forEach(({ documents }, page) => {
      for (const { seq } of documents) expect(pageOf.get(seq) ?? page).toBe(page);
      for (const { seq } of documents) pageOf.set(seq, page);
    });
    expect(device.state.size).toBe(pages.at(-1)?.last?.count);
    expect(pages.map(({ upTo }) => upTo)).toEqual(
      pages.map(({ upTo }) => upTo).toSorted((a, b) => a - b),
    );
  }
});

test('[P11] the scope is filtered before the limit: what others do costs a device no page', async () => {
  const small = await makeClass(admin, 1);
  await server.settle();
  const tablet = await enrolTablet(server, admin, [small.group]);
  await tablet.pull();
  const rows = Array.from({ length: 60 }, (_, i) =>
    checkEvent(admin, group.students[i % 30] ?? '', { by: `member/${admin.member}` }),
  );
  for (const row of rows) {
    await admin.push([row]);
    await server.settle();
  }
  await tablet.push([checkEvent(tablet, small.students[0] ?? '')]);
  await server.settle();
  const { pages } = await tablet.pull(2);
  expect(pages.flatMap(({ documents }) => documents.map(({ kind }) => kind)).toSorted()).toEqual([
    'applied',
    'progress',
  ]);
  expect(pages).toHaveLength(1);
});

test('[P11] the last page carries count and sum of the whole scope', async () => {
  const { pages } = await admin.pull();
  const documents = [...admin.state.values()];
  expect(pages.at(-1)?.last).toEqual({
    count: documents.length,
    sumSeq: documents.reduce((sum, { seq }) => sum + seq, 0),
  });
});

test('[P11] a scope that widens and one that narrows begin anew', async () => {
  const teacher = await joinStaff(server, admin, { role: 'teacher' });
  await server.settle();
  await teacher.pull();
  const scopes = [teacher.checkpoint.scope];
  for (const op of ['add', 'remove'] as const) {
    server.clock.now += 1000;
    const member = asId<MemberId>(teacher.member);
    await admin.push([admin.event('group.staff', `group/${group.group}`, { op, member })]);
    await server.settle();
    const { pages } = await teacher.pull();
    expect(pages[0]?.reset).toBe(true);
    expect(teacher.state.has(`group/${group.group}`)).toBe(op === 'add');
    scopes.push(teacher.checkpoint.scope);
  }
  expect(scopes[0]).toBe(scopes[2]);
  expect(scopes[0]).not.toBe(scopes[1]);
});

test('[P11] a checkpoint of an unknown epoch, a number out of range or another scope gets everything again', async () => {
  await admin.pull();
  const good = { ...admin.checkpoint };
  const all = admin.state.size;
  for (const wrong of [
    { epoch: 'never-was' },
    { seq: good.seq + 1 },
    { scope: 'other' },
    { epoch: '' },
  ]) {
    admin.checkpoint = { ...good, ...wrong };
    const page = await admin.page();
    expect(page).toMatchObject({ reset: true });
    expect(page.documents.length).toBe(Math.min(all, page.documents.length));
    expect(page.documents.length).toBeGreaterThan(0);
  }
  admin.checkpoint = good;
  expect(await admin.page()).toMatchObject({ documents: [], last: { count: all } });
});

test('the answer names nonce, epoch, clock and number', async () => {
  const page = await admin.page();
  expect(page).toMatchObject({
    epoch: server.school().epoch,
    now: server.clock.now,
    seq: server.school().seq(),
  });
  expect(page.nonce).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test('a pull of nothing new asks the store the same few questions, whatever the history', async () => {
  await admin.pull();
  const before = await admin.page();
  for (let i = 0; i < 5; i += 1) {
    await admin.push([
      checkEvent(admin, group.students[0] ?? '', { by: `member/${admin.member}` }),
    ]);
  }
  await server.settle();
  await admin.pull();
  const after = await admin.page();
  expect([before, after].map(({ documents }) => documents)).toEqual([[], []]);
});
