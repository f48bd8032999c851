import { afterEach, beforeEach, expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { AnyEvent } from '#domain/model/event.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { allSent, ready, until, type Client } from './client-device.ts';
import { addTablet, checkOf, makeSchool, mark, type School } from './school.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool();
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

/** Where the one attempt of the child stands, by what this device shows. */
function addressOf({ data }: Client, student: StudentId, event: ReturnType<typeof checkOf>) {
  assert(event.kind === 'check', 'a check');
  const snapshot = data.snapshot.get();
  const course = snapshot.course(event.body.course);
  assert(course !== undefined, 'the course is on the device');
  const position = course.objectives.findIndex(({ id }) => id === event.body.objective);
  const body = snapshot.progress(student, course.id);
  const [outcome] = objectiveProgress(course, body, position, snapshot.dayOf)?.outcomes ?? [];
  assert(outcome !== undefined, 'an attempt is shown');
  return outcome.address;
}

/** What this device itself has at a place. */
async function opened({ data }: Client, address: Address): Promise<readonly AnyEvent[]> {
  const { events, missing } = await data.openEvents([address], 'here');
  expect(missing).toBeNull();
  return events.map(({ event }) => event);
}

test('a check is looked at again on the tablet where it was taken: before it is sent, after it, and after a restart', async () => {
  const [student] = school.students;
  assert(student !== undefined, 'a student');
  const event = checkOf(student, tablet.data.newId(), 4);
  assert(event.kind === 'check', 'a check');
  await mark(tablet, event);
  const before = await opened(tablet, addressOf(tablet, student, event));
  expect(before).toMatchObject([{ about: `student/${student}`, body: event.body }]);

  tablet.data.syncNow();
  await allSent(tablet);
  await school.server.settle();
  tablet.data.syncNow();
  await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
  const address = addressOf(tablet, student, event);
  expect(await opened(tablet, address)).toEqual(before);
  tablet = await tablet.restart();
  expect(await opened(tablet, address)).toEqual(before);

  // The teacher's device shows the same attempt and has no answers of it.
  school.teacher.data.syncNow();
  await until(
    school.teacher.data.snapshot,
    (snapshot) => snapshot.progress(student, event.body.course) !== undefined,
  );
  expect(await opened(school.teacher, address)).toEqual([]);
  // Not even where a teacher has just looked at it: it is of another device.
  const asked = await school.teacher.data.openEvents([address], 'everywhere');
  expect(asked.events).toMatchObject([{ device: 'Tablet 1' }]);
  expect(await opened(school.teacher, address)).toEqual([]);
  expect(await opened(tablet, { ...address, slot: 99 })).toEqual([]);
});
