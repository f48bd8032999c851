import { expect, test } from 'vitest';
import { DEFAULT_RETENTION } from '#domain/mastery/retention.ts';
import { bodyParserOf } from '#protocol/bodies.ts';
import { LONGEST_DAYS, MOST_DAYS, readDays, writeDays } from '#features/settings/retention-days.ts';

const days = (text: string) => {
  const read = readDays(text);
  return read.ok ? read.value : read.error.code;
};

test('days are read in any order and spacing, each once', () => {
  expect(days(' 21,7  2;7, 120 ')).toEqual([2, 7, 21, 120]);
  expect(days(writeDays(DEFAULT_RETENTION))).toEqual(DEFAULT_RETENTION);
});

test('what is no day is named, and nothing is guessed', () => {
  for (const text of ['two', '2.5', '-3', '0', '1001', '2, x'])
    expect(days(text)).toBe('not-a-day');
  expect(readDays('2, x')).toMatchObject({ error: { detail: 'x' } });
  expect(days('  ,')).toBe('no-days');
});

test('the form takes no more than the school can keep', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const parser = bodyParserOf('school.retention', 1);
  if (!parser.ok) throw new Error('no such kind');
  const fits = (set: readonly number[]) => parser.value.parse({ set, was: null }).ok;
  expect([days(numbers(MOST_DAYS).join()), fits(numbers(MOST_DAYS))]).toEqual([
    numbers(MOST_DAYS),
    true,
  ]);
  expect([days(numbers(MOST_DAYS + 1).join()), fits(numbers(MOST_DAYS + 1))]).toEqual([
    'too-many-days',
    false,
  ]);
  expect([fits([LONGEST_DAYS]), fits([LONGEST_DAYS + 1])]).toEqual([true, false]);
});
