import { expect, test } from 'vitest';
import { lockAnswers, returnTo, workOf } from '#state/check-draft.ts';
import { aDraft, aForm, at } from './check-fixture.ts';

const MINUTE = 60_000;
const oneDay = () => '2027-01-15';
const draft = aDraft({ answers: [{ key: '1', raw: '8', ms: 900 }], position: 1, activeMs: 900 });
const after = (ms: number, dayOf: (moment: number) => string = oneDay) =>
  returnTo(draft, at(ms).wall, dayOf);

test('within two minutes the child goes on with one tap', () => {
  expect(after(0)).toBe('at-once');
  expect(after(2 * MINUTE)).toBe('at-once');
});

test('after two minutes the child says again who they are', () => {
  expect(after(2 * MINUTE + 1)).toBe('identify');
  expect(after(20 * MINUTE)).toBe('identify');
});

test('after twenty minutes earlier answers stand as they are', () => {
  expect(after(21 * MINUTE)).toBe('locked');
  const locked = workOf(lockAnswers(draft, aForm(), at(21 * MINUTE).wall));
  expect(locked.locked).toEqual(['1']);
  expect(locked.activeMs).toBe(900);
  expect(locked.absences).toEqual([{ at: draft.updatedAt, ms: 21 * MINUTE }]);
});

test('an answer that cannot be read is not locked: the child can still look again', () => {
  const answers = [
    { key: '1', raw: '8', ms: 900 },
    { key: '2', raw: '-', ms: 900 },
  ];
  const locked = lockAnswers(aDraft({ answers }), aForm(), at(21 * MINUTE).wall);
  expect(locked.locked).toEqual(['1']);
});

test('a check of another day is closed, and a clock that was set back asks again', () => {
  const byHour = (moment: number) => String(moment >= at(10 * MINUTE).wall);
  expect(after(11 * MINUTE, byHour)).toBe('closed');
  expect(after(-5 * MINUTE)).toBe('identify');
});
