/** Devices in the order in which somebody has to look at them. */
import type { DevicesAnswer } from '#protocol/staff-request.ts';

export type Device = DevicesAnswer['devices'][number];

const DAY = 24 * 60 * 60 * 1000;
/** A clock that is off by more is worth a look; results keep their order in any case. In ms. */
const CLOCK_TOLERANCE = 2 * 60 * 1000;

/** True when the school has not heard from it for a day. `now` in ms of server time. */
export function isQuiet(device: Device, now: number): boolean {
  return now - device.lastHeard > DAY;
}

/** How far its clock is off in ms, device minus server, or 0 when close enough. */
export function clockError(device: Device): number {
  return Math.abs(device.skew) > CLOCK_TOLERANCE ? -device.skew : 0;
}

/** Those not heard from first, the longest silent on top; then those with results waiting; then by name. */
export function deviceOrder(devices: readonly Device[], now: number): readonly Device[] {
  return devices.toSorted((a, b) => {
    const quiet = Number(isQuiet(b, now)) - Number(isQuiet(a, now));
    if (quiet !== 0) return quiet;
    if (isQuiet(a, now)) return a.lastHeard - b.lastHeard;
    const waiting = Number(b.waiting > 0) - Number(a.waiting > 0);
    return waiting || a.name.localeCompare(b.name);
  });
}
