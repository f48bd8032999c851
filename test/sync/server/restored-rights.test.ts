/** Rights that the data do not know any more, or not yet: after an older copy was put back without a journal. */
import { expect, test, vi } from 'vitest';
import type { SchoolBody } from '#domain/model/documents.ts';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import type { GrantRow } from '#server/store/rows.ts';
import { issueGrant, toIssued } from '#server/usecases/enrolment.ts';
import { rescueOf } from '#test/support/rescue-files.ts';
import { restoredSchool } from '#test/support/restored-school.ts';
import { checkEvent, makeClass } from '#test/support/server-class.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { enrolTablet, joinStaff, setUpSchool } from '#test/support/server-harness.ts';

const school = restoredSchool();
const { moved, putBack, copyNow, expectRebuilt } = school;

const OLD_KEY = newId();

/** A right whose key follows from nothing, as earlier builds made them. Under `id` it is stored, otherwise only signed with. */
async function newTabletRight(device: TestDevice, group: string, id?: string): Promise<GrantRow> {
  const row: GrantRow = {
    id: id ?? newId(),
    device: device.enrolment?.device.id ?? '',
    holder: 'class-tablet',
    member: null,
    scope: [asId<GroupId>(group)],
    until: null,
    endedAt: null,
    key: OLD_KEY,
    issuedAt: school.server.clock.now,
  };
  if (id !== undefined)
    await school.server.store.write((writing) => writing.addGrant(device.school, row));
  return row;
}

/** A check of a tablet whose right the data do not know: it is held. `give` stores the right. */
async function heldForWantOfRight() {
  const admin = await setUpSchool(school.server);
  const { group, students } = await makeClass(admin, 1);
  const [student = ''] = students;
  const tablet = await enrolTablet(school.server, admin, [group]);
  const right = toIssued(await newTabletRight(tablet, group));
  if (right === null) throw new Error('No grant');
  const check = checkEvent(tablet, student, { grant: right });
  await tablet.push([check]);
  await school.server.settle();
  const issues = () => school.server.store.read((reading) => reading.issues(admin.school));
  expect(await issues()).toMatchObject([{ id: check.id, code: 'unknown-grant' }]);
  return { tablet, student, issues, give: () => newTabletRight(tablet, group, right.id) };
}

