/** The days on which it is asked whether mastery lasted, as a person writes them. */
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/** As the schema of `school.retention` has it. */
export const MOST_DAYS = 12;
export const LONGEST_DAYS = 1000;

/**
 * Days after mastery, in order and each once. Faults: `no-days`, `not-a-day` (detail: the part that cannot be read),
 * `too-many-days`.
 */
export function readDays(text: string): Result<readonly number[], Fault> {
  const parts = text.split(/[\s,;]+/u).filter((part) => part !== '');
  if (parts.length === 0) return fault('no-days');
  const bad = parts.find((part) => !/^\d{1,4}$/u.test(part) || !isDay(Number(part)));
  if (bad !== undefined) return fault('not-a-day', undefined, bad);
  const days = [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
  return days.length > MOST_DAYS ? fault('too-many-days') : ok(days);
}

const isDay = (day: number): boolean => day >= 1 && day <= LONGEST_DAYS;

export function writeDays(days: readonly number[]): string {
  return days.join(', ');
}
