import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogAnswer, CodeAnswer, DevicesAnswer } from '#protocol/staff-request.ts';
import type { Hello } from '#protocol/enrolment.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import { newSetupToken } from '#server/usecases/set-up.ts';
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
import { checkEvent, makeClass } from '#test/support/server-class.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

const codeOf = (reply: { text: string }): string => JSON.parse(reply.text).error?.code ?? 'none';
const setupBody = (token: string) => ({
  nonce: newId(),
  token,
  school: { name: 'Oak', timeZone: 'Europe/Madrid', language: 'es' },
  member: { name: 'First', email: EMAIL, passphrase: PASSPHRASE, pin: PIN },
  deviceName: 'Desk',
});

describe('set-up', () => {
  test('the token works once, and only the newest one', async () => {
    const device = server.newDevice();
    const old = await newSetupToken(server.store);
    const token = await newSetupToken(server.store);
    expect(codeOf(await device.send('POST', '/api/setup', setupBody(old)))).toBe('wrong-token');
    expect(codeOf(await device.send('POST', '/api/setup', setupBody('')))).toBe('wrong-token');
    const done = await device.send('POST', '/api/setup', setupBody(token));
    expect([done.status, JSON.parse(done.text).school]).toMatchObject([
      200,
      { name: 'Oak', language: 'es' },
    ]);
    expect(codeOf(await server.newDevice().send('POST', '/api/setup', setupBody(token)))).toBe(
      'already-set-up',
    );
  });

  test('what it makes is in the log, so that state can be derived again', async () => {
    const admin = await setUpByRoute(server);
    const kinds = await server.store.read(async (reading) =>
      (await reading.eventsAfter(admin.school, 0, 100)).map(({ text }) => JSON.parse(text).kind),
    );
    expect(kinds).toEqual([
      'school.name',
      'school.time-zone',
      'school.language',
      'school.key',
      'member.add',
    ]);
    await admin.pull();
    expect(admin.body('school')).toMatchObject({
      name: 'Oak School',
      key: expect.stringMatching(/^B[A-Za-z0-9_-]{86}$/),
    });
  });

  test('a time zone that does not exist is malformed, and the token is not spent', async () => {
    const token = await newSetupToken(server.store);
    const body = setupBody(token);
    const wrong = { ...body, school: { ...body.school, timeZone: 'Mars/Olympus' } };
    const reply = await server.newDevice().send('POST', '/api/setup', wrong);
    expect([reply.status, reply.text]).toEqual([
      400,
      '{"error":{"code":"malformed","path":"/school/timeZone"}}',
    ]);
    expect((await server.newDevice().send('POST', '/api/setup', body)).status).toBe(200);
  });

  test('neither the passphrase, the PIN nor the token is stored', async () => {
    const token = await newSetupToken(server.store);
    const device = server.newDevice();
    await device.send('POST', '/api/setup', setupBody(token));
    const kept = await server.store.read(async (reading) => {
      const [school] = await reading.schools();
      return JSON.stringify([
        await reading.account(school?.id ?? '', EMAIL),
        await reading.setting('setup-token'),
      ]);
    });
    for (const secret of [PASSPHRASE, `"${PIN}"`, token]) expect(kept).not.toContain(secret);
    expect(server.lines.join('')).not.toContain(token);
  });
});

describe('sign-in', () => {
  const signIn = (device: TestDevice, change: object = {}) =>
    device.send('POST', '/api/sign-in', {
      nonce: newId(),
      email: EMAIL,
      passphrase: PASSPHRASE,
      pin: PIN,
      deviceName: 'Tablet',
      ...change,
    });

  test('an unknown email, a wrong passphrase and a wrong PIN are answered alike', async () => {
    await setUpByRoute(server);
    const replies = await Promise.all([
      signIn(server.newDevice(), { email: 'nobody@school.example' }),
      signIn(server.newDevice(), { passphrase: 'something else' }),
      signIn(server.newDevice(), { pin: '9999' }),
    ]);
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['401 {"error":{"code":"wrong-sign-in"}}']),
    );
  });

  test('a person on a new browser gets a device, on a known device only a right', async () => {
    const admin = await setUpByRoute(server);
    const other = server.newDevice();
    const first = await other.become('/api/sign-in', {
      email: EMAIL.toUpperCase(),
      passphrase: PASSPHRASE,
      pin: PIN,
    });
    const second = await other.become('/api/sign-in', {
      email: EMAIL,
      passphrase: PASSPHRASE,
      pin: PIN,
    });
    expect(first.device.id).not.toBe(admin.enrolment?.device.id);
    expect(second.device).toEqual(first.device);
    expect(second.grant?.id).not.toBe(first.grant?.id);
    expect(first.member).toEqual({ id: admin.member, name: 'First Person' });
    await other.pull();
    expect(other.state.has('school')).toBe(true);
  });

  test('the cookie is HttpOnly, strict, and Secure under https', async () => {
    await setUpByRoute(server);
    const plain = await signIn(server.newDevice());
    expect(plain.headers['set-cookie']).toMatch(
      /; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Strict$/,
    );
  });
});

