/** Events that are kept and not counted, and slots that were refused, as staff see them (SPEC G3). */
import type { HeldAnswer } from '#protocol/staff-request.ts';
import { parseEnvelope } from '#protocol/event.ts';
import type { HeldRow } from '../store/rows.ts';
import { devicesInReach, type Desk } from './staff-desk.ts';

type HeldEvent = HeldAnswer['events'][number];

const MOST = 200;

function describe(row: HeldRow, names: ReadonlyMap<string, string>): HeldEvent {
  const envelope = parseEnvelope(row.text);
  const { kind, about, by } = envelope.ok ? envelope.value : { kind: '', about: '', by: '' };
  return { ...row, kind, about, by, deviceName: names.get(row.device) ?? '' };
}

/** Of the devices in reach, the newest first, at most 200. */
export async function listHeld(
  desk: Desk,
): Promise<{ readonly events: HeldEvent[]; readonly more: boolean }> {
  const { writing, school, staff } = desk;
  const devices = await devicesInReach(desk);
  const names = new Map(devices.map(({ id, name }) => [id, name]));
  // What came from the shell was carried by the server's own device: who sees the whole school sees it.
  const among = staff.groups === 'school' ? undefined : [...names.keys()];
  const rows = await writing.heldEvents(school, among, MOST + 1);
  return {
    events: rows.slice(0, MOST).map((row) => describe(row, names)),
    more: rows.length > MOST,
  };
}
