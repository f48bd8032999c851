/** Two records of one child, and a child who is erased: what the server makes of it, and what each device gets. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import type { AppliedBody } from '#domain/model/documents.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import type { EventRow } from '#protocol/event.ts';
import {
  compareState,
  deriveState,
  replaceState,
  type Difference,
} from '#server/usecases/rebuild.ts';
import { checkEvent, firstCheck, makeClass, type TestClass } from '#test/support/server-class.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  joinStaff,
  openTestServer,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';

const NONE: Difference = { documents: [], extra: [], issues: 0, memberships: 0 };

let server: TestServer;
let admin: TestDevice;
let [maple, oak]: TestClass[] = [];
let [ana, annie]: string[] = [];
beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
  maple = await makeClass(admin, 2);
  oak = await makeClass(admin, 1);
  [ana] = maple.students;
  [annie] = oak.students;
  await server.settle();
});
afterEach(() => server.close());

const merge = (by: TestDevice, from = '', into: string | null | undefined = null): EventRow =>
  by.event('student.merge', `student/${from}`, {
    into: into === null ? null : asId<StudentId>(into),
  });
const erase = (by: TestDevice, student = ''): EventRow =>
  by.event('student.erase', `student/${student}`, {});
const group = (one: TestClass | undefined): string => one?.group ?? '';

async function rebuilt(): Promise<Difference> {
  await server.settle();
  const { store, log } = server.world;
  const school = admin.school;
  return compareState(store, school, await deriveState(store, school, builtInCourses(), log));
}
/** Events of a device that are kept and not counted. */
async function heldCodes(device: TestDevice): Promise<string[]> {
  await server.settle();
  await device.pull();
  return (device.body<AppliedBody>(`applied/${device.stream}`)?.held ?? []).map(({ code }) => code);
}
const keysAbout = (device: TestDevice, student = ''): string[] =>
  [...device.state.keys()]
    .filter((key) => key.split('/')[1] === student && !key.startsWith('group/'))
    .toSorted();
const progressKey = (student = ''): string => `progress/${student}/${firstCheck().course.id}`;
const logRows = () => server.store.read((reading) => reading.eventsAfter(admin.school, 0, 1000));

describe('records of one child', () => {
  test('every device that has one of them gets the other, its evidence and its badge, and lets go of it when the merge is taken back', async () => {
    const tablet = await enrolTablet(server, admin, [group(maple)]);
    await admin.push([checkEvent(admin, annie ?? '', { by: `member/${admin.member}` })]);
    await server.settle();
    await tablet.pull();
    expect(keysAbout(tablet, annie)).toEqual([]);

    await admin.push([merge(admin, annie, ana)]);
    await server.settle();
    await tablet.pull();
    expect(keysAbout(tablet, annie)).toEqual(
      [progressKey(annie), `proof/${annie}`, `student/${annie}`].toSorted(),
    );
    expect(tablet.body(`student/${annie}`)).toMatchObject({ alias: ana });
    expect(await rebuilt()).toEqual(NONE);

    server.clock.now += 1000;
    await admin.push([merge(admin, annie, null)]);
    await server.settle();
    await tablet.pull();
    expect(keysAbout(tablet, annie)).toEqual([]);
    expect(await rebuilt()).toEqual(NONE);
  });

  test('a tablet that was offline goes on with the record it knows, before and after the merge', async () => {
    const tablet = await enrolTablet(server, admin, [group(oak)]);
    await tablet.pull();
    const before = checkEvent(tablet, annie ?? '');
    await admin.push([merge(admin, annie, ana)]);
    await server.settle();
    await tablet.push([before, checkEvent(tablet, annie ?? ''), checkEvent(tablet, ana ?? '')]);
    expect(await heldCodes(tablet)).toEqual([]);
    expect(keysAbout(tablet, ana)).toContain(progressKey(ana));
    expect(await rebuilt()).toEqual(NONE);
  });

  test('[G2] a teacher joins two children of their own, and nobody out of reach', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group(maple)] });
    await teacher.push([merge(teacher, ana, annie), merge(teacher, annie, ana)]);
    expect(await heldCodes(teacher)).toEqual(['out-of-scope', 'out-of-scope']);
    await teacher.push([merge(teacher, ana, maple?.students[1])]);
    expect(await heldCodes(teacher)).toHaveLength(2);
    expect(admin.state.size).toBe(0);
  });

  test('[G2] who has one record of a child within reach may mark the other, as long as they are joined', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group(maple)] });
    const mark = () => checkEvent(teacher, annie ?? '', { by: `member/${teacher.member}` });
    await admin.push([merge(admin, ana, annie)]);
    await teacher.push([mark()]);
    expect(await heldCodes(teacher)).toEqual([]);
    server.clock.now += 1000;
    await admin.push([merge(admin, ana, null)]);
    await server.settle();
    await teacher.push([mark()]);
    expect(await heldCodes(teacher)).toEqual(['out-of-scope']);
    // What was counted before stays counted, also when the log is read again without what was erased.
    await admin.push([erase(admin, ana)]);
    expect(await rebuilt()).toEqual(NONE);
  });

  test('the merge that closes a circle is held, and takes effect when the other one is taken back', async () => {
    await admin.push([merge(admin, ana, annie)]);
    server.clock.now += 1000;
    await admin.push([merge(admin, annie, ana)]);
    expect(await heldCodes(admin)).toEqual(['merge-cycle']);
    expect(await rebuilt()).toEqual(NONE);
    server.clock.now += 1000;
    await admin.push([merge(admin, ana, null)]);
    expect(await heldCodes(admin)).toEqual([]);
    expect(admin.body(`student/${annie}`)).toMatchObject({ alias: ana });
    expect(await rebuilt()).toEqual(NONE);
  });
});