describe('class tablets', () => {
  test('a code is good for one tablet, for fifteen minutes', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    const answer = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
    expect(answer.code).toMatch(/^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{8}$/);
    expect(answer.url).toBe(`http://localhost/enrol#${answer.code}`);
    const enrol = (code: string) =>
      server.newDevice().send('POST', '/api/enrol', { nonce: newId(), code, deviceName: 'T' });
    expect((await enrol(answer.code)).status).toBe(200);
    expect(codeOf(await enrol(answer.code))).toBe('wrong-code');
    const late = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
    server.clock.now = late.until + 1;
    expect(codeOf(await enrol(late.code))).toBe('wrong-code');
    expect(codeOf(await enrol('22222222'))).toBe('wrong-code');
  });

  test('guessing codes is slowed down', async () => {
    await setUpSchool(server);
    const guess = () =>
      server
        .newDevice()
        .send('POST', '/api/enrol', { nonce: newId(), code: '22222222', deviceName: 'T' });
    const tries = [];
    for (let i = 0; i < 31; i += 1) tries.push(await guess());
    expect(tries.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 30 }, () => 403),
      429,
    ]);
    expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    server.clock.now += 60_000;
    expect((await guess()).status).toBe(403);
  });

  test('a code of a tablet is no invitation, and the other way round', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    const tablet = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
    const invite = await admin.staff<CodeAnswer>({
      action: 'invite',
      name: 'C',
      email: 'c@school.example',
      role: 'teacher',
      groups: [],
    });
    expect(invite.url).toBe(`http://localhost/join#${invite.code}`);
    const join = {
      nonce: newId(),
      code: tablet.code,
      passphrase: PASSPHRASE,
      pin: PIN,
      deviceName: 'D',
    };
    expect(codeOf(await server.newDevice().send('POST', '/api/join', join))).toBe('wrong-code');
    const enrol = { nonce: newId(), code: invite.code, deviceName: 'D' };
    expect(codeOf(await server.newDevice().send('POST', '/api/enrol', enrol))).toBe('wrong-code');
  });

  test('an erased database with a living cookie gets a new right, and the old one still signs', async () => {
    const admin = await setUpSchool(server);
    const { group, students } = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [group]);
    const before = checkEvent(tablet, students[0] ?? '');
    const old = tablet.grant;
    const resumed = await tablet.become('/api/resume', {});
    expect(resumed.device).toEqual({
      id: tablet.enrolment?.device.id,
      kind: 'class-tablet',
      name: 'test',
    });
    expect(resumed.grant?.id).not.toBe(old?.id);
    tablet.stream = newId();
    tablet.slot = 0;
    await tablet.push([before, checkEvent(tablet, students[0] ?? '')]);
    await server.settle();
    await tablet.pull();
    expect(tablet.body(`applied/${tablet.stream}`)).toMatchObject({ through: 1, held: [] });
    const stranger = server.newDevice();
    expect(codeOf(await stranger.send('POST', '/api/resume', { nonce: newId() }))).toBe(
      'no-credential',
    );
  });

  test('a living database without a cookie proves itself with the device key, once', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [group]);
    const device = tablet.enrolment?.device.id ?? '';
    const renewal = (at: number, key: string) => {
      const nonce = newId();
      return { nonce, device, at, mac: sign(hmacKey(key), `renew.${device}.${nonce}.${at}`) };
    };
    tablet.cookie = '';
    const key = tablet.enrolment?.deviceKey ?? '';
    const good = renewal(server.clock.now, key);
    const statuses = [];
    for (const body of [
      renewal(server.clock.now, newId()),
      renewal(server.clock.now - 3_600_000, key),
      good,
      good,
    ]) {
      const fresh = server.newDevice();
      const reply = await fresh.send('POST', '/api/renew', body);
      statuses.push(reply.status);
      if (reply.status === 200) tablet.cookie = fresh.cookie;
    }
    expect(statuses).toEqual([401, 401, 200, 401]);
    await tablet.pull();
    expect(tablet.state.has(`group/${group}`)).toBe(true);
  });

  test('a lost device whose rights were ended gets a cookie that only carries', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [group]);
    const device = tablet.enrolment?.device.id ?? '';
    await server.store.write(async (writing) => {
      await writing.endGrants(admin.school, device, server.clock.now);
      await writing.endCredentials(admin.school, device, server.clock.now);
    });
    const nonce = newId();
    const at = server.clock.now;
    const mac = sign(hmacKey(tablet.enrolment?.deviceKey ?? ''), `renew.${device}.${nonce}.${at}`);
    tablet.cookie = '';
    expect((await tablet.send('POST', '/api/renew', { nonce, device, at, mac })).status).toBe(200);
    await expect(tablet.page()).rejects.toThrow('credential-ended');
    expect((await tablet.ledger()).ledger).toHaveLength(1);
  });
});

