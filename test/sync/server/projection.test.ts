import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppliedBody, ProgressBody } from '#domain/model/documents.ts';
import { refToEvent } from '#domain/changes/refs.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { LOOK_ITEMS } from '#domain/mastery/retention-score.ts';
import type { CheckBody } from '#domain/model/event.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import type { Course } from '#domain/model/course.ts';
import {
  asId,
  type CourseId,
  type MemberId,
  type ObjectiveId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import { builtInCourses } from '#content/courses.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  joinStaff,
  openTestServer,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';
import {
  checkEvent,
  classEvents,
  firstCheck,
  makeClass,
  type TestClass,
} from '#test/support/server-class.ts';

/** A course whose rule no version knows: grading a check of it throws, as a bug would. */
const broken: Course = {
  ...firstCheck().course,
  id: asId<CourseId>('broken'),
  objectives: [
    {
      ...firstCheck().objective,
      id: asId<ObjectiveId>('bug'),
      rule: { type: 'no-such-rule' } as never,
    },
  ],
};

let server: TestServer;
let admin: TestDevice;
let group: TestClass;
let student: string;
beforeEach(async () => {
  server = await openTestServer({ packs: [...builtInCourses(), broken] });
  admin = await setUpSchool(server);
  group = await makeClass(admin, 2);
  student = group.students[0] ?? '';
  await server.settle();
});
afterEach(() => server.close());

async function pulled(device: TestDevice): Promise<TestDevice> {
  await server.settle();
  await device.pull();
  return device;
}
async function heldCodes(device: TestDevice): Promise<string[]> {
  await pulled(device);
  return device.body<AppliedBody>(`applied/${device.stream}`)?.held.map(({ code }) => code) ?? [];
}
interface Sheet {
  readonly id?: string;
  readonly of?: number;
  /** Id of the first entry of the same sheet. */
  readonly first?: string;
  readonly occasion?: string;
  readonly role?: AssignableRole;
}
/** The check of the first objective on paper, as `device` enters it. */
function paper(device: TestDevice, wrong: readonly number[], sheet: Sheet = {}) {
  const { course, objective } = firstCheck();
  const { id = newId(), of = 10, first, occasion = 'today', role = 'teacher' } = sheet;
  const seed = textHash(first ?? id);
  const form = formOfObjective(objective, seed, []);
  if (!form.ok || objective.check === undefined) throw new Error('No form');
  const { family: generator, version } = objective.check;
  return device.event(
    'paper.result',
    `student/${student}`,
    {
      course: course.id,
      objective: objective.id,
      rev: objective.rev,
      form: { generator, version, seed, avoid: [], hash: form.value.hash },
      of,
      wrong,
      minutes: null,
      supports: [],
      occasion,
      purpose: 'mastery',
      role,
    },
    { id, refs: first === undefined ? [] : [refToEvent(first)] },
  );
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
    expect(await heldCodes(tablet)).toEqual(['reducer-error']);
    expect(tablet.body<ProgressBody>(progressKey())?.st).toContain('M');
    expect(server.lines.filter((line) => line.includes('could not be folded'))).toHaveLength(1);
  });

  test('[P13] a missing target parks an event until it comes', async () => {
    const { made, rows } = classEvents(admin, 1);
    const child = made.students[0] ?? '';
    const early = checkEvent(admin, child, { by: `member/${admin.member}` });
    await admin.push([early]);
    expect(await heldCodes(admin)).toEqual(['parked']);
    await admin.push(rows.slice(0, -1));
    expect(await heldCodes(admin)).toEqual([]);
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
    expect(await heldCodes(admin)).toEqual(['parked']);
    await admin.push([attempt]);
    expect(await heldCodes(admin)).toEqual([]);
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
    expect(await heldCodes(admin)).toEqual(['unknown-version']);
    // A text that was changed after it was signed.
    await admin.push([other]);
    expect((await heldCodes(admin)).toSorted()).toEqual(['bad-mac', 'unknown-version']);
  });
});

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
    expect(await heldCodes(tablet)).toEqual(['no-authority', 'no-authority']);
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
    expect(await heldCodes(tablet)).toEqual([]);
    expect(tablet.body(`progress/${student}/${oral.id}`)).toBeDefined();
  });

  test('[G3] a check of a child of another group is held', async () => {
    const other = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [other.group]);
    await tablet.push([checkEvent(tablet, student)]);
    expect(await heldCodes(tablet)).toEqual(['bad-author']);
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
    expect(await heldCodes(tablet)).toEqual(['bad-author']);
    await pulled(admin);
    expect(admin.body<ProgressBody>(progressKey())?.d.match(/c\d+\./g)).toHaveLength(1);
  });

  test('[G2] what an earlier event of the same stream brought into reach counts', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher' });
    const { made, rows } = classEvents(teacher, 1);
    const mark = checkEvent(teacher, made.students[0] ?? '', { by: `member/${teacher.member}` });
    await teacher.push([...rows, mark]);
    expect(await heldCodes(teacher)).toEqual([]);
    expect(teacher.body(`progress/${made.students[0]}/${firstCheck().course.id}`)).toBeDefined();
  });

  test('[G2] what a stream brings into reach counts also when its events come in the wrong order', async () => {
    const teacher = await joinStaff(server, admin, { role: 'teacher' });
    const { made, rows } = classEvents(teacher, 1);
    const mark = checkEvent(teacher, made.students[0] ?? '', { by: `member/${teacher.member}` });
    const [first, ...rest] = rows;
    for (const row of [mark, ...rest.toReversed()]) await teacher.push([row]);
    expect(new Set(await heldCodes(teacher))).toEqual(new Set(['parked']));
    await teacher.push([first]);
    expect(await heldCodes(teacher)).toEqual([]);
    expect(teacher.body(`progress/${made.students[0]}/${firstCheck().course.id}`)).toBeDefined();
  });

  test('[G3] what waits for a slot that was lost is held in the end', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([checkEvent(tablet, newId(), { slot: 2 })]);
    expect(await heldCodes(tablet)).toEqual(['parked']);
    await tablet.ledger({ high: 2, lost: [[1, 1]] });
    expect(await heldCodes(tablet)).toEqual(['bad-author']);
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
    expect(await heldCodes(admin)).toEqual(['wrong-school', 'unknown-grant', 'bad-mac']);
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
    expect(await heldCodes(tablet)).toEqual(['grant-ended']);
  });
});

