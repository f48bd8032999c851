import { expect, test } from 'vitest';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { assert } from '#domain/kernel/assert.ts';
import { STATUS_CHARS } from '#domain/model/status.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type ObjectiveId, type StudentId } from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';
import { closeCheck } from '#state/check-close.ts';
import { formOfDraft, startCheck } from '#state/check-start.ts';
import { showsTimer } from '#state/check-timer.ts';
import { fakeServices } from '#test/support/fake-services.ts';
import { theCourse, theObjective } from './check-fixture.ts';

const child = { student: asId<StudentId>('ana'), by: 'badge' } as const;
const target = { course: theCourse.id, objective: theObjective.id };
const NOW = Date.UTC(2026, 10, 23, 10);
const documents: AnyDocument[] = [
  { key: `course/${theCourse.id}`, kind: 'course', body: theCourse },
  { key: 'student/ana', kind: 'student', body: { name: 'Ana', avatar: 'fox', stamps: {} } },
];

function itemsOf({ form }: CheckDraft): string[] {
  const made = formOfObjective(theObjective, form.seed, form.avoid);
  assert(made.ok, 'the form of the draft');
  expect(made.value.hash).toBe(form.hash);
  return made.value.items.map(({ identity }) => identity);
}

async function start(fake: ReturnType<typeof fakeServices>): Promise<CheckDraft> {
  const draft = await startCheck(fake.services, child, target, NOW);
  assert(draft.ok, 'a check begins');
  return draft.value;
}

test('a check that begins is durable before its first question is shown', async () => {
  const fake = fakeServices({ documents });
  const draft = await start(fake);
  expect(fake.saves).toEqual([draft]);
  expect(draft).toMatchObject({
    purpose: 'mastery',
    identifiedBy: 'badge',
    occasion: '2026-11-23',
  });
  const again = await formOfDraft(fake.services.snapshot.get(), draft);
  assert(again.ok, 'the same form again');
  expect(again.value.items.map(({ identity }) => identity)).toEqual(itemsOf(draft));
});

test('three checks in a row share no question, though none of them has reached the school', async () => {
  const free: AnyDocument = {
    key: 'school',
    kind: 'school',
    body: {
      name: 'Hill',
      timeZone: 'UTC',
      language: 'en',
      key: '',
      retakes: { reviewFirst: false, perDay: 0 },
      stamps: {},
    },
  };
  const fake = fakeServices({ documents: [...documents, free] });
  const drafts: CheckDraft[] = [];
  for (let n = 0; n < 3; n += 1) {
    const draft = await start(fake);
    drafts.push(draft);
    await fake.services.drafts.finish(draft.id, { claim: { correct: 3, of: 10 }, finished: true });
  }
  const all = drafts.flatMap(itemsOf);
  expect(new Set(all).size).toBe(30);
});

test('what is mastered is checked for whether it lasted', async () => {
  const position = theCourse.objectives.indexOf(theObjective);
  const st = theCourse.objectives.map(
    (_, i) => STATUS_CHARS[i === position ? 'mastered' : 'working'],
  );
  const progress: AnyDocument = {
    key: `progress/ana/${theCourse.id}`,
    kind: 'progress',
    body: { st: st.join(''), fl: '', d: '', f: '' },
  };
  const draft = await start(fakeServices({ documents: [...documents, progress] }));
  expect(draft.purpose).toBe('retention');
});

test('an objective that is not there, or storage that is full, is a fault and leaves no draft', async () => {
  const fake = fakeServices({ documents });
  const unknown = { ...target, objective: asId<ObjectiveId>('gone') };
  expect(await startCheck(fake.services, child, unknown, NOW)).toMatchObject({
    error: { code: 'no-objective' },
  });
  fake.fail('save', 'storage');
  expect(await startCheck(fake.services, child, target, NOW)).toMatchObject({
    error: { code: 'storage' },
  });
  expect(fake.services.drafts.open.get()).toEqual([]);
});

test('a form that a new edition changed cannot be carried on, and what was answered is kept', async () => {
  const fake = fakeServices({ documents });
  const draft = await start(fake);
  const changed = { ...draft, form: { ...draft.form, hash: 'another' } };
  expect(await formOfDraft(fake.services.snapshot.get(), changed)).toMatchObject({
    error: { code: 'form.changed' },
  });
  await closeCheck(fake.services, changed);
  const [event] = fake.appended;
  assert(event?.kind === 'check', 'an attempt');
  expect(event.body.finished).toBe(false);
});

test("a check begins with the supports of its child's record, and keeps them", async () => {
  const supports = ['time-1.5', 'large-text', 'of-a-later-version'];
  const ana: AnyDocument = {
    key: 'student/ana',
    kind: 'student',
    body: { name: 'Ana', avatar: 'fox', supports, stamps: {} },
  };
  const fake = fakeServices({ documents: [...documents, ana] });
  expect((await start(fake)).supports).toEqual(['time-1.5', 'large-text']);
});

const showing = (more: readonly AnyDocument[], supports: readonly string[] = []) =>
  showsTimer(fakeServices({ documents: [...documents, ...more] }).services.snapshot.get(), {
    ...child,
    course: theCourse.id,
    supports,
  });
const group = (id: string, set: 'shown' | 'hidden' | null): AnyDocument[] => [
  {
    key: `group/${id}`,
    kind: 'group',
    body: { name: id, students: { ana: { on: true, stamp: '1' } }, staff: {}, stamps: {} },
  },
  {
    key: `use/${id}`,
    kind: 'use',
    body: { courses: {}, timers: { [theCourse.id]: { set, stamp: '1' } } },
  },
];
const hidesIt: AnyDocument = {
  key: `course/${theCourse.id}`,
  kind: 'course',
  body: { ...theCourse, timer: 'hidden' },
};

test('the time bar is shown as the child, the group and the course have it, in this order', () => {
  expect(showing([])).toBe(true);
  expect(showing([hidesIt])).toBe(false);
  expect(showing([hidesIt, ...group('a', 'shown')])).toBe(true);
  expect(showing(group('a', null))).toBe(true);
  expect(showing(group('a', 'hidden'))).toBe(false);
  expect(showing([...group('a', 'shown'), ...group('b', 'hidden')])).toBe(false);
  expect(showing(group('a', 'hidden'), ['timer-shown'])).toBe(true);
  expect(showing([], ['timer-hidden'])).toBe(false);
  expect(showing([], ['untimed'])).toBe(false);
});
