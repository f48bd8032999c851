import { describe, expect, test } from 'vitest';
import type { ProgressBody } from '#domain/model/documents.ts';
import { refToEvent } from '#domain/changes/refs.ts';
import {
  asId,
  type CourseId,
  type MemberId,
  type ObjectiveId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { enrolTablet, joinStaff } from '#test/support/server-harness.ts';
import { checkEvent, classEvents, firstCheck, makeClass } from '#test/support/server-class.ts';

import {
  broken,
  heldCodes,
  withFoldedSchool,
  type FoldedSchool,
} from '#test/support/folded-school.ts';

let { server, admin, group, student }: FoldedSchool = {} as FoldedSchool; // before each test
withFoldedSchool((school) => ({ server, admin, group, student } = school));

async function pulled(device: TestDevice): Promise<TestDevice> {
  await server.settle();
  await device.pull();
  return device;
}

const progressKey = (): string => `progress/${student}/${firstCheck().course.id}`;

describe('applied', () => {
  test('[P10] applied and the effects of events come in one commit and in one page', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([checkEvent(tablet, student)]);
    await pulled(tablet);
    const applied = tablet.state.get(`applied/${tablet.stream}`);
    expect(applied?.seq).toBe(tablet.state.get(progressKey())?.seq);
    expect(JSON.parse(applied?.body ?? '')).toMatchObject({ through: 1, held: [] });
  });

  test('[P10] events above a gap are folded at once, and through waits for the gap', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const rows = [1, 2, 3].map((slot) => checkEvent(tablet, student, { slot }));
    await tablet.push(rows.slice(2));
    await pulled(tablet);
    expect(tablet.body<ProgressBody>(progressKey())?.d).toContain('.3:');
    expect(tablet.body(`applied/${tablet.stream}`)).toMatchObject({ through: 0 });
    await tablet.push(rows.slice(0, 2));
    await pulled(tablet);
    expect(tablet.body(`applied/${tablet.stream}`)).toMatchObject({ through: 3 });
  });

  test('[P10] a device sees how far its own streams were applied, and of no other device', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([checkEvent(tablet, student)]);
    await pulled(tablet);
    await pulled(admin);
    const own = (device: TestDevice): string[] =>
      [...device.state.keys()].filter((key) => key.startsWith('applied/'));
    expect(own(tablet)).toEqual([`applied/${tablet.stream}`]);
    expect(own(admin)).toEqual([`applied/${admin.stream}`]);
  });
});

describe('held and parked', () => {
  test('[P4] a reducer that throws holds its event and blocks nothing', async () => {
    const use = {
      course: broken.id,
      set: broken.units.map(({ id }) => asId<UnitId>(id)),
      was: null,
    };
    await admin.push([admin.event('course.use', `group/${group.group}`, use)]);
    const tablet = await enrolTablet(server, admin, [group.group]);
    const bug = checkEvent(tablet, student, {
      change: (body) => ({ ...body, course: broken.id, objective: asId<ObjectiveId>('bug') }),
    });
    await tablet.push([bug, checkEvent(tablet, student)]);
    expect(await heldCodes(server, tablet)).toEqual(['reducer-error']);
    expect(tablet.body<ProgressBody>(progressKey())?.st).toContain('M');
    expect(server.lines.filter((line) => line.includes('could not be folded'))).toHaveLength(1);
  });

  test('[P13] a missing target parks an event until it comes', async () => {
    const { made, rows } = classEvents(admin, 1);
    const child = made.students[0] ?? '';
    const early = checkEvent(admin, child, { by: `member/${admin.member}` });
    await admin.push([early]);
    expect(await heldCodes(server, admin)).toEqual(['parked']);
    await admin.push(rows.slice(0, -1));
    expect(await heldCodes(server, admin)).toEqual([]);
    expect(admin.body(`progress/${child}/${firstCheck().course.id}`)).toBeDefined();
  });

  test('[P13] events that wait for one another in a row are all released', async () => {
    const attempt = checkEvent(admin, student, { by: `member/${admin.member}` });
    const { course, objective } = firstCheck();
    const target = {
      course: asId<CourseId>(course.id),
      objective: asId<ObjectiveId>(objective.id),
    };
    const withdraw = admin.event(
      'attempt.withdraw',
      `student/${student}`,
      { ...target, reason: 'wrong child' },
      { refs: [refToEvent(attempt.id)] },
    );
    await admin.push([withdraw]);
    expect(await heldCodes(server, admin)).toEqual(['parked']);
    await admin.push([attempt]);
    expect(await heldCodes(server, admin)).toEqual([]);
    expect(admin.body<ProgressBody>(progressKey())?.st).not.toContain('M');
  });

  test('[P14] unknown kinds and versions are held, not refused', async () => {
    const later = admin.event('school.name', 'school', { set: 'Later', was: null }, { kv: 99 });
    const [text, id] = [
      later.text.replaceAll('school.name', 'school.motto').replace('"kv":99', '"kv":1'),
      newId(),
    ];
    const other = {
      ...later,
      slot: later.slot.replace(/\d$/, '9'),
      id,
      text: text.replace(later.id, id),
    };
    expect((await admin.push([later])).results[0]?.outcome).toBe('stored');
    expect(await heldCodes(server, admin)).toEqual(['unknown-version']);
    // A text that was changed after it was signed.
    await admin.push([other]);
    expect((await heldCodes(server, admin)).toSorted()).toEqual(['bad-mac', 'unknown-version']);
  });
});

