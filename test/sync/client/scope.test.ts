import { afterEach, beforeEach, expect, test } from 'vitest';
import { allSent, online, ready, until, type Client } from './client-device.ts';
import { textOnDisk } from './disk.ts';
import { addTablet, checkOf, makeSchool, mark, type School } from './school.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool(3);
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

test('[P11] a child who leaves the group is gone from the tablet, also from its disk', async () => {
  const [leaving, staying] = school.students;
  if (leaving === undefined || staying === undefined) throw new Error('No student');
  tablet.data.start();
  await ready(tablet);
  for (const student of [leaving, staying])
    await mark(tablet, checkOf(student, tablet.data.newId()));
  await allSent(tablet);
  await school.server.settle();
  tablet.data.syncNow();
  await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
  expect(await textOnDisk(tablet.name)).toContain(leaving);
  await mark(school.teacher, {
    kind: 'group.student',
    about: `group/${school.group}`,
    body: { op: 'remove', member: leaving },
  });
  school.teacher.data.syncNow();
  await allSent(school.teacher);
  await school.server.settle();
  tablet.data.syncNow();
  await until(tablet.data.snapshot, (snapshot) => snapshot.student(leaving) === undefined);
  const snapshot = tablet.data.snapshot.get();
  expect(snapshot.studentsOf(school.group)).toHaveLength(2);
  expect(snapshot.student(staying)).toBeDefined();
  await expect
    .poll(() => textOnDisk(tablet.name), { timeout: 10_000 })
    .not.toContain(`student/${leaving}`);
});

test('"Ready for offline" is said after reading back, and an interrupted first download goes on', async () => {
  let pulls = 0;
  tablet.network.bend = async (ask, pass) => {
    if (!ask.path.startsWith('/api/pull')) return pass();
    pulls += 1;
    if (pulls <= 2) throw new TypeError('Failed to fetch');
    return pass();
  };
  const states: string[] = [];
  tablet.data.firstSync.subscribe(() => states.push(tablet.data.firstSync.get().state));
  tablet.data.start();
  await until(tablet.data.firstSync, ({ state }) => state === 'waiting');
  tablet.network.bend = online;
  tablet.data.syncNow();
  await ready(tablet);
  expect(states.indexOf('checking')).toBeGreaterThan(states.indexOf('downloading'));
  expect(states.at(-1)).toBe('ready');
  const checked = await tablet.data.readBack();
  if (!checked.ok) throw new Error(checked.error.code);
  expect(checked.value.parts).toMatchObject({ students: 3, groups: 1, courses: 1, school: 1 });
});

test('a teacher who unlocks on a class tablet marks offline; the locked tablet carries the marks to the school', async () => {
  const [student] = school.students;
  if (student === undefined) throw new Error('No student');
  tablet.data.start();
  await ready(tablet);
  expect(
    (
      await tablet.data.append({
        kind: 'student.rename',
        about: `student/${student}`,
        body: { set: 'X', was: null },
      })
    ).ok,
  ).toBe(false);
  const { EMAIL, PASSPHRASE, PIN } = await import('#test/support/server-harness.ts');
  const signedIn = await tablet.data.session.signIn({
    email: EMAIL,
    passphrase: PASSPHRASE,
    pin: PIN,
    deviceName: 'Tablet 1',
  });
  expect(signedIn.ok).toBe(true);
  tablet.data.session.lock();
  expect((await tablet.data.session.unlock('9999')).ok).toBe(false);
  tablet.network.bend = () => Promise.reject(new TypeError('Failed to fetch'));
  expect((await tablet.data.session.unlock(PIN)).ok).toBe(true);
  await mark(tablet, {
    kind: 'student.rename',
    about: `student/${student}`,
    body: { set: 'Renamed here', was: null },
  });
  tablet.data.session.lock();
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
  await school.server.settle();
  school.teacher.data.syncNow();
  await until(
    school.teacher.data.snapshot,
    (snapshot) => snapshot.student(student)?.name === 'Renamed here',
  );
});
