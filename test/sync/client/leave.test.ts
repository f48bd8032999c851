import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Leaving } from '#data/services-leaving.ts';
import { EMAIL, PASSPHRASE, PIN } from '#test/support/server-harness.ts';
import {
  allSent,
  offline,
  online,
  openClient,
  ready,
  until,
  type Client,
} from './client-device.ts';
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
import { copyDrafts } from './profile.ts';
import { secondPlaceOf } from './second-places.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool();
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
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
const databases = async (): Promise<string[]> =>
  (await Dexie.getDatabaseNames()).filter((name) => name.includes(`${tablet.name}-`));
const stepOf = (leaving: Leaving): string =>
  leaving.state === 'working'
    ? leaving.step
    : leaving.state === 'blocked'
      ? leaving.code
      : leaving.state;
/** Numbers that the school was told are lost. */
const lostOfSchool = async (): Promise<number> => {
  const { devices } = must(await school.teacher.data.staff.devices());
  return devices.reduce((sum, { losses }) => sum + losses.length, 0);
};
/** The server's events, read as texts, of one kind. */
const kindsStored = async (): Promise<string[]> => {
  const id = school.server.school().row.id;
  const rows = await school.server.store.read((reading) => reading.eventsAfter(id, 0, 10_000));
  return rows.map(({ text }) => String(Object(JSON.parse(text)).kind));
};

test('[P15] a tablet that is given back sends everything, closes running checks, and then holds nothing', async () => {
  tablet.data.start();
  await ready(tablet);
  tablet.network.bend = offline;
  const ids = [await check(), await check()];
  const draft = runningCheck(student(), tablet.data.newId());
  must(await tablet.data.drafts.save(draft));
  const steps = new Set<string>();
  tablet.data.leaving.current.subscribe(() => steps.add(stepOf(tablet.data.leaving.current.get())));
  const leaving = tablet.data.leaving.leave();
  await until(tablet.data.leaving.current, (value) => stepOf(value) === 'offline');
  expect(await databases()).not.toEqual([]);
  tablet.network.bend = online;
  tablet.data.syncNow();
  must(await leaving);
  expect([...steps]).toEqual(expect.arrayContaining(['closing', 'offline', 'erasing', 'left']));
  const stored = await storedIds(school.server);
  for (const id of [...ids, draft.id]) expect(stored.filter((one) => one === id)).toHaveLength(1);
  expect((await kindsStored()).filter((kind) => kind === 'stream.close')).toHaveLength(1);
  expect(await databases()).toEqual([]);
  expect(secondPlaceOf(tablet.name).keys('')).toEqual([`${tablet.name}.left`]);
  expect(tablet.data.session.current.get()).toEqual({ state: 'none' });
  // The cookie lives on: that this browser was left is not taken for an accident.
  tablet = await openClient(tablet.network, tablet.name);
  tablet.data.start();
  const said = must(await tablet.data.session.hello());
  expect(said.device).not.toBe(null);
  expect(tablet.data.session.current.get()).toEqual({ state: 'none' });
});

test('[P15] while a tablet is being left nothing can be saved behind its back, and "go back to work" goes back', async () => {
  tablet.data.start();
  await ready(tablet);
  await check();
  await allSent(tablet);
  tablet.network.bend = offline;
  const before = await check();
  const leaving = tablet.data.leaving.leave();
  await until(tablet.data.leaving.current, (value) => stepOf(value) === 'offline');
  expect(await tablet.data.append(checkOf(student(), tablet.data.newId()))).toEqual({
    ok: false,
    error: { code: 'leaving' },
  });
  expect(await tablet.data.drafts.save(runningCheck(student(), tablet.data.newId()))).toEqual({
    ok: false,
    error: { code: 'leaving' },
  });
  tablet.data.leaving.stop();
  expect(await leaving).toEqual({ ok: false, error: { code: 'stopped' } });
  expect(tablet.data.leaving.current.get()).toEqual({ state: 'no' });
  const after = must(await tablet.data.append(checkOf(student(), tablet.data.newId())));
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
  const stored = await storedIds(school.server);
  for (const id of [before, after.id]) expect(stored.filter((one) => one === id)).toHaveLength(1);
  // Everything that is known to be sent is also on the tablet still.
  expect(await databases()).not.toEqual([]);
});

test('[P8] without a second copy nothing is erased', async () => {
  tablet.network.bend = async (ask, pass) => {
    const response = await pass();
    if (ask.path !== '/api/ledger' && ask.path !== '/api/events') return response;
    const text = (await response.text()).replace(/"safe":\d+/g, '"safe":0');
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  };
  tablet.data.start();
  await ready(tablet);
  await check();
  const leaving = tablet.data.leaving.leave();
  await until(tablet.data.leaving.current, (value) => stepOf(value) === 'second-copy');
  expect(await databases()).not.toEqual([]);
  tablet.network.bend = online;
  must(await leaving);
  expect(await databases()).toEqual([]);
});

test('[P15] a running check that another tab saved, and died before it could tell, is an attempt at the school before anything is erased', async () => {
  tablet.data.start();
  await ready(tablet);
  await check();
  const dead = await openClient(tablet.network);
  const draft = runningCheck(student(), tablet.data.newId());
  must(await dead.data.drafts.save(draft));
  await dead.stop();
  // What it wrote lies on this device, and nobody has said so.
  await copyDrafts(dead.name, tablet.name);
  expect(tablet.data.drafts.open.get()).toEqual([]);
  must(await tablet.data.leaving.leave());
  expect(await databases()).toEqual([]);
  expect((await storedIds(school.server)).filter((one) => one === draft.id)).toHaveLength(1);
});

