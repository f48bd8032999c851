/** Our side of a finding: a school with a class tablet that is ready, on the real server. */
import { afterEach } from 'vitest';
import type { StudentId } from '#domain/model/ids.ts';
import { allSent, ready, type Client } from '#test/sync/client/client-device.ts';
import { addTablet, makeSchool, storedIds, type School } from '#test/sync/client/school.ts';

export interface ClassRoom {
  readonly school: School;
  readonly tablet: Client;
  readonly student: StudentId;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Closed at the end of the test, last opened first. */
export function closeAtEnd(close: () => Promise<unknown>): void {
  closing.push(close);
}

/** @param size students in the class */
export async function openClass(size = 2): Promise<ClassRoom> {
  const school = await makeSchool(size);
  closeAtEnd(school.server.close);
  closeAtEnd(() => school.teacher.stop());
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  const tablet = await addTablet(school);
  const [student] = school.students;
  if (student === undefined) throw new Error('A class has students');
  tablet.data.start();
  await ready(tablet);
  return { school, tablet, student };
}

/** How often the server has each of these. */
export async function timesStored(
  { school }: ClassRoom,
  ids: readonly string[],
): Promise<readonly number[]> {
  const stored = await storedIds(school.server);
  return ids.map((id) => stored.filter((one) => one === id).length);
}