describe('rosters', () => {
  test('a student who moves comes to the new group with everything, and leaves the old one', async () => {
    const other = await makeClass(admin, 1);
    await server.settle();
    const [from, to] = [
      await enrolTablet(server, admin, [group.group]),
      await enrolTablet(server, admin, [other.group]),
    ];
    await from.push([checkEvent(from, student)]);
    await pulled(from);
    await pulled(to);
    const member = asId<StudentId>(student);
    server.clock.now += 1000;
    await admin.push([
      admin.event('group.student', `group/${group.group}`, { op: 'remove', member }),
      admin.event('group.student', `group/${other.group}`, { op: 'add', member }),
    ]);
    await pulled(from);
    await pulled(to);
    const keys = [`student/${student}`, `proof/${student}`, progressKey()];
    expect(keys.map((key) => from.state.has(key))).toEqual([false, false, false]);
    expect(keys.map((key) => to.state.has(key))).toEqual([true, true, true]);
  });

  test('a class tablet never gets secrets, a teacher those of their own groups', async () => {
    const own = await makeClass(admin, 1);
    await server.settle();
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [own.group] });
    const tablet = await enrolTablet(server, admin, [own.group]);
    await pulled(teacher);
    await pulled(tablet);
    const secrets = (device: TestDevice): string[] =>
      [...device.state.keys()].filter((key) => key.startsWith('credential/'));
    expect(secrets(tablet)).toEqual([]);
    expect(secrets(teacher)).toEqual([`credential/${own.students[0]}`]);
    expect(teacher.state.has(`student/${student}`)).toBe(false);
  });

  test('a sign-in of staff on a class tablet adds nothing to what the tablet holds', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await pulled(tablet);
    const before = tablet.checkpoint.scope;
    await server.store.write((writing) =>
      writing.addGrant(admin.school, {
        id: newId(),
        device: tablet.enrolment?.device.id ?? '',
        holder: 'admin',
        member: `member/${admin.member}`,
        scope: 'school',
        until: null,
        endedAt: null,
        key: 'k',
        issuedAt: 1,
      }),
    );
    await pulled(tablet);
    expect(tablet.checkpoint.scope).toBe(before);
  });

  test('a teacher who is taken out of a group holds nothing of it any more', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group.group] });
    await pulled(teacher);
    expect(teacher.state.has(`student/${student}`)).toBe(true);
    const member = asId<MemberId>(teacher.member);
    server.clock.now += 1000;
    await admin.push([
      admin.event('group.staff', `group/${group.group}`, { op: 'remove', member }),
    ]);
    await server.settle();
    expect((await teacher.pull()).reset).toBe(true);
    expect([...teacher.state.keys()].filter((key) => key.startsWith('student/'))).toEqual([]);
  });
});