/** The school takes in all events but one, which it will not. */
function refuseOne(): void {
  let refused = '';
  tablet.network.bend = async (ask, pass) => {
    const response = await pass();
    if (ask.path !== '/api/events') return response;
    const answer = (await response.json()) as { results: { id: string }[] };
    refused ||= answer.results[0]?.id ?? '';
    const results = answer.results.map((one) =>
      one.id === refused ? { ...one, outcome: 'refused', code: 'bad-row' } : one,
    );
    return Response.json({ ...answer, results });
  };
}

test('[P15] what the school refused keeps a tablet from being left, until somebody has it in a file; it asks ever more rarely', async () => {
  refuseOne();
  tablet.data.start();
  await ready(tablet);
  await check();
  await check();
  const leaving = tablet.data.leaving.leave();
  await until(tablet.data.leaving.current, (value) => stepOf(value) === 'refused');
  const asked = (): number =>
    tablet.network.asked.filter(({ path }) => path === '/api/ledger').length;
  const before = asked();
  await new Promise((done) => setTimeout(done, 10_000));
  expect(asked() - before).toBeLessThanOrEqual(2);
  expect(await databases()).not.toEqual([]);
  // Nobody has a file yet.
  expect(await tablet.data.rescue.keepsFile()).toEqual({ ok: false, error: { code: 'no-file' } });
  expect(must(await tablet.data.rescue.make()).events).toBe(1);
  expect(stepOf(tablet.data.leaving.current.get())).toBe('refused');
  must(await tablet.data.rescue.keepsFile());
  must(await leaving);
  expect(tablet.data.leaving.current.get()).toEqual({ state: 'left', filed: true });
  expect(await databases()).toEqual([]);
});

// The steps at which the page dies: it is opened again on what is there.
for (const step of ['closing', 'sending', 'offline', 'second-copy']) {
  test(`[P15] a tablet that dies while leaving (${step}) can go on, and can leave again`, async () => {
    tablet.data.start();
    await ready(tablet);
    await check();
    await allSent(tablet);
    tablet.network.bend = async (ask, pass) => {
      if (step === 'offline') return offline(ask, pass);
      const response = await pass();
      if (step !== 'second-copy' || !/ledger|events/.test(ask.path)) return response;
      const text = (await response.text()).replace(/"safe":\d+/g, '"safe":0');
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    };
    const ids = [await check()];
    void tablet.data.leaving.leave();
    await until(tablet.data.leaving.current, (value) => [step, 'left'].includes(stepOf(value)));
    await tablet.stop();
    tablet.network.bend = online;
    tablet = await openClient(tablet.network, tablet.name);
    tablet.data.start();
    ids.push(await check());
    await allSent(tablet);
    const stored = await storedIds(school.server);
    for (const id of ids) expect(stored.filter((one) => one === id)).toHaveLength(1);
    must(await tablet.data.leaving.leave());
    expect(await databases()).toEqual([]);
  });
}

for (const erased of [0, 1, 2, 3]) {
  test(`[P15] a tablet that dies with ${erased} databases erased can go on, and can leave again`, async () => {
    tablet.data.start();
    await ready(tablet);
    const ids = [await check()];
    const real = Dexie.delete.bind(Dexie);
    let left = erased;
    const spy = vi.spyOn(Dexie, 'delete').mockImplementation((name) => {
      left -= 1;
      if (left < 0) throw new DOMException('ended by the test', 'AbortError');
      return real(name);
    });
    expect(await tablet.data.leaving.leave()).toMatchObject({ error: { code: 'storage' } });
    expect(tablet.data.leaving.current.get()).toMatchObject({ state: 'blocked', code: 'storage' });
    spy.mockRestore();
    await tablet.stop();
    tablet = await openClient(tablet.network, tablet.name);
    expect(tablet.data.session.current.get().state).toBe('locked');
    tablet.data.start();
    await ready(tablet);
    ids.push(await check());
    await allSent(tablet);
    const stored = await storedIds(school.server);
    for (const id of ids) expect(stored.filter((one) => one === id)).toHaveLength(1);
    must(await tablet.data.leaving.leave());
    expect(await databases()).toEqual([]);
    expect(await lostOfSchool()).toBe(0);
  });
}

test('a device of staff is left by the last person who signs out; nobody unlocked, nothing erased', async () => {
  const { teacher } = school;
  const session = teacher.data.session.current.get();
  if (session.state !== 'unlocked') throw new Error('Not unlocked');
  teacher.data.session.lock();
  expect(await teacher.data.leaving.signOut(session.member.id)).toMatchObject({
    error: { code: 'locked' },
  });
  must(await teacher.data.session.unlock(PIN));
  must(await teacher.data.leaving.signOut(session.member.id));
  expect(teacher.data.session.current.get()).toEqual({ state: 'none' });
});

test('a teacher who signs out of a class tablet takes the key along; what they marked is sent all the same', async () => {
  tablet.data.start();
  await ready(tablet);
  const person = { email: EMAIL, passphrase: PASSPHRASE, pin: PIN, deviceName: 'Tablet 1' };
  must(await tablet.data.session.signIn(person));
  const session = tablet.data.session.current.get();
  if (session.state !== 'unlocked') throw new Error('Not unlocked');
  tablet.network.bend = offline;
  const about = `student/${student()}` as const;
  const id = await mark(tablet, { kind: 'student.rename', about, body: { set: 'A', was: null } });
  must(await tablet.data.leaving.signOut(session.member.id));
  expect(tablet.data.session.current.get()).toMatchObject({ state: 'locked', members: [] });
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
  expect((await storedIds(school.server)).filter((one) => one === id)).toHaveLength(1);
});
