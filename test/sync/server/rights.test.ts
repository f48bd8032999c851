import { describe, expect, test } from 'vitest';
import type { ProgressBody } from '#domain/model/documents.ts';
import { asId, type StudentId, type UnitId } from '#domain/model/ids.ts';
import { builtInCourses } from '#content/courses.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { enrolTablet, joinStaff } from '#test/support/server-harness.ts';
import { checkEvent, classEvents, firstCheck, makeClass } from '#test/support/server-class.ts';

import { heldCodes, withFoldedSchool, type FoldedSchool } from '#test/support/folded-school.ts';

let { server, admin, group, student }: FoldedSchool = {} as FoldedSchool; // before each test
withFoldedSchool((school) => ({ server, admin, group, student } = school));

async function pulled(device: TestDevice): Promise<TestDevice> {
  await server.settle();
  await device.pull();
  return device;
}

const progressKey = (): string => `progress/${student}/${firstCheck().course.id}`;

describe('rights', () => {
  test('[G3] a class tablet cannot act for a teacher: the event is held, not refused, and not counted', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const { course, objective } = firstCheck();
    const about = `student/${student}` as const;
    const judgement = tablet.event(
      'judgement',
      about,
      {
        course: asId(course.id),
        objective: asId(objective.id),
        rev: objective.rev,
        decision: 'mastered',
        reason: '',
      },
      { by: `member/${admin.member}` },
    );
    const rename = tablet.event('student.rename', about, { set: 'X', was: null }, { by: about });
    const { results } = await tablet.push([judgement, rename]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(await heldCodes(server, tablet)).toEqual(['no-authority', 'no-authority']);
    expect(tablet.body(progressKey())).toBeUndefined();
  });

  test('[G1] a mark that a teacher made is carried by a locked class tablet and counted', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const oral = builtInCourses().find((course) =>
      course.objectives.some(({ methods }) => methods.includes('interview')),
    );
    const objective = oral?.objectives[0];
    if (oral === undefined || objective === undefined) throw new Error('No oral course');
    const use = { course: oral.id, set: oral.units.map(({ id }) => asId<UnitId>(id)), was: null };
    const body = {
      course: oral.id,
      objective: objective.id,
      rev: objective.rev,
      mark: { type: 'met' } as const,
      occasion: 'o1',
      purpose: 'mastery' as const,
      role: 'admin' as const,
    };
    await admin.push([admin.event('course.use', `group/${group.group}`, use)]);
    const mark = tablet.event('interview.mark', `student/${student}`, body, {
      grant: admin.grant as never,
    });
    await tablet.push([mark]);
    expect(await heldCodes(server, tablet)).toEqual([]);
    expect(tablet.body(`progress/${student}/${oral.id}`)).toBeDefined();
  });

  test('[G3] a check of a child of another group is held', async () => {
    const other = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [other.group]);
    await tablet.push([checkEvent(tablet, student)]);
    expect(await heldCodes(server, tablet)).toEqual(['bad-author']);
  });

  test('[G2] a check made before the child moved away counts, one made after it is held', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await pulled(tablet);
    const before = checkEvent(tablet, student, { seen: tablet.seen });
    server.clock.now += 1000;
    await admin.push([
      admin.event('group.student', `group/${group.group}`, {
        op: 'remove',
        member: asId<StudentId>(student),
      }),
    ]);
    await pulled(tablet);
    const after = checkEvent(tablet, student, { seen: tablet.seen });
    await tablet.push([before, after]);
    expect(await heldCodes(server, tablet)).toEqual(['bad-author']);
    await pulled(admin);
    expect(admin.body<ProgressBody>(progressKey())?.d.match(/c\d+\./g)).toHaveLength(1);
  });

  test('[G2] what an earlier event of the same stream brought into reach counts', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher' });
    const { made, rows } = classEvents(teacher, 1);
    const mark = checkEvent(teacher, made.students[0] ?? '', { by: `member/${teacher.member}` });
    await teacher.push([...rows, mark]);
    expect(await heldCodes(server, teacher)).toEqual([]);
    expect(teacher.body(`progress/${made.students[0]}/${firstCheck().course.id}`)).toBeDefined();
  });

  test('[G2] what a stream brings into reach counts also when its events come in the wrong order', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher' });
    const { made, rows } = classEvents(teacher, 1);
    const mark = checkEvent(teacher, made.students[0] ?? '', { by: `member/${teacher.member}` });
    const [first, ...rest] = rows;
    for (const row of [mark, ...rest.toReversed()]) await teacher.push([row]);
    expect(new Set(await heldCodes(server, teacher))).toEqual(new Set(['parked']));
    await teacher.push([first]);
    expect(await heldCodes(server, teacher)).toEqual([]);
    expect(teacher.body(`progress/${made.students[0]}/${firstCheck().course.id}`)).toBeDefined();
  });

  test('[G3] what waits for a slot that was lost is held in the end', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([checkEvent(tablet, newId(), { slot: 2 })]);
    expect(await heldCodes(server, tablet)).toEqual(['parked']);
    await tablet.ledger({ high: 2, lost: [[1, 1]] });
    expect(await heldCodes(server, tablet)).toEqual(['bad-author']);
  });

  test('an event of another school, of an unknown right or with a foreign signature is held', async () => {
    const rename = (choice: object) =>
      admin.event('school.name', 'school', { set: 'X', was: null }, choice);
    const strange = { ...(admin.grant as NonNullable<typeof admin.grant>), id: newId() };
    await admin.push([
      rename({ school: newId() }),
      rename({ grant: strange }),
      rename({ mac: 'AAAA' }),
    ]);
    expect(await heldCodes(server, admin)).toEqual(['wrong-school', 'unknown-grant', 'bad-mac']);
  });

  test('a right that ended signs what was done before its end and nothing after it', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const device = tablet.enrolment?.device.id ?? '';
    const [made, end] = [server.clock.now, server.clock.now + 5000];
    await server.store.write((writing) => writing.endGrants(admin.school, device, end));
    server.clock.now += 60_000;
    await tablet.push([
      checkEvent(tablet, student, { at: made }),
      checkEvent(tablet, student, { at: made + 20_000 }),
    ]);
    expect(await heldCodes(server, tablet)).toEqual(['grant-ended']);
  });
});
