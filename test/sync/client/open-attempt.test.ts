import { afterEach, beforeEach, expect, test } from 'vitest';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { firstCheck } from '#test/support/server-class.ts';
import { allSent, offline, online, ready, until, type Client } from './client-device.ts';
import { addTablet, checkOf, makeSchool, mark, type School } from './school.ts';

let school: School;
let tablet: Client;
let student: StudentId;

beforeEach(async () => {
  school = await makeSchool(1);
  const [only] = school.students;
  if (only === undefined) throw new Error('No student');
  student = only;
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
  tablet.data.start();
  await ready(tablet);
});
afterEach(async () => {
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

/** Where the attempts of the student stand, newest first, as this client sees it. */
function placesOn({ data }: Client): readonly Address[] {
  const snapshot = data.snapshot.get();
  const { course } = firstCheck();
  const body = snapshot.progress(student, course.id);
  const progress = objectiveProgress(course, body, 0, snapshot.dayOf);
  return progress?.outcomes.map(({ address }) => address) ?? [];
}

async function handedOver(from: Client, to: Client, attempts: number): Promise<void> {
  await allSent(from);
  await school.server.settle();
  to.data.syncNow();
  await until(to.data.snapshot, () => placesOn(to).length === attempts);
}

test('a check of another device opens online with every answer, offline it says that it cannot be had', async () => {
  const id = tablet.data.newId();
  const check = checkOf(student, id, 8);
  await mark(tablet, check);
  await handedOver(tablet, school.teacher, 1);
  school.teacher.network.bend = offline;
  const places = placesOn(school.teacher);
  expect(await school.teacher.data.openEvents(places, 'everywhere')).toEqual({
    events: [],
    missing: expect.objectContaining({ code: 'unreachable' }),
  });
  school.teacher.network.bend = online;
  const opened = await school.teacher.data.openEvents(places, 'everywhere');
  expect(opened).toMatchObject({
    events: [{ address: places[0], device: 'Tablet 1', event: { id, body: check.body } }],
    missing: null,
  });
  // Once had, it is there without a network as long as the page is open.
  school.teacher.network.bend = offline;
  expect(await school.teacher.data.openEvents(places, 'everywhere')).toEqual(opened);
});

test('what was done on this device opens without a network, before and after it was sent', async () => {
  const id = tablet.data.newId();
  tablet.network.bend = offline;
  await mark(tablet, checkOf(student, id));
  const mine = { device: null, event: { id } };
  expect(await tablet.data.openEvents(placesOn(tablet), 'everywhere')).toMatchObject({
    events: [mine],
    missing: null,
  });
  tablet.network.bend = online;
  tablet.data.syncNow();
  await handedOver(tablet, tablet, 1);
  await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
  tablet.network.bend = offline;
  const again = await tablet.restart();
  try {
    expect(await again.data.openEvents(placesOn(again), 'everywhere')).toMatchObject({
      events: [mine],
      missing: null,
    });
  } finally {
    await again.stop();
  }
});

test('a locked class tablet is given nothing of other devices', async () => {
  await mark(school.teacher, {
    kind: 'interview.mark',
    about: `student/${student}`,
    body: {
      course: firstCheck().course.id,
      objective: firstCheck().objective.id,
      rev: firstCheck().objective.rev,
      mark: { type: 'met' },
      occasion: 'now',
      purpose: 'mastery',
      role: 'admin',
    },
  });
  await handedOver(school.teacher, tablet, 1);
  const { events, missing } = await tablet.data.openEvents(placesOn(tablet), 'everywhere');
  expect([events, missing?.code]).toEqual([[], 'locked']);
});
