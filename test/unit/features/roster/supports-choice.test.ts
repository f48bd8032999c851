import { expect, test } from 'vitest';
import { readChoice, writeChoice } from '#features/roster/supports-choice.ts';

test('every support that was set comes back from the form', () => {
  const codes = ['time-1.5', 'read-aloud', 'high-contrast', 'left-handed', 'timer-hidden'];
  expect(readChoice(codes)).toEqual({
    time: 'time-1.5',
    plain: ['read-aloud', 'high-contrast'],
    isLeftHanded: true,
    timeBar: 'hidden',
  });
  expect(writeChoice(readChoice(codes), codes)).toEqual(codes);
});

test('nothing set is the usual time and the bar as the course has it, and writes no code', () => {
  const none = { time: 'usual', plain: [], isLeftHanded: false, timeBar: 'course' };
  expect(readChoice(undefined)).toEqual(none);
  expect(writeChoice(readChoice(undefined), undefined)).toEqual([]);
});

test('a code of a later version is kept, and of two times the longer one stands', () => {
  const codes = ['time-1.25', 'telepathy', 'time-3'];
  expect(writeChoice(readChoice(codes), codes)).toEqual(['time-3', 'telepathy']);
});
