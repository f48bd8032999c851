import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppliedBody } from '#domain/model/documents.ts';
import type { LedgerQuestion } from '#protocol/ledger.ts';
import type { CodeAnswer, DevicesAnswer, DoneAnswer, HeldAnswer } from '#protocol/staff-request.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import {
  EMAIL,
  enrolTablet,
  joinStaff,
  openTestServer,
  PASSPHRASE,
  PIN,
  setUpByRoute,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';
import { checkEvent, makeClass, type TestClass } from '#test/support/server-class.ts';

const MINUTE = 60_000;

let server: TestServer;
let admin: TestDevice;
let own: TestClass;
let other: TestClass;
beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
  own = await makeClass(admin, 1);
  other = await makeClass(admin, 1);
  await server.settle();
});
afterEach(() => server.close());

const idOf = (device: TestDevice): string => device.enrolment?.device.id ?? '';
type Listed = DevicesAnswer['devices'][number];

async function listed(device: TestDevice, by = admin): Promise<Listed> {
  const { devices } = await by.staff<DevicesAnswer>({ action: 'devices' });
  const found = devices.find(({ id }) => id === idOf(device));
  if (found === undefined) throw new Error('Not in the list');
  return found;
}

const lost = async (device: TestDevice): Promise<string[]> =>
  (await listed(device)).losses.map(({ first, last }) => `${first}-${last}`);

/** A ledger request of all streams on the device. */
const list = (device: TestDevice, streams: readonly Partial<LedgerQuestion>[], more: object = {}) =>
  device.post('/api/ledger', {
    clock: device.clock(),
    streams: streams.map((one) => ({
      stream: device.stream,
      high: 0,
      highId: '',
      lost: [],
      closing: false,
      drafts: 0,
      ack: null,
      ...one,
    })),
    ...more,
  });

async function codeOf(device: TestDevice, action: object): Promise<string> {
  const reply = await device.send('POST', '/api/staff', device.staffRequest(action));
  return JSON.parse(reply.text).error?.code ?? 'done';
}

const check = (tablet: TestDevice, slot: number) =>
  checkEvent(tablet, own.students[0] ?? '', { slot });

describe('what a device tells of itself', () => {
  test('its storage, its build, running checks and what it could not write are listed as last told', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    expect(await listed(tablet)).toMatchObject({
      storage: null,
      aside: 0,
      drafts: 0,
      endedAt: null,
      held: 0,
      losses: [],
    });
    const storage = { persisted: true, usage: 12_000, quota: 1e9, temporary: false };
    const two = [{ drafts: 2 }, { stream: newId(), drafts: 2 }];
    await list(tablet, two, { storage, app: 'build-7', aside: 3 });
    expect(await listed(tablet)).toMatchObject({ storage, app: 'build-7', aside: 3, drafts: 2 });
    // Numbers that no device can mean are taken as very many.
    await list(tablet, [{ drafts: 1e300 }], { aside: 2 ** 60 });
    expect(await listed(tablet)).toMatchObject({ drafts: 1_000_000, aside: 1_000_000 });
    await list(tablet, two, { storage, app: 'build-7', aside: 3 });
    // An older version of the app says nothing of these.
    await list(tablet, two);
    expect(await listed(tablet)).toMatchObject({ storage, app: 'build-7', aside: 3 });
  });
});