describe('an erased student', () => {
  test('is a bare tombstone on every device, and all else about the child is gone from it', async () => {
    const tablet = await enrolTablet(server, admin, [group(maple)]);
    await tablet.push([checkEvent(tablet, ana ?? '')]);
    await server.settle();
    for (const device of [tablet, admin]) await device.pull();
    expect(keysAbout(admin, ana)).toHaveLength(4);
    expect(keysAbout(tablet, ana)).toHaveLength(3);

    await admin.push([erase(admin, ana)]);
    await server.settle();
    for (const device of [tablet, admin]) {
      await device.pull();
      expect(keysAbout(device, ana)).toEqual([`student/${ana}`]);
      expect(device.body(`student/${ana}`)).toEqual({ erased: true });
    }
    expect(await rebuilt()).toEqual(NONE);
  });

  test('[P5] [P2] leaves blank rows in the log whose slots and ids go on counting', async () => {
    const tablet = await enrolTablet(server, admin, [group(maple)]);
    const check = checkEvent(tablet, ana ?? '');
    await tablet.push([check, checkEvent(tablet, maple?.students[1] ?? '')]);
    await admin.push([erase(admin, ana)]);
    await server.settle();
    const row = (await logRows()).find(({ id }) => id === check.id);
    expect(row).toMatchObject({ text: '', mac: '', slot: 1, stream: tablet.stream });
    const other = checkEvent(tablet, ana ?? '', { id: check.id, slot: 1 });
    const elsewhere = { ...check, slot: check.slot.replace(/.$/, '3') };
    const { results, ledger } = await tablet.push([check, other, elsewhere]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(ledger).toMatchObject([{ through: 3 }]);
    expect(await heldCodes(tablet)).toEqual([]);
    expect(await rebuilt()).toEqual(NONE);
  });

  test('what comes later from a device that was offline counts as applied and is not kept', async () => {
    const tablet = await enrolTablet(server, admin, [group(maple)]);
    await tablet.pull();
    const late = [
      checkEvent(tablet, ana ?? ''),
      checkEvent(tablet, ana ?? '', { mac: 'forged' }),
      checkEvent(tablet, ana ?? '', { kv: 99 }),
    ];
    await admin.push([erase(admin, ana)]);
    await server.settle();
    const { results } = await tablet.push(late);
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
    expect(await heldCodes(tablet)).toEqual([]);
    expect(tablet.body<AppliedBody>(`applied/${tablet.stream}`)?.through).toBe(3);
    expect(keysAbout(tablet, ana)).toEqual([`student/${ana}`]);
    const texts = (await logRows()).filter(({ stream }) => stream === tablet.stream);
    expect(texts.map(({ text }) => text)).toEqual(['', '', '']);
    expect(await rebuilt()).toEqual(NONE);
  });

  test('takes along what was held and what waited', async () => {
    const tablet = await enrolTablet(server, admin, [group(maple)]);
    await tablet.push([checkEvent(tablet, ana ?? '', { mac: 'forged' })]);
    expect(await heldCodes(tablet)).toEqual(['bad-mac']);
    const ghost = newId();
    await admin.push([
      admin.event('student.rename', `student/${ghost}`, { set: 'Ghost', was: null }),
    ]);
    expect(await heldCodes(admin)).toEqual(['parked']);
    await admin.push([erase(admin, ana), erase(admin, ghost)]);
    expect(await heldCodes(tablet)).toEqual([]);
    expect(await heldCodes(admin)).toEqual([]);
    expect(JSON.stringify(await logRows())).not.toContain('Ghost');
    expect(await rebuilt()).toEqual(NONE);
  });

  test('[G3] is not erased by a teacher: the event is held and nothing is gone', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group(maple)] });
    await teacher.push([erase(teacher, ana)]);
    expect(await heldCodes(teacher)).toEqual(['no-authority']);
    expect(teacher.body(`student/${ana}`)).toMatchObject({ name: 'Child 1' });
  });

  test('stands for nobody: a record that was joined with it is a child of its own again', async () => {
    const tablet = await enrolTablet(server, admin, [group(oak)]);
    await admin.push([merge(admin, annie, ana), erase(admin, ana)]);
    await server.settle();
    await tablet.pull();
    expect(keysAbout(tablet, annie)).toContain(`student/${annie}`);
    expect(keysAbout(tablet, ana)).toEqual([]);
    expect(await rebuilt()).toEqual(NONE);
  });

  test('[P12] a rebuild blanks what is in the log again, as after a restore', async () => {
    await admin.push([erase(admin, ana)]);
    await server.settle();
    const row = (await logRows()).find(({ text }) => text === '');
    if (row === undefined) throw new Error('Nothing was erased');
    const text = JSON.stringify({
      ...JSON.parse((await logRows()).find((one) => one.text !== '')?.text ?? ''),
      kind: 'student.rename',
      about: `student/${ana}`,
      body: { set: 'Back', was: null },
    });
    await server.store.write(async (writing) => {
      const counters = await writing.counters(admin.school);
      const receipt = counters.receipt + 1;
      const extra = { ...row, receipt, id: newId(), slot: 900, text, mac: 'mac' };
      await writing.append(admin.school, [extra]);
      await writing.setCounters(admin.school, { ...counters, receipt, projected: receipt });
    });
    const { store, log } = server.world;
    const found = await deriveState(store, admin.school, builtInCourses(), log);
    const difference = await compareState(store, admin.school, found);
    await replaceState(store, admin.school, found, difference, server.clock.now);
    expect(JSON.stringify(await logRows())).not.toContain('Back');
  });
});
