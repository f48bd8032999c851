import { describe, expect, it } from 'vitest';
import { clockError, deviceShelves, shelfOf, type Device } from '#features/devices/device-order.ts';
import { deviceReport } from '#test/support/builders/device-reports.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const device = (name: string, part: Partial<Device> = {}): Device =>
  deviceReport({ id: name, name, lastHeard: NOW, ...part });
const namesOf = (devices: readonly Device[]) => devices.map(({ name }) => name);
const loss = { stream: 1, first: 15, last: 18, since: NOW - HOUR, until: NOW };

describe('the list of devices', () => {
  it('keeps those not heard from for a day apart, the longest silent on top', () => {
    const { quiet, heard } = deviceShelves(
      [
        device('B'),
        device('silent', { lastHeard: NOW - 30 * HOUR }),
        device('lost', { lastHeard: NOW - 300 * HOUR, waiting: 2 }),
      ],
      NOW,
    );
    expect(namesOf(quiet)).toEqual(['lost', 'silent']);
    expect(namesOf(heard)).toEqual(['B']);
  });

  it('begins with what is in danger, then what is lost, then what waits', () => {
    const { heard } = deviceShelves(
      [
        device('B'),
        device('A'),
        device('waiting', { waiting: 2 }),
        device('lost', { losses: [loss] }),
        device('not saved', { aside: 1 }),
      ],
      NOW,
    );
    expect(namesOf(heard)).toEqual(['not saved', 'lost', 'waiting', 'A', 'B']);
  });

  it('puts a device whose rights have ended at the end, however silent it is', () => {
    const given = device('given back', { lastHeard: 0, endedAt: NOW });
    expect(namesOf(deviceShelves([given], NOW).ended)).toEqual(['given back']);
    expect(deviceShelves([given], NOW).quiet).toEqual([]);
  });

  it('calls a device silent only after a whole day', () => {
    expect(shelfOf(device('x', { lastHeard: NOW - 24 * HOUR }), NOW)).toBe('heard');
    expect(shelfOf(device('x', { lastHeard: NOW - 24 * HOUR - 1 }), NOW)).toBe('quiet');
  });

  it('says that a clock is fast when the device is ahead of the school, and nothing about two minutes', () => {
    expect(clockError(device('x', { skew: -HOUR }))).toBe(HOUR);
    expect(clockError(device('x', { skew: HOUR }))).toBe(-HOUR);
    expect(clockError(device('x', { skew: 120_000 }))).toBe(0);
  });
});
