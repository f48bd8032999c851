import { afterEach, expect, test, vi } from 'vitest';
import { families } from '#domain/items/families.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { closeCheck } from '#state/check-close.ts';
import { formOfDraft, prepareCheck, startCheck } from '#state/check-start.ts';
import { familyLoaders, loadFamily } from '#state/load-family.ts';
import { fakeServices } from '#test/support/fake-services.ts';
import { aDraft, theCourse, theObjective } from './check-fixture.ts';

const MULTIPLY = '#domain/items/families/multiply.ts';
const child = { student: asId<StudentId>('ana'), by: 'badge' } as const;
const target = { course: theCourse.id, objective: theObjective.id };
const course = { key: `course/${theCourse.id}`, kind: 'course', body: theCourse } as const;

/** As on a tablet whose copy of the code is gone: the family of the check cannot be imported. */
function loseTheCode(): void {
  vi.doMock(MULTIPLY, () => {
    throw new Error('Failed to fetch dynamically imported module');
  });
}

afterEach(() => {
  vi.doUnmock(MULTIPLY);
});

test('a device can load every released family, and no other', async () => {
  const names = families.map(({ id, version }) => `${id}@${version}`);
  expect(Object.keys(familyLoaders).toSorted()).toEqual(names.toSorted());
  const loaded = await Promise.all(names.map(async (name) => familyLoaders[name]?.()));
  expect(loaded).toEqual(families);
});

test('only the family of the objective is at hand, in its own version', async () => {
  const found = await loadFamily(theObjective);
  if (!found.ok) throw new Error(found.error.code);
  expect(found.value('multiply', 1)).toMatchObject({ ok: true, value: { id: 'multiply' } });
  const unknown = { error: { code: 'items.unknown-family' } };
  expect(found.value('multiply', 2)).toMatchObject(unknown);
  expect(found.value('add-sub', 1)).toMatchObject(unknown);
});

test('a family of a later version of the app is not known, and says so', async () => {
  const check = { family: 'multiply', version: 99, params: {} };
  expect(await loadFamily({ check })).toMatchObject({
    error: { code: 'items.unknown-family', detail: 'multiply@99' },
  });
});

test('without its code no check begins, and the next try begins it once the code is back', async () => {
  const fake = fakeServices({ documents: [course] });
  loseTheCode();
  await prepareCheck(fake.services, child, target);
  expect(await startCheck(fake.services, child, target, 0)).toMatchObject({
    error: { code: 'no-code' },
  });
  expect(fake.saves).toEqual([]);
  vi.doUnmock(MULTIPLY);
  expect(await startCheck(fake.services, child, target, 0)).toMatchObject({ ok: true });
});

test('an open check whose code is missing is neither closed nor changed', async () => {
  const fake = fakeServices({ documents: [course] });
  const draft = aDraft({ answers: [{ key: '1', raw: '42', ms: 3000 }], entry: '4' });
  await fake.services.drafts.save(draft);
  loseTheCode();
  expect(await formOfDraft(fake.services.snapshot.get(), draft)).toMatchObject({
    error: { code: 'no-code' },
  });
  expect(await closeCheck(fake.services, draft)).toMatchObject({ error: { code: 'no-code' } });
  expect(fake.services.drafts.open.get()).toEqual([draft]);
  expect(fake.appended).toEqual([]);
});
