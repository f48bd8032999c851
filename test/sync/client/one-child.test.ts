/** Records are joined and a child is erased while a tablet is away: what each device shows before and after it comes back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proofOfBadge } from '#domain/changes/proof.ts';
import { refToEvent } from '#domain/changes/refs.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { firstCheck } from '#test/support/server-class.ts';
import { allSent, offline, online, ready, until, type Client } from './client-device.ts';
import { textOnDisk } from './disk.ts';
import { addTablet, checkOf, evidenceShown, makeSchool, mark, type School } from './school.ts';

let school: School;
let tablet: Client;
let ana: StudentId;
let annie: StudentId;
beforeEach(async () => {
  school = await makeSchool(2);
  const [first, second] = school.students;
  if (first === undefined || second === undefined) throw new Error('No students');
  [ana, annie] = [first, second];
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
  tablet.data.start();
  await ready(tablet);
  await meet();
});
afterEach(async () => {
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

/** Everything that waits is sent, and both devices have the server's state. */
async function meet(): Promise<void> {
  for (const client of [school.teacher, tablet]) {
    client.network.bend = online;
    client.data.syncNow();
    await allSent(client);
  }
  await school.server.settle();
  // A pull that ended with the right count, and after all of this.
  school.server.clock.now += 1;
  const { now } = school.server.clock;
  for (const client of [school.teacher, tablet]) {
    client.data.syncNow();
    await until(client.data.snapshot, ({ pulledAt }) => pulledAt === now);
    await until(client.data.snapshot, (shown) => shown.pending().length === 0);
  }
}
const shownOn = (client: Client) => client.data.snapshot.get();
const listed = (client: Client): readonly StudentId[] => shownOn(client).studentsOf(school.group);
const both = (): Client[] => [school.teacher, tablet];

test('joined records are one child on every device, with the results that a tablet brings later, until that is taken back', async () => {
  const { teacher } = school;
  const badge = shownOn(teacher).credential(annie)?.badge ?? '';
  await mark(tablet, checkOf(annie, tablet.data.newId()));
  await meet();
  tablet.network.bend = offline;
  teacher.network.bend = offline;
  const merged = await mark(teacher, {
    kind: 'student.merge',
    about: `student/${annie}`,
    body: { into: ana },
  });
  expect(listed(teacher)).toEqual([ana]);
  expect(shownOn(teacher).students()).toHaveLength(1);
  expect(evidenceShown(teacher, ana)).toBe(1);
  await mark(tablet, checkOf(annie, tablet.data.newId(), 3));
  await mark(tablet, checkOf(ana, tablet.data.newId(), 4));
  expect(listed(tablet)).toEqual([ana, annie]);

  await meet();
  for (const client of both()) {
    expect(listed(client)).toEqual([ana]);
    expect(evidenceShown(client, ana)).toBe(3);
    expect(shownOn(client).student(annie)).toBe(shownOn(client).student(ana));
    expect(shownOn(client).recordsOf(ana)).toEqual([ana, annie]);
    const badges = shownOn(client)
      .recordsOf(ana)
      .map((id) => shownOn(client).proof(id)?.badge);
    expect(badges).toContain(proofOfBadge(badge));
  }
  // A tap on the child that is left is shown at once, with the evidence of both.
  await mark(tablet, checkOf(ana, tablet.data.newId(), 5));
  expect(evidenceShown(tablet, ana)).toBe(4);

  await mark(teacher, {
    kind: 'student.merge',
    about: `student/${annie}`,
    body: { into: null },
    refs: [refToEvent(merged)],
  });
  await meet();
  for (const client of both()) {
    expect(listed(client)).toEqual([ana, annie]);
    expect(evidenceShown(client, ana)).toBe(2);
    expect(evidenceShown(client, annie)).toBe(2);
    expect(shownOn(client).student(annie)?.name).toBe('Child 2');
  }
});

test('an erased child is gone from every device, also from its disk and with what a tablet had not sent', async () => {
  const { teacher } = school;
  const course = firstCheck().course.id;
  await mark(tablet, checkOf(annie, tablet.data.newId()));
  await meet();
  expect((await textOnDisk(tablet.name)).includes('Child 2')).toBe(true);
  tablet.network.bend = offline;
  await mark(tablet, checkOf(annie, tablet.data.newId(), 3));
  await mark(tablet, checkOf(ana, tablet.data.newId(), 3));
  teacher.network.bend = offline;
  await mark(teacher, { kind: 'student.erase', about: `student/${annie}`, body: {} });
  // At once where it was decided.
  expect(listed(teacher)).toEqual([ana]);
  expect(shownOn(teacher).student(annie)).toBeUndefined();
  expect(shownOn(teacher).credential(annie)).toBeUndefined();
  expect(shownOn(teacher).progress(annie, course)).toBeUndefined();
  expect(evidenceShown(tablet, annie)).toBe(2);

  await meet();
  for (const client of both()) {
    expect(listed(client)).toEqual([ana]);
    expect(shownOn(client).student(annie)).toBeUndefined();
    expect(shownOn(client).progress(annie, course)).toBeUndefined();
    expect(shownOn(client).held()).toEqual([]);
    expect(evidenceShown(client, ana)).toBe(1);
    const text = await textOnDisk(client.name);
    expect(text.includes('Child 2')).toBe(false);
    expect(text.includes(`progress/${annie}`)).toBe(false);
  }
  // A tap that was under way: it is sent, counts for nobody, and is shown nowhere.
  tablet.network.bend = offline;
  await mark(tablet, checkOf(annie, tablet.data.newId()));
  expect(evidenceShown(tablet, annie)).toBe(0);
  expect(shownOn(tablet).pending()).toEqual([]);
  await meet();
  expect(shownOn(tablet).held()).toEqual([]);
  expect((await textOnDisk(tablet.name)).includes(`progress/${annie}`)).toBe(false);
});

test('after a restart offline an erased child is still gone, and joined records are still one', async () => {
  const { teacher } = school;
  await mark(teacher, { kind: 'student.merge', about: `student/${annie}`, body: { into: ana } });
  await mark(tablet, checkOf(annie, tablet.data.newId()));
  await meet();
  tablet.network.bend = offline;
  tablet = await tablet.restart();
  expect(listed(tablet)).toEqual([ana]);
  expect(evidenceShown(tablet, ana)).toBe(1);
  await mark(teacher, { kind: 'student.erase', about: `student/${ana}`, body: {} });
  await mark(teacher, { kind: 'student.erase', about: `student/${annie}`, body: {} });
  tablet.data.start();
  await meet();
  tablet.network.bend = offline;
  tablet = await tablet.restart();
  expect(tablet.data.firstSync.get().state).toBe('ready');
  expect(listed(tablet)).toEqual([]);
  expect(shownOn(tablet).students()).toEqual([]);
});
