import { expect, it } from 'vitest';
import { isAtWork } from '#app/at-work.ts';

it('a new version waits while a check or an interview is open', () => {
  expect(isAtWork('/student/s1/check/d1')).toBe(true);
  expect(isAtWork('/groups/g/interview/c/u/s')).toBe(true);
});

it('a new version is offered everywhere else', () => {
  for (const path of [
    '/',
    '/student',
    '/student/s1',
    '/teacher',
    '/groups/g/interview',
    '/settings',
  ]) {
    expect(isAtWork(path)).toBe(false);
  }
});