describe('results that were lost', () => {
  test('[P16] numbers that a device cannot read are named, with the hours in which they were made', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const before = server.clock.now;
    await tablet.push([check(tablet, 1), check(tablet, 4)]);
    server.clock.now += 10 * MINUTE;
    const named = server.clock.now;
    await list(tablet, [{ high: 4 }]);
    server.clock.now += 10 * MINUTE;
    await list(tablet, [{ high: 4, lost: [[2, 3]] }]);
    expect((await listed(tablet)).losses).toEqual([
      { stream: expect.any(Number), first: 2, last: 3, since: before, until: named },
    ]);
  });

  test('[P17] a tablet that resumes without its database: the numbers that it had named are lost', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await tablet.push([check(tablet, 1), check(tablet, 2)]);
    await list(tablet, [{ high: 5 }]);
    expect(await lost(tablet)).toEqual([]);
    await tablet.become('/api/resume', {});
    expect(await lost(tablet)).toEqual(['3-5']);
  });

  test('[P17] a tablet that was erased before it told of anything: the school knows the hours', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const heard = (await listed(tablet)).lastHeard;
    expect((await listed(tablet)).erasures).toEqual([]);
    server.clock.now += 60 * MINUTE;
    await tablet.become('/api/resume', {});
    const noticed = server.clock.now;
    expect(await listed(tablet)).toMatchObject({
      losses: [],
      // A minute before it was last heard: a request may have been on its way so long.
      erasures: [{ since: heard - 60_000, until: noticed }],
    });
    // Sixty days later it is no news any more.
    server.clock.now += 60 * 24 * 60 * MINUTE;
    expect((await listed(tablet)).erasures).toEqual([]);
  });

  test('[P17] a device of staff that was erased says so at the next sign-in', async () => {
    const school = await openTestServer();
    const person = await setUpByRoute(school);
    await list(person, [{ high: 3 }]);
    const since = school.clock.now;
    school.clock.now += 60 * MINUTE;
    await person.become('/api/sign-in', {
      email: EMAIL,
      passphrase: PASSPHRASE,
      pin: PIN,
      erased: true,
    });
    const after = await listed(person, person);
    expect(after.erasures).toEqual([{ since: since - 60_000, until: school.clock.now }]);
    await school.close();
  });

  test('[P17] a device whose right had ended, erased and enrolled anew: the hours are told of the old one', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await list(tablet, [{ high: 3 }]);
    const old = tablet.enrolment?.device.id ?? '';
    const since = server.clock.now;
    await admin.staff({ action: 'end-device', device: old });
    server.clock.now += 60 * MINUTE;
    const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [own.group] });
    await tablet.become('/api/enrol', { code, erased: true });
    expect(tablet.enrolment?.device.id).not.toBe(old);
    const { devices } = await admin.staff<DevicesAnswer>({ action: 'devices' });
    expect(devices.find(({ id }) => id === old)).toMatchObject({
      losses: [{ first: 1, last: 3 }],
      erasures: [{ since: since - 60_000, until: server.clock.now }],
    });
  });

  test('[P17] a device of staff whose right had ended, erased and signed in again: the hours are told', async () => {
    const school = await openTestServer();
    const first = await setUpByRoute(school);
    const fields = { email: EMAIL, passphrase: PASSPHRASE, pin: PIN };
    const person = school.newDevice();
    await person.become('/api/sign-in', fields);
    const old = person.enrolment?.device.id ?? '';
    await list(person, [{ high: 2 }]);
    await first.staff({ action: 'end-device', device: old });
    school.clock.now += 60 * MINUTE;
    await person.become('/api/sign-in', { ...fields, erased: true });
    const { devices } = await first.staff<DevicesAnswer>({ action: 'devices' });
    expect(devices.find(({ id }) => id === old)).toMatchObject({
      losses: [{ first: 1, last: 2 }],
      erasures: [{ until: school.clock.now }],
    });
    await school.close();
  });

  test('[P17] a new stream alone in the list says that the older one was erased', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await list(tablet, [{ high: 3 }]);
    server.clock.now += MINUTE;
    await list(tablet, [{ stream: newId(), high: 0 }]);
    expect(await lost(tablet)).toEqual(['1-3']);
    // And it is said once, whatever is asked again.
    await list(tablet, [{ stream: newId(), high: 1 }]);
    expect(await lost(tablet)).toEqual(['1-3']);
  });

  test('[P17] what comes after all is found again', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const rows = [1, 2, 3, 4].map((slot) => check(tablet, slot));
    await list(tablet, [{ high: 4, lost: [[1, 1]] }]);
    await tablet.become('/api/resume', {});
    expect(await lost(tablet)).toEqual(['1-4']);
    const answer = await tablet.push(rows.slice(0, 2));
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(await lost(tablet)).toEqual(['3-4']);
    await tablet.push(rows.slice(2));
    expect(await lost(tablet)).toEqual([]);
    await server.settle();
    await tablet.pull();
    const [progress] = [...tablet.state.values()].filter(({ kind }) => kind === 'progress');
    expect(JSON.parse(progress?.body ?? '{}').d.match(/c3\./g)).toHaveLength(4);
  });

  test('[P3] clones that go on side by side have erased nothing', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await list(tablet, [{ high: 3 }]);
    const [left, right] = [newId(), newId()];
    for (let round = 1; round <= 3; round += 1) {
      server.clock.now += MINUTE;
      await list(tablet, [{ high: 3 }, { stream: left, high: round }]);
      server.clock.now += MINUTE;
      await list(tablet, [{ high: 3 }, { stream: right, high: round }]);
    }
    expect(await lost(tablet)).toEqual([]);
  });

  test('a list that was held up on its way erases nothing, and brings nothing back', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const [first, second] = [newId(), newId()];
    await list(tablet, [{ stream: first, high: 3 }]);
    server.clock.now += MINUTE;
    await list(tablet, [
      { stream: first, high: 3 },
      { stream: second, high: 2 },
    ]);
    server.clock.now += MINUTE;
    await list(tablet, [{ stream: first, high: 3 }]);
    expect(await lost(tablet)).toEqual([]);
    await tablet.become('/api/resume', {});
    await list(tablet, [{ stream: first, high: 3 }]);
    expect((await lost(tablet)).toSorted()).toEqual(['1-2', '1-3']);
  });

  test('a stream that grows is on a living device: nothing of it is lost', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await list(tablet, [{ high: 3 }]);
    await tablet.become('/api/resume', {});
    expect(await lost(tablet)).toEqual(['1-3']);
    await list(tablet, [{ high: 4 }]);
    expect(await lost(tablet)).toEqual([]);
  });

  test('more streams than one request holds are asked about in parts, and no part erases the others', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const streams = Array.from({ length: 51 }, () => ({ stream: newId(), high: 2 }));
    await list(tablet, streams.slice(0, 50));
    server.clock.now += MINUTE;
    await list(tablet, streams.slice(50));
    expect(await lost(tablet)).toEqual([]);
  });

  test('a stream that was sent to its end is not missed', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await tablet.push([check(tablet, 1), check(tablet, 2)]);
    await list(tablet, [{ high: 2 }]);
    await tablet.become('/api/resume', {});
    expect(await lost(tablet)).toEqual([]);
  });
});

