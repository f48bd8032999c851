import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openTestServer } from '#test/support/server-harness.ts';
import {
  allSent,
  clientNetwork,
  inState,
  offline,
  online,
  openClient,
  ready,
  until,
  type Client,
} from './client-device.ts';
import { cloneProfile, eraseProfile } from './profile.ts';
import { addTablet, checkOf, makeSchool, mark, must, storedIds, type School } from './school.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function schoolWithTablet(path?: string): Promise<{ school: School; tablet: Client }> {
  const school = await makeSchool(2, path);
  // A server over a file is closed by its test, which copies the file.
  if (path === undefined) closing.push(school.server.close);
  closing.push(() => school.teacher.stop());
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  const tablet = await addTablet(school);
  return { school, tablet };
}

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('Empty list');
  return first;
}

test('[P1] an erased database with a living cookie: the tablet says so, becomes itself again, and the school still has what was sent', async () => {
  const { school, tablet } = await schoolWithTablet();
  const student = firstOf(school.students);
  tablet.data.start();
  const sent = await mark(tablet, checkOf(student, tablet.data.newId()));
  await allSent(tablet);
  const device = tablet.data.session.current.get();
  await tablet.stop();
  await eraseProfile(tablet.name);

  const erased = await openClient(tablet.network, tablet.name);
  closing.push(erased.stop);
  expect(erased.data.session.current.get().state).toBe('none');
  erased.data.start();
  expect(await inState(erased, 'erased')).toEqual({ state: 'erased', kind: 'class-tablet' });
  must(await erased.data.session.resume());
  const again = await inState(erased, 'locked');
  if (again.state !== 'locked' || device.state !== 'locked') throw new Error('Not locked');
  expect(again.device.id).toBe(device.device.id);
  await ready(erased);
  expect(erased.data.snapshot.get().students()).toHaveLength(2);
  const later = await mark(erased, checkOf(student, erased.data.newId()));
  await allSent(erased);
  expect(await storedIds(school.server)).toEqual(expect.arrayContaining([sent, later]));
});

test('[P3] a cloned profile is found out: both keep every result, and the clone opens a stream of its own', async () => {
  const { school, tablet } = await schoolWithTablet();
  const student = firstOf(school.students);
  tablet.data.start();
  const ids = [await mark(tablet, checkOf(student, tablet.data.newId()))];
  await allSent(tablet);
  await tablet.stop();
  await cloneProfile(tablet.name, `clone-of-${tablet.name}`);

  const one = await openClient(tablet.network, tablet.name);
  const network = clientNetwork(school.server.app);
  network.cookie = tablet.network.cookie;
  const two = await openClient(network, `clone-of-${tablet.name}`);
  closing.push(one.stop, two.stop);
  const slots: string[] = [];
  for (const client of [one, two, one, two]) {
    const id = client.data.newId();
    ids.push(id);
    slots.push(must(await client.data.append(checkOf(student, id))).slot);
  }
  // Neither can know yet: both wrote into the same slots.
  expect(slots[0]).toBe(slots[1]);
  one.data.start();
  await allSent(one);
  two.data.start();
  await allSent(two);
  const later = must(await two.data.append(checkOf(student, two.data.newId())));
  ids.push(later.id);
  expect(later.slot.split('.')[0]).not.toBe(firstOf(slots).split('.')[0]);
  await allSent(two);
  const stored = await storedIds(school.server);
  for (const id of ids) expect(stored.filter((there) => there === id)).toHaveLength(1);
});

test('[P7] a server restored from an older copy that has grown past its old counter gets everything again, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nine-of-ten-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'school.db');
  const { school, tablet } = await schoolWithTablet(path);
  closing.push(() => tablet.stop());
  const student = firstOf(school.students);
  tablet.data.start();
  const ids = [await mark(tablet, checkOf(student, tablet.data.newId(), 1))];
  await allSent(tablet);
  await school.server.settle();
  // The copy, as a backup takes it: of a server that is down.
  tablet.network.bend = offline;
  school.teacher.network.bend = offline;
  await school.server.close();
  const copy = join(folder, 'copy.db');
  await copyFile(path, copy);
  const before = await openTestServer({ path, now: Date.now() });
  tablet.network.app = before.app;
  tablet.network.bend = online;
  for (let i = 2; i < 6; i += 1)
    ids.push(await mark(tablet, checkOf(student, tablet.data.newId(), i)));
  tablet.data.syncNow();
  await allSent(tablet);
  tablet.network.bend = offline;
  await before.close();

  const restored = await openTestServer({ path: copy, now: Date.now() });
  closing.push(() => restored.close());
  school.teacher.network.app = restored.app;
  school.teacher.network.bend = online;
  for (let i = 0; i < 20; i += 1)
    await mark(school.teacher, checkOf(student, school.teacher.data.newId(), i % 10));
  school.teacher.data.syncNow();
  await allSent(school.teacher);
  tablet.network.app = restored.app;
  tablet.network.bend = online;
  ids.push(await mark(tablet, checkOf(student, tablet.data.newId(), 7)));
  tablet.data.syncNow();
  await until(tablet.data.safety, ({ unsent }) => unsent === 0);
  await expect
    .poll(async () => (await storedIds(restored)).length, { timeout: 20_000 })
    .toBeGreaterThan(26);
  await allSent(tablet);
  const stored = await storedIds(restored);
  for (const id of ids) expect(stored.filter((there) => there === id)).toHaveLength(1);
});

test('a database without a cookie: the keyring proves the device, after a restart as well', async () => {
  const { school, tablet } = await schoolWithTablet();
  tablet.network.cookie = '';
  await mark(tablet, checkOf(firstOf(school.students), tablet.data.newId()));
  const again = await tablet.restart();
  closing.push(again.stop);
  again.data.start();
  await allSent(again);
  await ready(again);
  expect(again.network.cookie).not.toBe('');
});

test('a clock that is a year ahead, and is then put right, loses nothing and dates nothing in the future', async () => {
  const { school, tablet } = await schoolWithTablet();
  closing.push(tablet.stop);
  const student = firstOf(school.students);
  const real = Date.now;
  Date.now = () => real() + 365 * 86_400_000;
  const ahead = await mark(tablet, checkOf(student, tablet.data.newId()));
  tablet.data.start();
  await allSent(tablet);
  tablet.network.bend = offline;
  const ids = [ahead, await mark(tablet, checkOf(student, tablet.data.newId()))];
  Date.now = real;
  ids.push(await mark(tablet, checkOf(student, tablet.data.newId())));
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
  const rows = await school.server.store.read((reading) =>
    reading.eventsAfter(school.server.school().row.id, 0, 1000),
  );
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    expect(Math.abs((row?.moment ?? 0) - real())).toBeLessThan(60 * 60_000);
  }
});