describe('grading', () => {
  const changed = [
    ['the items hash to something else', 'form-mismatch', { hash: 'other' }],
    ['the generator is unknown', 'unknown-generator', { generator: 'no-such' }],
    ['the version is unknown', 'unknown-generator', { version: 77 }],
    ['the seed was chosen', 'bad-seed', { seed: 'nice-items' }],
  ] as const;
  test.each(changed)('[C1] a check is held when %s', async (_, code, form) => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const row = checkEvent(tablet, student, {
      change: (body) => ({ ...body, form: { ...body.form, ...form } }),
    });
    await tablet.push([row, checkEvent(tablet, student)]);
    expect(await heldCodes(tablet)).toEqual([code]);
    expect(tablet.body<ProgressBody>(progressKey())?.d.match(/c\d+\./g)).toHaveLength(1);
  });

  test('[C1] a claim is never believed: the answers are graded again', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const of = firstCheck().objective.rule.type === 'score' ? 10 : 10;
    const liar = checkEvent(tablet, student, {
      right: 2,
      change: (body) => ({ ...body, claim: { correct: of, of } }),
    });
    await tablet.push([liar]);
    expect(await heldCodes(tablet)).toEqual([]);
    const progress = tablet.body<ProgressBody>(progressKey());
    expect(progress?.st).not.toContain('M');
    expect(progress?.d).toMatch(/:2:/);
  });
});

