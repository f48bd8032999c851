/** A school for client tests: a server, a teacher's device that made a class, and a class tablet. */
import { formOfObjective } from '#domain/items/objective-form.ts';
import { accepted } from '#domain/items/graders.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { asId, type EventId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import { avatars } from './avatars.ts';
import type { CheckDraft, NewEvent } from '#data/services.ts';
import { newSetupToken } from '#server/usecases/set-up.ts';
import {
  EMAIL,
  openTestServer,
  PASSPHRASE,
  PIN,
  type TestServer,
} from '#test/support/server-harness.ts';
import { firstCheck } from '#test/support/server-class.ts';
import { clientNetwork, openClient, type Client, type ClientNetwork } from './client-device.ts';

export interface School {
  readonly server: TestServer;
  readonly teacher: Client;
  readonly group: GroupId;
  readonly students: readonly StudentId[];
}

function must<T>(
  result: { ok: true; value: T } | { ok: false; error: { code: string; detail?: string } },
): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}
export { must };

/** Appends and expects it to be saved. */
export async function mark(client: Client, event: NewEvent): Promise<EventId> {
  return must(await client.data.append(event)).id;
}

/** A school whose admin, on this client, is unlocked and has made a class. Nothing is sent before `start`. */
export async function makeSchool(size = 2, path?: string): Promise<School> {
  const server = await openTestServer({ now: Date.now(), ...(path === undefined ? {} : { path }) });
  const teacher = await openClient(clientNetwork(server.app));
  const member = { name: 'First Person', email: EMAIL, passphrase: PASSPHRASE, pin: PIN };
  const school = { name: 'Oak School', timeZone: 'Europe/Madrid', language: 'en' } as const;
  const token = await newSetupToken(server.store);
  must(await teacher.data.session.setUp({ token, school, member, deviceName: 'Teacher tablet' }));
  const group = asId<GroupId>(teacher.data.newId());
  const students = Array.from({ length: size }, () => asId<StudentId>(teacher.data.newId()));
  const about = `group/${group}` as const;
  await mark(teacher, { kind: 'group.add', about, body: { name: 'Class 3B' } });
  for (const [i, student] of students.entries()) {
    const body = {
      name: `Child ${i + 1}`,
      avatar: avatars[i] ?? 'fox',
      secret: [1, 2, 3],
      badge: teacher.data.newId(),
    } as const;
    await mark(teacher, { kind: 'student.add', about: `student/${student}`, body });
    await mark(teacher, { kind: 'group.student', about, body: { op: 'add', member: student } });
  }
  const { course } = firstCheck();
  await mark(teacher, {
    kind: 'course.use',
    about,
    body: { course: course.id, set: course.units.map(({ id }) => id), was: null },
  });
  return { server, teacher, group, students };
}

/** A class tablet of the group; `teacher` is unlocked and online. */
export async function addTablet(
  { server, teacher, group }: School,
  network: ClientNetwork = clientNetwork(server.app),
): Promise<Client> {
  const { code } = must(await teacher.data.staff.tabletCode([group]));
  const tablet = await openClient(network);
  must(await tablet.data.session.enrolTablet({ code, deviceName: 'Tablet 1' }));
  return tablet;
}

/** A finished check of the first objective, so many items right. */
export function checkOf(student: StudentId, id: EventId, right?: number): NewEvent {
  const { course, objective } = firstCheck();
  const seed = textHash(id);
  const form = must(formOfObjective(objective, seed, []));
  const check = objective.check;
  if (check === undefined) throw new Error('No check');
  const correct = right ?? form.items.length;
  return {
    kind: 'check',
    id,
    about: `student/${student}`,
    by: `student/${student}`,
    body: {
      course: course.id,
      objective: objective.id,
      rev: objective.rev,
      form: { generator: check.family, version: check.version, seed, avoid: [], hash: form.hash },
      answers: form.items.map((item, i) => ({
        key: String(i + 1),
        raw: i < correct ? accepted(item.answer) : '99999',
        ms: 4000,
      })),
      claim: { correct, of: form.items.length },
      activeMs: 40_000,
      absences: [],
      supports: [],
      identifiedBy: 'secret',
      purpose: 'mastery',
      occasion: 'today',
      finished: true,
    },
  };
}

/** A check of the first objective that was just begun. */
export function runningCheck(student: StudentId, id: EventId): CheckDraft {
  const event = checkOf(student, id);
  if (event.kind !== 'check') throw new Error('Not a check');
  const { claim: _claim, finished: _finished, ...body } = event.body;
  return {
    ...body,
    id,
    student,
    answers: [],
    position: 0,
    entry: '',
    startedAt: Date.now(),
    updatedAt: Date.now(),
  };
}

/** How many pieces of evidence a device shows of a student in the first course. */
export function evidenceShown(client: Client, student: StudentId): number {
  const { course } = firstCheck();
  const digests = client.data.snapshot.get().progress(student, course.id)?.d ?? '';
  // A record begins after the comma that follows its position or the record before.
  return (digests.match(/,/g) ?? []).length;
}

/** Ids of attempts that the server has stored, in the order of receipts. */
export async function storedIds(server: TestServer): Promise<string[]> {
  const school = server.school().row.id;
  const rows = await server.store.read((reading) => reading.eventsAfter(school, 0, 10_000));
  return rows.map(({ id }) => id);
}
