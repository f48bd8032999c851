import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  busy,
  allSent,
  offline,
  online,
  ready,
  until,
  type Bend,
  type Client,
} from './client-device.ts';
import {
  addTablet,
  checkOf,
  makeSchool,
  mark,
  runningCheck,
  storedIds,
  type School,
} from './school.ts';

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

const html = (): Response =>
  new Response('<h1>Welcome to the hotel</h1>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });
const json = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json' } });

const LIES: Readonly<Record<string, Bend>> = {
  'a portal answers 200 with a page': async () => html(),
  'a portal answers 200 with JSON': async () => json('{"status":"ok"}'),
  'half of the answer comes': async (_, pass) => json((await (await pass()).text()).slice(0, 40)),
  'the answer is lost after the server has stored everything': async (_, pass) => {
    await pass();
    throw new TypeError('Failed to fetch');
  },
  'the answer echoes another nonce': async (_, pass) =>
    json((await (await pass()).text()).replace(/"nonce":"[^"]*"/, '"nonce":"anothernonce1"')),
  'the answer names other ids': async (_, pass) =>
    json((await (await pass()).text()).replace(/"id":"[^"]*"/g, '"id":"someoneelsesevent0000x"')),
  'the server fails': async () => json('{"error":{"code":"internal"}}', 500),
  'the server answers 500 with nothing': async () => new Response('', { status: 500 }),
};

describe('[P6] "sent" is said only after an answer to our nonce named the id', () => {
  test.for(Object.entries(LIES))('%s', async ([, lie]) => {
    const [student] = school.students;
    if (student === undefined) throw new Error('No student');
    let lies = 0;
    tablet.network.bend = async (ask, pass) => {
      if (!ask.path.startsWith('/api/events')) return pass();
      lies += 1;
      return lie(ask, pass);
    };
    const ids = [
      await mark(tablet, checkOf(student, tablet.data.newId())),
      await mark(tablet, checkOf(student, tablet.data.newId(), 3)),
    ];
    const states = new Set<string>();
    tablet.data.safety.subscribe(() =>
      states.add(`${tablet.data.safety.get().state} ${tablet.data.safety.get().unsent}`),
    );
    tablet.data.start();
    await expect.poll(() => lies, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    expect(tablet.data.safety.get()).toMatchObject({ unsent: 2 });
    expect([...states].filter((state) => state.startsWith('all-sent'))).toEqual([]);
    tablet.network.bend = online;
    tablet.data.syncNow();
    await allSent(tablet);
    const stored = await storedIds(school.server);
    for (const id of ids) expect(stored.filter((one) => one === id)).toHaveLength(1);
  });
});

test('[P6] a running check keeps "all sent" away, and held results are named beside it', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  // Not from this school: held by the server, kept, and named.
  const wrong = checkOf(student, tablet.data.newId());
  if (wrong.kind !== 'check') throw new Error('Not a check');
  const held = await mark(tablet, {
    ...wrong,
    body: { ...wrong.body, form: { ...wrong.body.form, hash: 'another-form' } },
  });
  tablet.data.start();
  await ready(tablet);
  await allSent(tablet);
  await school.server.settle();
  tablet.data.syncNow();
  const safety = await until(tablet.data.safety, (value) => value.held.length > 0);
  expect(safety).toMatchObject({ state: 'all-sent', unsent: 0 });
  expect(safety.held.map(({ id }) => id)).toEqual([held]);
  await tablet.data.drafts.save(runningCheck(student, tablet.data.newId()));
  expect(tablet.data.safety.get()).toMatchObject({ state: 'waiting', openDrafts: 1, unsent: 0 });
});

test('offline is no error: results are saved, counted, and leave by themselves when the network is back', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  tablet.data.start();
  await ready(tablet);
  tablet.network.bend = offline;
  await mark(tablet, checkOf(student, tablet.data.newId()));
  tablet.data.syncNow();
  await until(tablet.data.safety, ({ state }) => state === 'offline');
  expect(tablet.data.safety.get()).toMatchObject({ unsent: 1, reason: null });
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
});

test('a school that is busy is not a network that is gone: it says so, and goes on by itself', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  tablet.network.bend = busy;
  await mark(tablet, checkOf(student, tablet.data.newId()));
  tablet.data.start();
  await until(tablet.data.safety, ({ state }) => state === 'busy');
  expect(tablet.data.safety.get()).toMatchObject({ unsent: 1, reason: null });
  await until(tablet.data.firstSync, (value) => value.state === 'waiting' && value.code === 'busy');
  tablet.network.bend = online;
  await allSent(tablet);
});

test('a device whose cookie is gone gets it back with its key and sends everything', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  tablet.network.cookie = '';
  await mark(tablet, checkOf(student, tablet.data.newId()));
  tablet.data.start();
  await allSent(tablet);
  expect(tablet.network.cookie).not.toBe('');
  expect(tablet.network.asked.filter(({ path }) => path === '/api/renew')).toHaveLength(1);
});

test('250 results leave in requests that the server takes, and one that is refused blocks none', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  for (let i = 0; i < 250; i += 1)
    await mark(tablet, checkOf(student, tablet.data.newId(), i % 11));
  tablet.data.start();
  await allSent(tablet);
  const sizes = tablet.network.asked
    .filter(({ path }) => path === '/api/events')
    .map(({ body }) => (JSON.parse(body) as { events: unknown[] }).events.length); // our own request
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(250);
});
