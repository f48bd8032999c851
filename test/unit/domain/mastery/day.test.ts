import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, nextDay } from '#domain/mastery/day.ts';

test.each([
  ['America/Denver', '2026-09-02T05:59:59Z', '2026-09-01'],
  ['America/Denver', '2026-09-02T06:00:00Z', '2026-09-02'],
  ['Asia/Kathmandu', '2026-09-01T18:14:59Z', '2026-09-01'],
  ['Asia/Kathmandu', '2026-09-01T18:15:00Z', '2026-09-02'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ['UTC', '2028-02-29T23:59:59Z', '2028-02-29'],
])('in %s, %s is %s', (zone, moment, day) => {
  expect(dayIn(zone)(Date.parse(moment))).toBe(day);
});

test('in UTC every moment has the day of its ISO text, also when asked again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (moment) => {
      const iso = new Date(moment).toISOString().slice(0, 10);
      expect([dayIn('UTC')(moment), dayIn('UTC')(moment)]).toEqual([iso, iso]);
    }),
    { numRuns: 6000 },
  );
});

test('the next day is the next calendar day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
      const iso = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);
      expect(nextDay(iso(n))).toBe(iso(n + 1));
    }),
    { numRuns: 1000 },
  );
});

test('an unknown time zone is a bug of the caller', () => {
  expect(() => dayIn('Nowhere/Atlantis')).toThrow(RangeError);
});
