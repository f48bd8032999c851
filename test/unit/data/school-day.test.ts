import { expect, test } from 'vitest';
import { dayIn } from '#data/school-day.ts';

test('the day of a moment is the calendar day of the school, not of the device', () => {
  const late = Date.UTC(2026, 10, 21, 23, 30);
  expect(dayIn('UTC')(late)).toBe('2026-11-21');
  expect(dayIn('Europe/Madrid')(late)).toBe('2026-11-22');
  expect(dayIn('America/Los_Angeles')(late)).toBe('2026-11-21');
  expect(dayIn('Asia/Kathmandu')(Date.UTC(2026, 0, 1, 18, 14))).toBe('2026-01-01');
  expect(dayIn('Asia/Kathmandu')(Date.UTC(2026, 0, 1, 18, 15))).toBe('2026-01-02');
});

test('a time zone that the browser does not know falls back to UTC', () => {
  expect(dayIn('Nowhere/At_All')(Date.UTC(2026, 10, 21))).toBe('2026-11-21');
});
