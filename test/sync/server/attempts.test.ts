import { afterEach, beforeEach, expect, test } from 'vitest';
import { refToEvent } from '#domain/changes/refs.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import type { AppliedBody, ProgressBody } from '#domain/model/documents.ts';
import { unpackDigests } from '#domain/mastery/digest.ts';
import type { AttemptsAnswer } from '#protocol/attempts-answer.ts';
import type { EventRow } from '#protocol/event.ts';
import { checkEvent, firstCheck, makeClass, type TestClass } from '#test/support/server-class.ts';
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
let own: TestClass;
let tablet: TestDevice;
let student: string;
let check: EventRow;

beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
  own = await makeClass(admin, 2);
  student = own.students[0] ?? '';
  tablet = await enrolTablet(server, admin, [own.group]);
  check = checkEvent(tablet, student, { right: 7 });
  await tablet.push([check]);
});
afterEach(() => server.close());

const ask = (device: TestDevice, places: readonly object[]): Promise<AttemptsAnswer> =>
  device.staff<AttemptsAnswer>({ action: 'attempts', places });

/** Where progress says that the attempts of a student stand. */
async function placesOf(of: string): Promise<{ stream: number; slot: number }[]> {
  await server.settle();
  await admin.pull();
  const body = admin.body<ProgressBody>(`progress/${of}/${firstCheck().course.id}`);
  const digests = unpackDigests(body?.d ?? '');
  if (!digests.ok) throw new Error(digests.error.code);
  return digests.value.map(({ stream, slot }) => ({ stream, slot }));
}

test('[G6] a teacher of the student gets the attempt byte for byte, and the name of the device', async () => {
  const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [own.group] });
  const places = await placesOf(student);
  const { events } = await ask(teacher, places);
  expect(events).toEqual([{ ...places[0], device: 'test', text: check.text }]);
});

test('[G6] whoever does not reach the student gets nothing, and is not told that there is something', async () => {
  const other = await makeClass(admin, 1);
  const places = await placesOf(student);
  for (const role of ['teacher', 'volunteer'] as const) {
    const stranger = await joinStaff(server, admin, { role, groups: [other.group] });
    expect((await ask(stranger, places)).events).toEqual([]);
  }
  const principal = await joinStaff(server, admin, { role: 'principal' });
  expect((await ask(principal, places)).events).toHaveLength(1);
});

test('[G6] reach is as the groups are now: who left the class takes the attempts along', async () => {
  const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [own.group] });
  const other = await makeClass(admin, 1);
  const places = await placesOf(student);
  // Two settings of one moment would be decided by their ids.
  server.clock.now += 60_000;
  await admin.push([
    admin.event('group.student', `group/${own.group}`, {
      op: 'remove',
      member: asId<StudentId>(student),
    }),
    admin.event('group.student', `group/${other.group}`, {
      op: 'add',
      member: asId<StudentId>(student),
    }),
  ]);
  expect((await ask(teacher, places)).events).toEqual([]);
});

test('[G6] what sets an attempt aside is given with its reason; a decision or a rename is not', async () => {
  const { course, objective } = firstCheck();
  const target = { course: course.id, objective: objective.id };
  const withdraw = admin.event(
    'attempt.withdraw',
    `student/${student}`,
    { ...target, reason: 'had-help' },
    { refs: [refToEvent(check.id)] },
  );
  const judgement = { ...target, rev: objective.rev, decision: 'excused', reason: 'x' } as const;
  await admin.push([
    withdraw,
    admin.event('judgement', `student/${student}`, judgement),
    admin.event('student.rename', `student/${student}`, { set: 'New', was: null }),
  ]);
  const places = await placesOf(student);
  expect(places).toHaveLength(3);
  const short = admin.body<AppliedBody>(`applied/${admin.stream}`)?.short ?? 0;
  const all = Array.from({ length: admin.slot }, (_, i) => ({ stream: short, slot: i + 1 }));
  const { events } = await ask(admin, [...places, ...all]);
  expect(new Set(events.map(({ text }) => text))).toEqual(new Set([check.text, withdraw.text]));
});

test('[G6] of an erased student nothing is left to give', async () => {
  const places = await placesOf(student);
  await admin.push([admin.event('student.erase', `student/${student}`, {})]);
  await server.settle();
  expect((await ask(admin, places)).events).toEqual([]);
});

test('[G6] the evidence of a joined record is in the reach of who has the other', async () => {
  const other = await makeClass(admin, 1);
  const kept = other.students[0] ?? '';
  const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [other.group] });
  const places = await placesOf(student);
  expect((await ask(teacher, places)).events).toEqual([]);
  await admin.push([
    admin.event('student.merge', `student/${student}`, { into: asId<StudentId>(kept) }),
  ]);
  await server.settle();
  expect((await ask(teacher, places)).events).toHaveLength(1);
});

test('[G5] a class tablet cannot ask, and places that do not exist are left out', async () => {
  const reply = await tablet.send(
    'POST',
    '/api/staff',
    tablet.staffRequest({ action: 'attempts', places: [{ stream: 1, slot: 1 }] }),
  );
  expect(JSON.parse(reply.text)).toEqual({ error: { code: 'no-authority' } });
  expect((await ask(admin, [{ stream: 999_999_999, slot: 1 }])).events).toEqual([]);
  const none = admin.staffRequest({ action: 'attempts', places: [] });
  expect((await admin.send('POST', '/api/staff', none)).status).toBe(400);
});

test('[P3] of a forked slot each branch gives its own attempt', async () => {
  const other = checkEvent(tablet, own.students[1] ?? '', { slot: 1, id: newId() });
  await tablet.push([other]);
  const [first] = await placesOf(student);
  const [second] = await placesOf(own.students[1] ?? '');
  expect(first?.slot).toBe(second?.slot);
  expect(first?.stream).not.toBe(second?.stream);
  const { events } = await ask(admin, [first ?? {}, second ?? {}]);
  expect(events.map(({ stream, text }) => [stream, text])).toEqual([
    [first?.stream, check.text],
    [second?.stream, other.text],
  ]);
});
