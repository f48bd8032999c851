import { expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { formAtHand, formOfDraft, prepareCheck, startCheck } from '#state/check-start.ts';
import { fakeServices } from '#test/support/fake-services.ts';
import { theCourse, theObjective } from './check-fixture.ts';

const ana = { student: asId<StudentId>('ana'), by: 'badge' } as const;
const ben = { student: asId<StudentId>('ben'), by: 'badge' } as const;
const target = { course: theCourse.id, objective: theObjective.id };
const NOW = Date.UTC(2026, 10, 23, 10);
const documents: AnyDocument[] = [
  { key: `course/${theCourse.id}`, kind: 'course', body: theCourse },
  { key: 'student/ana', kind: 'student', body: { name: 'Ana', avatar: 'fox', stamps: {} } },
  { key: 'student/ben', kind: 'student', body: { name: 'Ben', avatar: 'owl', stamps: {} } },
];

async function start(fake: ReturnType<typeof fakeServices>, child: typeof ana | typeof ben = ana) {
  const draft = await startCheck(fake.services, child, target, NOW);
  assert(draft.ok, 'a check begins');
  return draft.value;
}

test('the questions that were made while the child was reading are those of the check, once', async () => {
  const fake = fakeServices({ documents });
  const ids: string[] = [];
  const newId = () => {
    const id = fake.services.newId();
    ids.push(id);
    return id;
  };
  const services = { ...fake.services, newId };
  await prepareCheck(services, ana, target);
  await prepareCheck(services, ana, target);
  expect(ids).toHaveLength(1);
  expect(fake.saves).toEqual([]);
  const first = await startCheck(services, ana, target, NOW);
  assert(first.ok, 'the check that was made ahead');
  expect(first.value.id).toBe(ids[0]);
  const second = await startCheck(services, ana, target, NOW);
  assert(second.ok, 'another one');
  expect(ids).toHaveLength(2);
  expect(second.value.form.seed).not.toBe(first.value.form.seed);
});

test('what was made ahead for one child is not asked of another', async () => {
  const fake = fakeServices({ documents });
  await prepareCheck(fake.services, ana, target);
  const bens = await start(fake, ben);
  const anas = await start(fake);
  expect(bens.form.seed).not.toBe(anas.form.seed);
});

test('a check that the child has taken meanwhile is avoided, though another was made ahead before', async () => {
  const fake = fakeServices({ documents });
  await prepareCheck(fake.services, ana, target);
  const first = await start(fake);
  await prepareCheck(fake.services, ana, target);
  await fake.services.drafts.finish(first.id, { claim: { correct: 1, of: 10 }, finished: false });
  const next = await start(fake);
  const made = formAtHand(fake.services.snapshot.get(), first);
  assert(made !== null, 'the first form');
  for (const { identity } of made.items) expect(next.form.avoid).toContain(identity);
});

test('questions at hand are those that are made again from the draft', async () => {
  const fake = fakeServices({ documents });
  const draft = await start(fake);
  const snapshot = fake.services.snapshot.get();
  // As read from the database: equal, and another object.
  const stored = { ...draft, form: { ...draft.form } };
  expect(formAtHand(snapshot, stored)).toBeNull();
  const again = await formOfDraft(snapshot, stored);
  assert(again.ok, 'made again');
  expect(formAtHand(snapshot, draft)).toEqual(again.value);
});