describe('the end and the return of a device', () => {
  test('an ended device carries what it holds and pulls nothing; after its return it pulls again', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const during = check(tablet, 1);
    await admin.staff<DoneAnswer>({ action: 'end-device', device: idOf(tablet) });
    const endedAt = server.clock.now;
    server.clock.now += MINUTE;
    const after = check(tablet, 2);
    expect((await listed(tablet)).endedAt).toBe(endedAt);
    const reply = await tablet.send('GET', `/api/pull?nonce=${newId()}`);
    expect([reply.status, reply.text]).toEqual([401, '{"error":{"code":"credential-ended"}}']);
    expect((await tablet.push([during, after])).results).toMatchObject([
      { outcome: 'stored' },
      { outcome: 'stored' },
    ]);
    await server.settle();
    expect((await listed(tablet)).held).toBe(1);
    const held = await admin.staff<HeldAnswer>({ action: 'held' });
    expect(held.events).toMatchObject([{ id: after.id, state: 'held', code: 'grant-ended' }]);
    await admin.staff<DoneAnswer>({ action: 'return-device', device: idOf(tablet) });
    await server.settle();
    await tablet.pull();
    // What was done meanwhile counts: the school has the device again.
    expect(tablet.body<AppliedBody>(`applied/${tablet.stream}`)).toMatchObject({
      through: 2,
      held: [],
    });
    expect(await listed(tablet)).toMatchObject({ endedAt: null, held: 0 });
  });

  test('a device that was never ended stays as it is when it is returned', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    await admin.staff<DoneAnswer>({ action: 'return-device', device: idOf(tablet) });
    expect((await listed(tablet)).endedAt).toBeNull();
    await tablet.pull();
  });

  const outcome = {
    own: 'done',
    both: 'done',
    theirs: 'done',
    colleague: 'done',
    self: 'own-device',
    none: 'not-found',
    server: 'not-found',
  };
  const denied = { ...outcome, self: 'no-authority' };
  test.each([
    ['admin', outcome],
    ['principal', outcome],
    [
      'teacher',
      { ...denied, both: 'no-authority', theirs: 'no-authority', colleague: 'no-authority' },
    ],
    [
      'volunteer',
      {
        ...denied,
        own: 'no-authority',
        both: 'no-authority',
        theirs: 'no-authority',
        colleague: 'no-authority',
      },
    ],
  ] as const)('[G1] %s: which devices they end and return', async (role, wanted) => {
    const asker =
      role === 'admin' ? admin : await joinStaff(server, admin, { role, groups: [own.group] });
    const colleague = await joinStaff(server, admin, { role: 'volunteer', groups: [own.group] });
    const devices = await server.store.read((reading) => reading.devices(admin.school));
    const targets = {
      own: idOf(await enrolTablet(server, admin, [own.group])),
      both: idOf(await enrolTablet(server, admin, [own.group, other.group])),
      theirs: idOf(await enrolTablet(server, admin, [other.group])),
      colleague: idOf(colleague),
      self: idOf(asker),
      none: newId(),
      server: devices.find(({ kind }) => kind === 'server')?.id ?? '',
    };
    const found: Record<string, string> = {};
    for (const [name, device] of Object.entries(targets))
      found[name] = await codeOf(asker, { action: 'end-device', device });
    expect(found).toEqual(wanted);
    const returned: Record<string, string> = {};
    for (const [name, device] of Object.entries(targets))
      if (name !== 'self')
        returned[name] = await codeOf(asker, { action: 'return-device', device });
    const { self: _, ...others } = wanted;
    expect(returned).toEqual(others);
    expect(await codeOf(asker, { action: 'catalog' })).toBe('done');
  });

  test('a tablet cannot give its own rights back, nor can an ended colleague', async () => {
    const principal = await joinStaff(server, admin, { role: 'principal' });
    await admin.staff<DoneAnswer>({ action: 'end-device', device: idOf(principal) });
    expect(await codeOf(principal, { action: 'return-device', device: idOf(principal) })).toBe(
      'credential-ended',
    );
    const tablet = await enrolTablet(server, admin, [own.group]);
    expect(await codeOf(tablet, { action: 'return-device', device: idOf(tablet) })).toBe(
      'no-authority',
    );
  });

  test('a right that ended earlier, for another reason, does not come back with the device', async () => {
    await server.close();
    server = await openTestServer();
    const first = await setUpByRoute(server);
    const shared = server.newDevice();
    const signIn = { email: EMAIL, passphrase: PASSPHRASE, pin: PIN };
    const early = await shared.become('/api/sign-in', signIn);
    await server.store.write((writing) =>
      writing.endGrants(first.school, idOf(shared), server.clock.now),
    );
    server.clock.now += MINUTE;
    const late = await shared.become('/api/sign-in', signIn);
    await first.staff<DoneAnswer>({ action: 'end-device', device: idOf(shared) });
    server.clock.now += MINUTE;
    await first.staff<DoneAnswer>({ action: 'return-device', device: idOf(shared) });
    const grants = await server.store.read((reading) =>
      reading.grants(first.school, [early.grant?.id ?? '', late.grant?.id ?? '']),
    );
    expect(grants.map(({ id, endedAt }) => [id, endedAt === null])).toEqual([
      [early.grant?.id, false],
      [late.grant?.id, true],
    ]);
  });
});

