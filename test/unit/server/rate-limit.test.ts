import { expect, test } from 'vitest';
import { createRateLimit } from '#server/http/rate-limit.ts';

test('so many tries in a window, then a wait until its end, for each name by itself', () => {
  const limit = createRateLimit(3, 60_000);
  expect([1, 2, 3, 4].map((i) => limit.take('one', i * 1000))).toEqual([0, 0, 0, 57]);
  expect(limit.take('other', 4000)).toBe(0);
  expect(limit.take('one', 61_000)).toBe(0);
});

test('a clock that was set back does not lock anybody out', () => {
  const limit = createRateLimit(1, 60_000);
  expect(limit.take('one', 1_000_000)).toBe(0);
  expect(limit.take('one', 5)).toBe(0);
});

test('a try that was no guess does not count', () => {
  const limit = createRateLimit(2, 60_000);
  for (let i = 0; i < 30; i += 1) {
    expect(limit.take('class', i)).toBe(0);
    limit.giveBack('class');
  }
});
