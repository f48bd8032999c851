import { describe, expect, it } from 'vitest';
import { clockError, deviceOrder, isQuiet, type Device } from '#features/devices/device-order.ts';
import { deviceReport } from '#test/support/builders/device-reports.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const device = (name: string, part: Partial<Device> = {}): Device =>
  deviceReport({ id: name, name, lastHeard: NOW, ...part });

describe('the list of devices', () => {
  it('begins with those not heard from for a day, the longest silent on top', () => {
    const devices = [
      device('B'),
      device('silent', { lastHeard: NOW - 30 * HOUR }),
      device('A', { waiting: 2 }),
      device('lost', { lastHeard: NOW - 300 * HOUR }),
    ];
    expect(deviceOrder(devices, NOW).map(({ name }) => name)).toEqual(['lost', 'silent', 'A', 'B']);
  });

  it('calls a device silent only after a whole day', () => {
    expect(isQuiet(device('x', { lastHeard: NOW - 24 * HOUR }), NOW)).toBe(false);
    expect(isQuiet(device('x', { lastHeard: NOW - 24 * HOUR - 1 }), NOW)).toBe(true);
  });

  it('says that a clock is fast when the device is ahead of the school, and nothing about two minutes', () => {
    expect(clockError(device('x', { skew: -HOUR }))).toBe(HOUR);
    expect(clockError(device('x', { skew: HOUR }))).toBe(-HOUR);
    expect(clockError(device('x', { skew: 120_000 }))).toBe(0);
  });
});
