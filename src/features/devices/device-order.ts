/** Devices in the order in which somebody has to look at them. */
import type { DevicesAnswer } from '#protocol/staff-request.ts';

export type Device = DevicesAnswer['devices'][number];

/** Where a device stands in the list: silent ones first, those whose rights have ended last. */
export type Shelf = 'quiet' | 'heard' | 'ended';

const DAY = 24 * 60 * 60 * 1000;
/** A clock that is off by more is worth a look; results keep their order in any case. In ms. */
const CLOCK_TOLERANCE = 2 * 60 * 1000;

/** How far its clock is off in ms, device minus server, or 0 when close enough. */
export function clockError({ skew }: Pick<Device, 'skew'>): number {
  return Math.abs(skew) > CLOCK_TOLERANCE ? -skew : 0;
}

/** @param now ms of server time */
export function shelfOf(device: Device, now: number): Shelf {
  if (device.endedAt !== null) return 'ended';
  return now - device.lastHeard > DAY ? 'quiet' : 'heard';
}

/** The silent ones with the longest silent on top; the others with what is the matter first, then by name. */
export function deviceShelves(
  devices: readonly Device[],
  now: number,
): Readonly<Record<Shelf, readonly Device[]>> {
  const on = (shelf: Shelf) => devices.filter((device) => shelfOf(device, now) === shelf);
  return {
    quiet: on('quiet').toSorted((a, b) => a.lastHeard - b.lastHeard),
    heard: on('heard').toSorted((a, b) => urgency(b) - urgency(a) || a.name.localeCompare(b.name)),
    ended: on('ended').toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)),
  };
}

/** Results that a browser could not write are in danger now; lost ones have to be asked for again; waiting ones come. */
function urgency({ aside, losses, erasures, waiting }: Device): number {
  if (aside > 0) return 3;
  if (losses.length > 0 || erasures.length > 0) return 2;
  return waiting > 0 ? 1 : 0;
}