test('[G7] what a tablet and a teacher made under rights from after the copy counts once they are let in again, without a journal', async () => {
  const admin = await setUpSchool(school.server);
  const { group, students } = await makeClass(admin, 2);
  const teacher = await joinStaff(school.server, admin, { role: 'teacher', groups: [group] });
  await school.server.settle();
  const copy = await copyNow('copy.db');
  school.server.clock.now += 1000;
  const tablet = await enrolTablet(school.server, admin, [group]);
  const [student = ''] = students;
  const check = checkEvent(tablet, student);
  await tablet.push([check]);
  // The teacher signs in on the tablet, as on one that is shared.
  const own = await school.server.store.write((writing) =>
    issueGrant(writing, admin.school, school.server.clock.now, {
      device: tablet.enrolment?.device.id ?? '',
      holder: 'teacher',
      member: `member/${teacher.member}`,
      scope: [asId<GroupId>(group)],
    }),
  );
  const grant = toIssued(own) ?? undefined;
  if (grant === undefined) throw new Error('No grant');
  const renamed = tablet.event(
    'student.rename',
    `student/${student}`,
    { set: 'Renamed', was: null },
    { grant },
  );
  await tablet.push([renamed]);
  await putBack(copy);

  const back = moved(tablet);
  await expect(back.push([check])).rejects.toThrow('no-credential');
  const fresh = await enrolTablet(school.server, moved(admin), [group]);
  back.cookie = fresh.cookie;
  const forged = checkEvent(tablet, student, { mac: sign(hmacKey(newId()), 'other') });
  const { results } = await back.push([check, renamed, forged]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
  await school.server.settle();
  const issues = await school.server.store.read((reading) => reading.issues(admin.school));
  expect(issues.map(({ id, code }) => [id, code])).toEqual([[forged.id, 'bad-mac']]);
  await fresh.pull();
  expect(fresh.body(`student/${student}`)).toMatchObject({ name: 'Renamed' });
  expect([...fresh.state.keys()].some((key) => key.startsWith(`progress/${student}/`))).toBe(true);
  await expectRebuilt();
});

test('[G7] a right from after the copy is taken up for what it was, and not by a device whose own right has ended', async () => {
  const admin = await setUpSchool(school.server);
  const { group, students } = await makeClass(admin, 1);
  const other = await makeClass(admin, 1);
  const copy = await copyNow('copy.db');
  const tablet = await enrolTablet(school.server, admin, [group]);
  const [student = ''] = students;
  const check = checkEvent(tablet, student);
  const later = checkEvent(tablet, student);
  // Signed with the key of a tablet: it makes no teacher of whoever holds it.
  const asAdmin = tablet.event(
    'school.name',
    'school',
    { set: 'Taken', was: null },
    { by: `member/${admin.member}` },
  );
  const elsewhere = checkEvent(tablet, other.students[0] ?? '');
  await putBack(copy);
  const boss = moved(admin);
  const back = moved(tablet);
  const fresh = await enrolTablet(school.server, boss, [group]);
  await boss.staff({ action: 'end-device', device: fresh.enrolment?.device.id ?? '' });
  back.cookie = fresh.cookie;
  const heldNow = async () => {
    await school.server.settle();
    const issues = await school.server.store.read((reading) => reading.issues(admin.school));
    return issues.map(({ id, code }) => [id, code]);
  };
  await back.push([check]);
  expect(await heldNow()).toEqual([[check.id, 'unknown-grant']]);
  // Another tablet of the class brings the rest: what was held for want of the right counts now.
  back.cookie = (await enrolTablet(school.server, boss, [group])).cookie;
  await back.push([later, asAdmin, elsewhere]);
  expect((await heldNow()).map(([id]) => id)).toEqual([asAdmin.id, elsewhere.id]);
  await expectRebuilt();
});

test.each([
  ['before', 'nobody'],
  ['before', 'the tablet'],
  ['before', 'the carrier'],
  ['after', 'nobody'],
  ['after', 'the carrier'],
] as const)(
  '[G7] a rescue file of a tablet that came %s the copy and whose right is younger counts, unless the rights have ended of: %s',
  async (came, ended) => {
    const admin = await setUpSchool(school.server);
    await admin.pull();
    const key = admin.body<SchoolBody>('school')?.key ?? '';
    const { group, students } = await makeClass(admin, 1);
    const early = await copyNow('early.db');
    const tablet = await enrolTablet(school.server, admin, [group]);
    const idOf = (device: TestDevice): string => device.enrolment?.device.id ?? '';
    const copy = came === 'after' ? early : await copyNow('copy.db');
    const right = await school.server.store.write((writing) =>
      issueGrant(writing, admin.school, school.server.clock.now, {
        device: idOf(tablet),
        holder: 'class-tablet',
        member: null,
        scope: [asId<GroupId>(group)],
      }),
    );
    const grant = toIssued(right);
    if (grant === null) throw new Error('No grant');
    const check = checkEvent(tablet, students[0] ?? '', { grant });
    await putBack(copy);
    const boss = moved(admin);
    const carrier = await joinStaff(school.server, boss, { role: 'teacher', groups: [group] });
    const gone = { nobody: undefined, 'the tablet': tablet, 'the carrier': carrier }[ended];
    if (gone !== undefined) await boss.staff({ action: 'end-device', device: idOf(gone) });
    const file = await rescueOf(moved(tablet), key, [[check]]);
    const brought = { nonce: newId(), header: file.header, lines: file.lines };
    expect((await carrier.send('POST', '/api/import', brought)).status).toBe(200);
    await school.server.settle();
    const issues = await school.server.store.read((reading) => reading.issues(admin.school));
    expect(issues.map(({ id, code }) => [id, code])).toEqual(
      gone === undefined ? [] : [[check.id, 'unknown-grant']],
    );
    await boss.pull();
    const counted = [...boss.state.keys()].some((name) => name.startsWith('progress/'));
    expect(counted).toBe(gone === undefined);
    await expectRebuilt();
  },
);

test('[P12] an event whose right came into the data while the server was stopped counts from the next start on', async () => {
  const { give, issues } = await heldForWantOfRight();
  await give();
  await school.whileStopped(() => Promise.resolve());
  expect(await issues()).toEqual([]);
  await expectRebuilt();
});

test('[P12] who waits for the fold waits for what a right that was given back makes count, also while new events are folded', async () => {
  const { tablet, student, give, issues } = await heldForWantOfRight();
  await give();
  const { projector } = school.server.school();
  const kick = vi.spyOn(projector, 'kick').mockImplementation(() => {});
  await tablet.push([checkEvent(tablet, student)]);
  kick.mockRestore();
  projector.kick();
  projector.again();
  await school.server.settle();
  expect(await issues()).toEqual([]);
});