describe('checks that are not whole checks', () => {
  const short =
    (right: readonly boolean[]) =>
    (body: CheckBody): CheckBody => {
      const { objective } = firstCheck();
      const form = formOfObjective(objective, body.form.seed, [], { count: LOOK_ITEMS });
      if (!form.ok) throw new Error('No form');
      return {
        ...body,
        purpose: 'retention',
        form: { ...body.form, hash: form.value.hash, count: LOOK_ITEMS },
        answers: right.map((isRight, i) => ({
          key: String(i + 1),
          raw: isRight ? (body.answers[i]?.raw ?? '') : '99999',
          ms: 3000,
        })),
        claim: { correct: 2, of: 2 },
      };
    };
  const statusAfter = async (device: TestDevice): Promise<string> => {
    await pulled(device);
    return device.body<ProgressBody>(progressKey())?.st.charAt(0) ?? '';
  };

  test('[C1] a short look is graded from its own two items, and only two misses ask for another check', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    server.clock.now += 60_000;
    await tablet.push([checkEvent(tablet, student)]);
    expect(await statusAfter(tablet)).toBe('M');
    server.clock.now += 3 * 86_400_000;
    await tablet.push([checkEvent(tablet, student, { change: short([false, true]) })]);
    expect(await statusAfter(tablet)).toBe('M');
    server.clock.now += 60_000;
    await tablet.push([checkEvent(tablet, student, { change: short([false, false]) })]);
    expect(await statusAfter(tablet)).toBe('R');
    server.clock.now += 60_000;
    await tablet.push([checkEvent(tablet, student, { change: short([true]) })]);
    expect(await statusAfter(tablet)).toBe('M');
    expect(await heldCodes(tablet)).toEqual([]);
  });

  test('[C1] a short form never stands for a whole check', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([
      checkEvent(tablet, student, {
        change: (body) => ({ ...short([true, true])(body), purpose: 'mastery' }),
      }),
    ]);
    expect(await heldCodes(tablet)).toEqual(['form-mismatch']);
    expect(await statusAfter(tablet)).not.toBe('M');
  });

  test('[C3] a check whose open question was exchanged after a long absence is graded by the new one', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    const exchanged =
      (claimed: readonly number[]) =>
      (body: CheckBody): CheckBody => {
        const { objective } = firstCheck();
        const form = formOfObjective(objective, body.form.seed, [], { replaced: [2, 2] });
        if (!form.ok) throw new Error('No form');
        return {
          ...body,
          form: { ...body.form, hash: form.value.hash, replaced: claimed },
          answers: form.value.items.map(({ answer }, i) => ({
            key: String(i + 1),
            raw: accepted(answer),
            ms: 4000,
          })),
        };
      };
    await tablet.push([checkEvent(tablet, student, { change: exchanged([2]) })]);
    expect(await heldCodes(tablet)).toEqual(['form-mismatch']);
    await tablet.push([checkEvent(tablet, student, { change: exchanged([2, 2]) })]);
    expect(await statusAfter(tablet)).toBe('M');
  });

  test('a check on paper counts as its teacher entered it, and a class tablet can enter none', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([paper(tablet, [])]);
    expect(await heldCodes(tablet)).toEqual(['no-authority']);
    await admin.push([
      paper(admin, [1, 11]),
      paper(admin, [1], { of: 9 }),
      paper(admin, [2, 2]),
      paper(admin, [1, 2, 3]),
    ]);
    expect(await heldCodes(admin)).toEqual(['form-mismatch', 'form-mismatch', 'form-mismatch']);
    expect(await statusAfter(admin)).toBe('W');
    // The same sheet entered again: another attempt, the form of the first entry's id.
    const first = paper(admin, [1, 2, 3]);
    const corrected = paper(admin, [4], { first: first.id });
    const unnamed = paper(admin, [4]);
    const text = unnamed.text.replace(/"seed":"[^"]+"/, `"seed":"${textHash(first.id)}"`);
    await admin.push([
      first,
      { ...unnamed, text, mac: sign(hmacKey(admin.grant?.key ?? ''), text) },
    ]);
    expect(await statusAfter(admin)).toBe('W');
    expect(await heldCodes(admin)).toEqual([
      'form-mismatch',
      'form-mismatch',
      'form-mismatch',
      'bad-seed',
    ]);
    await admin.push([corrected]);
    expect(await statusAfter(admin)).toBe('M');
  });

  describe('a sheet that is entered on two devices', () => {
    const sheet = newId();
    let teacher: TestDevice;
    beforeEach(async () => {
      teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group.group] });
    });
    const tries = async (): Promise<number> => {
      await pulled(admin);
      const body = admin.body<ProgressBody>(progressKey());
      return objectiveProgress(firstCheck().course, body, 0, String)?.outcomes.length ?? 0;
    };

    test('in the same way is one result, and nobody has to look', async () => {
      await admin.push([paper(admin, [1, 2, 3], { id: sheet })]);
      server.clock.now += 60_000;
      const again = paper(teacher, [1, 2, 3], { id: sheet, occasion: 'later', role: 'teacher' });
      await teacher.push([again]);
      expect([await heldCodes(admin), await heldCodes(teacher)]).toEqual([[], []]);
      expect(await tries()).toBe(1);
    });

    test('in another way is held with a reason of its own; entered once more, the new one counts', async () => {
      await admin.push([paper(admin, [1, 2, 3], { id: sheet })]);
      await teacher.push([paper(teacher, [], { id: sheet })]);
      expect(await heldCodes(teacher)).toEqual(['sheet-entered-before']);
      expect(await tries()).toBe(1);
      expect(await statusAfter(teacher)).toBe('W');
      const { course, objective } = firstCheck();
      const aside = teacher.event(
        'attempt.withdraw',
        `student/${student}`,
        { course: course.id, objective: objective.id, reason: 'entered-again' },
        { refs: [refToEvent(sheet)] },
      );
      await teacher.push([aside, paper(teacher, [], { first: sheet })]);
      expect(await statusAfter(teacher)).toBe('M');
    });

    test('in the same way after the first entry was taken back, or does not count, is held', async () => {
      const { course, objective } = firstCheck();
      await admin.push([
        paper(admin, [1], { id: sheet }),
        admin.event(
          'attempt.withdraw',
          `student/${student}`,
          { course: course.id, objective: objective.id, reason: 'undo' },
          { refs: [refToEvent(sheet)] },
        ),
      ]);
      await teacher.push([paper(teacher, [1], { id: sheet })]);
      expect(await heldCodes(teacher)).toEqual(['sheet-entered-before']);
      const other = newId();
      const tablet = await enrolTablet(server, admin, [group.group]);
      await tablet.push([paper(tablet, [1], { id: other })]);
      await teacher.push([paper(teacher, [1], { id: other })]);
      expect(await heldCodes(teacher)).toEqual(['sheet-entered-before', 'sheet-entered-before']);
    });
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
