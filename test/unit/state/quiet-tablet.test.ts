import { expect, test } from 'vitest';
import { isQuietTablet } from '#state/quiet-tablet.ts';
import { deviceReport, type DeviceReport } from '#test/support/builders/device-reports.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const isQuiet = (part: Partial<DeviceReport>) =>
  isQuietTablet(deviceReport({ lastHeard: NOW - 30 * HOUR, ...part }), NOW);

test('a class tablet is silent when it was not heard from for a day', () => {
  expect(isQuiet({})).toBe(true);
  expect(isQuiet({ lastHeard: NOW - 23 * HOUR })).toBe(false);
  expect(isQuiet({ kind: 'staff' })).toBe(false);
});

test('one that was lost or given back is no longer named, unless results were waiting on it', () => {
  expect(isQuiet({ endedAt: NOW - HOUR })).toBe(false);
  expect(isQuiet({ endedAt: NOW - HOUR, waiting: 2 })).toBe(true);
});
