/** What the school's list says about a device, for tests of screens: all is well with it unless the test says otherwise. */
import type { DevicesAnswer } from '#protocol/staff-request.ts';

export type DeviceReport = DevicesAnswer['devices'][number];

/** A class tablet of no group, heard from at the beginning of time. */
export function deviceReport(part: Partial<DeviceReport> = {}): DeviceReport {
  return {
    id: 'tablet',
    kind: 'class-tablet',
    name: 'Tablet',
    groups: [],
    lastHeard: 0,
    waiting: 0,
    app: 'test',
    skew: 0,
    drafts: 0,
    aside: 0,
    storage: null,
    endedAt: null,
    held: 0,
    losses: [],
    erasures: [],
    ...part,
  };
}
