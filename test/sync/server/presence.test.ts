import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId, type StudentId } from '#domain/model/ids.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import type { PresentCheck } from '#protocol/presence.ts';
import { createPresence } from '#server/usecases/presence.ts';
import { makeClass, type TestClass } from '#test/support/server-class.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  joinStaff,
  openTestServer,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';

let server: TestServer;
let admin: TestDevice;
let ours: TestClass;
let others: TestClass;
let tablet: TestDevice;

beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
  ours = await makeClass(admin, 2);
  others = await makeClass(admin, 1);
  await server.settle();
  tablet = await enrolTablet(server, admin, [ours.group]);
});
afterEach(() => server.close());

const at = (student: string | undefined, change: Partial<PresentCheck> = {}): PresentCheck => ({
  student: student ?? '',
  course: 'math',
  objective: 'add',
  place: 4,
  of: 10,
  answered: [1, 2, 3],
  state: 'working',
  ...change,
});
const say = (device: TestDevice, ...checks: PresentCheck[]) =>
  device.send('POST', '/api/presence', { nonce: newId(), checks });
const codeOf = (reply: { text: string }): string => JSON.parse(reply.text).error?.code ?? 'none';
const seenBy = async (staff: TestDevice, group = ours.group) =>
  (await staff.staff<PresenceList>({ action: 'presence', group })).checks;

describe('who is at work', () => {
  test('[L1] staff see the latest word of a device, for a minute', async () => {
    await say(tablet, at(ours.students[0]));
    await say(tablet, at(ours.students[0], { place: 5, answered: [1, 2, 3, 4] }));
    expect(await seenBy(admin)).toEqual([
      { ...at(ours.students[0], { place: 5, answered: [1, 2, 3, 4] }), heardAt: server.clock.now },
    ]);
    server.clock.now += 59_000;
    expect(await seenBy(admin)).toHaveLength(1);
    server.clock.now += 1000;
    expect(await seenBy(admin)).toEqual([]);
  });

  test('[L1] an empty word takes back what was said, and nothing of it is stored', async () => {
    const before = await server.store.read((reading) => reading.counters(admin.school));
    await say(tablet, at(ours.students[0]));
    await say(tablet);
    expect(await seenBy(admin)).toEqual([]);
    const after = await server.store.read((reading) => reading.counters(admin.school));
    expect(after).toEqual(before);
  });

  test('[L1] of too many devices those are remembered that spoke last', () => {
    const presence = createPresence(2);
    for (const device of ['a', 'b', 'a', 'c']) presence.say(device, [at('x')], 0);
    expect(presence.words(1).map(({ device }) => device)).toEqual(['a', 'c']);
  });

  test('[L2] a teacher sees own groups only, a tablet of children and cookie sees none', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [ours.group] });
    await say(tablet, at(ours.students[0]));
    expect(await seenBy(teacher)).toHaveLength(1);
    const foreign = teacher.staffRequest({ action: 'presence', group: others.group });
    expect(codeOf(await teacher.send('POST', '/api/staff', foreign))).toBe('no-authority');
    const asTablet = tablet.staffRequest({ action: 'presence', group: ours.group });
    expect(codeOf(await tablet.send('POST', '/api/staff', asTablet))).toBe('no-authority');
  });

  test('[L2] a device speaks of no child that it does not have', async () => {
    await say(tablet, at(others.students[0]), at(ours.students[1]), at('nobody'));
    expect(await seenBy(admin, others.group)).toEqual([]);
    expect((await seenBy(admin)).map(({ student }) => student)).toEqual([ours.students[1]]);
    const helper = await joinStaff(server, admin, { role: 'volunteer', groups: [others.group] });
    await say(helper, at(ours.students[0]), at(others.students[0]));
    expect(await seenBy(admin)).toHaveLength(1);
    expect(await seenBy(admin, others.group)).toHaveLength(1);
  });

  test('[L2] a record that stands for one of the group is one of the group', async () => {
    const [first = ''] = ours.students;
    const twin = newId();
    await admin.push([
      admin.event('student.add', `student/${twin}`, {
        name: 'Child 1',
        avatar: 'fox',
        secret: [1, 2, 3],
        badge: newId(),
      }),
      admin.event('student.merge', `student/${first}`, { into: asId<StudentId>(twin) }),
    ]);
    await server.settle();
    await say(tablet, at(twin));
    expect((await seenBy(admin)).map(({ student }) => student)).toEqual([twin]);
  });

  test('[L3] an ended credential is answered and not heard, an unknown one is told so', async () => {
    await admin.staff({ action: 'end-device', device: tablet.enrolment?.device.id ?? '' });
    const reply = await say(tablet, at(ours.students[0]));
    expect(reply.status).toBe(200);
    expect(await seenBy(admin)).toEqual([]);
    expect(codeOf(await say(server.newDevice(), at(ours.students[0])))).toBe('no-credential');
  });

  test('[L3] one that speaks or asks without end is told to wait', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await say(tablet)).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([
      30, 429,
    ]);
    server.clock.now += 60_000;
    const asked: number[] = [];
    for (let i = 0; i < 121; i += 1) {
      const request = admin.staffRequest({ action: 'presence', group: ours.group });
      asked.push((await admin.send('POST', '/api/staff', request)).status);
    }
    expect([asked.filter((status) => status === 200).length, asked.at(-1)]).toEqual([120, 429]);
  });
});
