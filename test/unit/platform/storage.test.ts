import { expect, test } from 'vitest';
import { temporaryFrom, type ProfileClues } from '#platform/storage.ts';

const GIB = 2 ** 30;
const clues = (more: Partial<ProfileClues> = {}): ProfileClues => ({
  persisted: false,
  quota: 200 * GIB,
  memory: 8,
  workers: true,
  sinceVisit: 0,
  ...more,
});

test('a profile that lives in memory, or a window without service workers, is erased at its end', () => {
  expect(temporaryFrom(clues({ quota: 0.5 * GIB }))).toBe(true);
  expect(temporaryFrom(clues({ workers: false }))).toBe(true);
});

test('storage that the browser promised to keep, and a profile that remembers yesterday, last', () => {
  expect(temporaryFrom(clues({ persisted: true, quota: 0.5 * GIB }))).toBe(false);
  expect(temporaryFrom(clues({ sinceVisit: 24 * 3_600_000 }))).toBe(false);
});

test('the first session of an ordinary profile cannot be told from one that a school erases at sign-out', () => {
  expect(temporaryFrom(clues())).toBe(null);
  expect(temporaryFrom(clues({ persisted: null, quota: null, memory: null }))).toBe(null);
});