describe('what staff ask', () => {
  test('[G5] the cookie of a class tablet can ask for nothing', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [group]);
    const own = tablet.staffRequest({ action: 'devices' });
    expect(codeOf(await tablet.send('POST', '/api/staff', own))).toBe('no-authority');
    // With a request that a teacher signed on another device.
    expect(
      codeOf(await tablet.send('POST', '/api/staff', admin.staffRequest({ action: 'devices' }))),
    ).toBe('no-authority');
  });

  test('[G5] a request is good once, for its nonce, for some minutes', async () => {
    const admin = await setUpSchool(server);
    const request = admin.staffRequest({ action: 'catalog' });
    const codes = [];
    for (const body of [
      request,
      request,
      admin.staffRequest({ action: 'catalog' }, { innerNonce: newId() }),
      admin.staffRequest({ action: 'catalog' }, { now: server.clock.now - 3_600_000 }),
      { ...admin.staffRequest({ action: 'catalog' }), mac: sign(hmacKey('x'), 'y') },
      admin.staffRequest({ action: 'no-such-thing' }),
    ]) {
      codes.push(codeOf(await admin.send('POST', '/api/staff', body)));
    }
    expect(codes).toEqual(['none', 'replayed', 'replayed', 'stale', 'no-authority', 'malformed']);
  });

  test('a teacher can enrol tablets of their own groups and invite volunteers, nobody above', async () => {
    const admin = await setUpSchool(server);
    const [own, other] = [await makeClass(admin, 1), await makeClass(admin, 1)];
    await server.settle();
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [own.group] });
    const ask = async (action: object): Promise<string> =>
      codeOf(await teacher.send('POST', '/api/staff', teacher.staffRequest(action)));
    const invite = (role: string, groups: string[]) => ({
      action: 'invite',
      name: 'C',
      email: `${newId()}@school.example`,
      role,
      groups,
    });
    expect(await ask({ action: 'tablet-code', groups: [own.group] })).toBe('none');
    expect(await ask({ action: 'tablet-code', groups: [own.group, other.group] })).toBe(
      'no-authority',
    );
    expect(await ask(invite('volunteer', [own.group]))).toBe('none');
    expect(await ask(invite('volunteer', [other.group]))).toBe('no-authority');
    expect(await ask(invite('teacher', [own.group]))).toBe('no-authority');
    expect(await ask({ ...invite('volunteer', []), email: EMAIL })).toBe('email-taken');
  });

  test('the list of devices names tablets and what waits on them; the catalog names courses', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [group]);
    tablet.slot = 4;
    await tablet.ledger();
    const { devices } = await admin.staff<DevicesAnswer>({ action: 'devices' });
    expect(devices.map(({ kind, groups, waiting }) => [kind, groups, waiting])).toEqual([
      ['staff', [], 0],
      ['class-tablet', [group], 4],
    ]);
    const { courses } = await admin.staff<CatalogAnswer>({ action: 'catalog' });
    expect(courses.length).toBeGreaterThan(1);
    expect(courses.every(({ units }) => units.every(({ objectives }) => objectives > 0))).toBe(
      true,
    );
  });

  test('a colleague who joins is known to the school, with their groups', async () => {
    const admin = await setUpSchool(server);
    const { group } = await makeClass(admin, 1);
    await server.settle();
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group] });
    expect(teacher.grant).toMatchObject({
      holder: 'teacher',
      member: `member/${teacher.member}`,
      scope: [group],
    });
    await admin.pull();
    expect(admin.body(`member/${teacher.member}`)).toMatchObject({
      name: 'A Colleague',
      role: 'teacher',
    });
    expect(admin.body(`group/${group}`)).toMatchObject({
      staff: { [teacher.member]: { on: true } },
    });
  });
});

test('hello tells a stranger the name of the school and nothing else', async () => {
  const stranger = server.newDevice();
  const ask = async (device: TestDevice): Promise<Hello> =>
    JSON.parse((await device.send('GET', `/api/hello?nonce=${newId()}`)).text) as Hello; // the server's own answer
  expect(await ask(stranger)).toMatchObject({
    school: null,
    device: null,
    publicUrl: 'http://localhost',
  });
  const admin = await setUpSchool(server);
  expect(await ask(stranger)).toMatchObject({
    school: { name: 'Oak School', language: 'en' },
    device: null,
  });
  expect((await ask(admin)).device).toEqual({ id: admin.enrolment?.device.id, kind: 'staff' });
  expect((await stranger.send('GET', '/api/hello')).status).toBe(400);
});
