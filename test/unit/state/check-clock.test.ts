import { expect, test } from 'vitest';
import { clockSetBetween, passedBetween, type Moment } from '#state/check-clock.ts';

const DAY = 24 * 60 * 60_000;
const last: Moment = { mono: 5000, wall: 1_800_000_000_000 };
/** A second later, with the wall clock moved by so much. */
const moved = (by: number): Moment => ({ mono: last.mono + 1000, wall: last.wall + 1000 + by });

test.each([
  ['an hour', DAY / 24],
  ['the summer holidays', 70 * DAY],
  ['a day less than 200', 199 * DAY],
])('a clock set forward by %s is read as sleep: nothing is counted', (_, by) => {
  expect(clockSetBetween(last, moved(by))).toBe(0);
  const { activeMs, asleepMs } = passedBetween(last, moved(by));
  expect(activeMs).toBe(0);
  // An event names no absence longer than eleven days.
  expect(asleepMs).toBe(Math.min(by + 1000, 10 ** 9));
});

test.each([
  ['forward by a year', 365 * DAY],
  ['back by an hour', -DAY / 24],
  ['back by three seconds', -3000],
])('a clock set %s was set: the second in between is active time', (_, by) => {
  expect(clockSetBetween(last, moved(by))).toBe(by);
  const shifted: Moment = { ...last, wall: last.wall + by };
  expect(passedBetween(shifted, moved(by))).toEqual({ activeMs: 1000, asleepMs: 0 });
});

test('clocks that drift apart by less than two seconds were not set', () => {
  expect(clockSetBetween(last, moved(-1900))).toBe(0);
  expect(passedBetween(last, moved(-1900)).activeMs).toBe(1000);
});
