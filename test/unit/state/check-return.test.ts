import { expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { CheckDraft } from '#data/services.ts';
import { returnToCheck } from '#state/check-return.ts';
import { fakeServices } from '#test/support/fake-services.ts';
import { aDraft, aForm, at, theCourse } from './check-fixture.ts';

const documents: AnyDocument[] = [
  { key: `course/${theCourse.id}`, kind: 'course', body: theCourse },
];
const snapshot = fakeServices({ documents }).services.snapshot.get();
const shown = aForm().items.map(({ identity }) => identity);
/** The first is answered, the second was on screen with half an answer. */
const begun = aDraft({
  answers: [{ key: '1', raw: '42', ms: 3000 }],
  position: 1,
  entry: '5',
  activeMs: 4000,
});

async function back(draft: CheckDraft, how: 'at-once' | 'identify' | 'locked') {
  const returned = await returnToCheck(snapshot, draft, how, at(0).wall);
  assert(returned.ok, 'the check goes on');
  const { draft: after, form } = returned.value;
  expect(after.form.hash).toBe(form.hash);
  return { after, items: form.items.map(({ identity }) => identity) };
}

test('within two minutes the same question waits, with what was typed', async () => {
  const { after, items } = await back(begun, 'at-once');
  expect(after).toBe(begun);
  expect(items).toEqual(shown);
});

test('after more than two minutes the open question is another one of its kind, and all others stay', async () => {
  const { after, items } = await back(begun, 'identify');
  expect(after).toMatchObject({ entry: '', answers: begun.answers, form: { replaced: [1] } });
  expect(items.filter((one) => shown.includes(one))).toEqual(shown.toSpliced(1, 1));
  // Looked at twice, before anything is saved, it is the same one; away once more, it is a third.
  expect((await back(begun, 'identify')).items).toEqual(items);
  const third = await back(after, 'identify');
  expect(third.after.form.replaced).toEqual([1, 1]);
  expect([...shown, ...items]).not.toContain(third.items[1]);
});

test('after more than twenty minutes the answers stand, and the open question is another one', async () => {
  const { after, items } = await back(begun, 'locked');
  expect(after.locked).toEqual(['1']);
  expect(items[0]).toBe(shown[0]);
  expect(items[1]).not.toBe(shown[1]);
});

test('a question that has an answer, and one that nobody has seen, stay', async () => {
  const answered = await back({ ...begun, position: 0, entry: '' }, 'identify');
  expect(answered.items).toEqual(shown);
  expect((await back(aDraft(), 'identify')).items).toEqual(shown);
  expect((await back({ ...begun, position: 10, entry: '' }, 'locked')).items).toEqual(shown);
});
