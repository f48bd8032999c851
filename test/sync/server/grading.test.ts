import { beforeEach, describe, expect, test } from 'vitest';
import type { ProgressBody } from '#domain/model/documents.ts';
import { refToEvent } from '#domain/changes/refs.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { LOOK_ITEMS } from '#domain/mastery/retention-score.ts';
import type { CheckBody } from '#domain/model/event.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { enrolTablet, joinStaff } from '#test/support/server-harness.ts';
import { checkEvent, firstCheck } from '#test/support/server-class.ts';

import { heldCodes, withFoldedSchool, type FoldedSchool } from '#test/support/folded-school.ts';

let { server, admin, group, student }: FoldedSchool = {} as FoldedSchool; // before each test
withFoldedSchool((school) => ({ server, admin, group, student } = school));

async function pulled(device: TestDevice): Promise<TestDevice> {
  await server.settle();
  await device.pull();
  return device;
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
    expect(await heldCodes(server, tablet)).toEqual([code]);
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
    expect(await heldCodes(server, tablet)).toEqual([]);
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
    expect(await heldCodes(server, tablet)).toEqual([]);
  });

  test('[C1] a short form never stands for a whole check', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([
      checkEvent(tablet, student, {
        change: (body) => ({ ...short([true, true])(body), purpose: 'mastery' }),
      }),
    ]);
    expect(await heldCodes(server, tablet)).toEqual(['form-mismatch']);
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
    expect(await heldCodes(server, tablet)).toEqual(['form-mismatch']);
    await tablet.push([checkEvent(tablet, student, { change: exchanged([2, 2]) })]);
    expect(await statusAfter(tablet)).toBe('M');
  });

  test('a check on paper counts as its teacher entered it, and a class tablet can enter none', async () => {
    const tablet = await enrolTablet(server, admin, [group.group]);
    await tablet.push([paper(tablet, [])]);
    expect(await heldCodes(server, tablet)).toEqual(['no-authority']);
    await admin.push([
      paper(admin, [1, 11]),
      paper(admin, [1], { of: 9 }),
      paper(admin, [2, 2]),
      paper(admin, [1, 2, 3]),
    ]);
    expect(await heldCodes(server, admin)).toEqual([
      'form-mismatch',
      'form-mismatch',
      'form-mismatch',
    ]);
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
    expect(await heldCodes(server, admin)).toEqual([
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
      expect([await heldCodes(server, admin), await heldCodes(server, teacher)]).toEqual([[], []]);
      expect(await tries()).toBe(1);
    });

    test('in another way is held with a reason of its own; entered once more, the new one counts', async () => {
      await admin.push([paper(admin, [1, 2, 3], { id: sheet })]);
      await teacher.push([paper(teacher, [], { id: sheet })]);
      expect(await heldCodes(server, teacher)).toEqual(['sheet-entered-before']);
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
      expect(await heldCodes(server, teacher)).toEqual(['sheet-entered-before']);
      const other = newId();
      const tablet = await enrolTablet(server, admin, [group.group]);
      await tablet.push([paper(tablet, [1], { id: other })]);
      await teacher.push([paper(teacher, [1], { id: other })]);
      expect(await heldCodes(server, teacher)).toEqual([
        'sheet-entered-before',
        'sheet-entered-before',
      ]);
    });
  });
});