describe('held events', () => {
  const bad = (device: TestDevice, code: 'bad-mac' | 'refused', child = own.students[0]) => {
    const row = checkEvent(device, child ?? '');
    return code === 'refused' ? { ...row, text: 'no event' } : { ...row, mac: 'x' };
  };

  test('[G3] each role sees those of the devices in its reach, the newest first, with the event itself', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [own.group] });
    const volunteer = await joinStaff(server, admin, { role: 'volunteer', groups: [own.group] });
    const tablet = await enrolTablet(server, admin, [own.group]);
    const foreign = await enrolTablet(server, admin, [other.group]);
    const first = bad(tablet, 'bad-mac');
    await tablet.push([first]);
    await foreign.push([bad(foreign, 'bad-mac', other.students[0])]);
    server.clock.now += MINUTE;
    const second = bad(tablet, 'refused');
    await tablet.push([second]);
    await server.settle();
    const seen = await teacher.staff<HeldAnswer>({ action: 'held' });
    expect(seen.more).toBe(false);
    expect(seen.events).toEqual([
      {
        id: second.id,
        state: 'refused',
        code: 'not-json',
        kind: '',
        about: '',
        by: '',
        device: idOf(tablet),
        deviceName: 'test',
        moment: server.clock.now,
        receivedAt: server.clock.now,
        text: '',
      },
      expect.objectContaining({
        id: first.id,
        state: 'held',
        code: 'bad-mac',
        kind: 'check',
        about: `student/${own.students[0]}`,
        text: first.text,
        receivedAt: server.clock.now - MINUTE,
      }),
    ]);
    expect((await admin.staff<HeldAnswer>({ action: 'held' })).events).toHaveLength(3);
    expect(await codeOf(volunteer, { action: 'held' })).toBe('no-authority');
    expect(await codeOf(tablet, { action: 'held' })).toBe('no-authority');
    expect((await listed(tablet)).held).toBe(2);
  });

  test('[G3] what the device of a volunteer sent about a child is seen by the teacher of the group, and by no other one', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [own.group] });
    const colleague = await joinStaff(server, admin, { role: 'teacher', groups: [other.group] });
    const volunteer = await joinStaff(server, admin, { role: 'volunteer', groups: [own.group] });
    const held = bad(volunteer, 'bad-mac');
    await volunteer.push([held]);
    await server.settle();
    const { events } = await teacher.staff<HeldAnswer>({ action: 'held' });
    expect(events).toMatchObject([{ id: held.id, device: idOf(volunteer), deviceName: 'test' }]);
    expect((await colleague.staff<HeldAnswer>({ action: 'held' })).events).toEqual([]);
  });

  test('at most 200 are listed, it is said that there are more, and the others are given page by page', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    for (let i = 0; i < 3; i += 1) {
      server.clock.now += 1000;
      await tablet.push(Array.from({ length: 70 }, () => bad(tablet, 'bad-mac')));
    }
    await server.settle();
    const { events, more } = await admin.staff<HeldAnswer>({ action: 'held' });
    expect([events.length, more]).toEqual([200, true]);
    const { receivedAt = 0, id = '' } = events.at(-1) ?? {};
    const rest = await admin.staff<HeldAnswer>({ action: 'held', after: { receivedAt, id } });
    expect([rest.events.length, rest.more]).toEqual([10, false]);
    const all = [...events, ...rest.events];
    expect(new Set(all.map((event) => event.id)).size).toBe(210);
    const times = all.map((event) => event.receivedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('those of another school are in no list', async () => {
    const tablet = await enrolTablet(server, admin, [own.group]);
    const far = newId();
    await server.store.write(async (writing) => {
      await writing.addSchool({ id: far, createdAt: 1, sealingKey: '' });
      const stream = newId();
      await writing.addStream(far, { stream, branch: 0, short: 1, device: idOf(tablet) });
      const slot = { stream, slot: 1, branch: 0, id: newId(), receipt: 0, code: 'not-json', at: 5 };
      await writing.cover(far, [slot]);
    });
    expect((await admin.staff<HeldAnswer>({ action: 'held' })).events).toEqual([]);
    expect((await listed(tablet)).held).toBe(0);
  });
});
