import { expect, test } from 'vitest';
import {
  isTimerShown,
  readSupports,
  supportsOnPaper,
  timeFactorOf,
} from '#domain/model/supports.ts';

test('supports stretch the time, and untimed lifts it', () => {
  expect(timeFactorOf([])).toBe(1);
  expect(timeFactorOf(['large-text', 'time-1.25'])).toBe(1.25);
  expect(timeFactorOf(['time-1.5', 'time-3'])).toBe(3);
  expect(timeFactorOf(['time-2', 'untimed'])).toBe(0);
});

test('a sheet of paper gives more time, and nothing that a screen does', () => {
  expect(supportsOnPaper(['read-aloud', 'time-1.5', 'high-contrast', 'timer-hidden'])).toEqual([
    'time-1.5',
  ]);
  expect(supportsOnPaper(['untimed', 'large-text'])).toEqual(['untimed']);
});

test('codes of a later version are kept on the record and change nothing here', () => {
  expect(readSupports(['spacing', 'telepathy', 'time-2', 'spacing'])).toEqual([
    'time-2',
    'spacing',
  ]);
  expect(readSupports(undefined)).toEqual([]);
});

test('the time bar: the child first, then the group, then the course; never without a limit', () => {
  expect(isTimerShown([], undefined, undefined)).toBe(true);
  expect(isTimerShown([], undefined, 'hidden')).toBe(false);
  expect(isTimerShown([], 'shown', 'hidden')).toBe(true);
  expect(isTimerShown([], 'hidden', undefined)).toBe(false);
  expect(isTimerShown([], null, 'hidden')).toBe(false);
  expect(isTimerShown(['timer-shown'], 'hidden', 'hidden')).toBe(true);
  expect(isTimerShown(['timer-hidden'], 'shown', undefined)).toBe(false);
  expect(isTimerShown(['timer-shown', 'untimed'], 'shown', undefined)).toBe(false);
});
