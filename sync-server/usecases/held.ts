/** Events that are kept and not counted, and slots that were refused, as staff see them (SPEC G3). */
import { idIn } from '#domain/changes/world.ts';
import type { HeldAnswer } from '#protocol/staff-request.ts';
import { parseEnvelope } from '#protocol/event.ts';
import type { HeldRow } from '../store/rows.ts';
import { devicesInReach, studentsInReach, type Desk } from './staff-desk.ts';

type HeldEvent = HeldAnswer['events'][number];
type After = Pick<HeldRow, 'receivedAt' | 'id'> | undefined;

/** In one answer. */
const MOST = 200;
/** Rows that are looked through at a time. */
const CHUNK = 500;

function describe(row: HeldRow, names: ReadonlyMap<string, string>): HeldEvent {
  const envelope = parseEnvelope(row.text);
  const { kind, about, by } = envelope.ok ? envelope.value : { kind: '', about: '', by: '' };
  return { ...row, kind, about, by, deviceName: names.get(row.device) ?? '' };
}

/**
 * Of the devices in reach, and about the groups and students in reach whatever device carried them: of a volunteer's own device
 * the teacher of the group hears in no other way. The newest first, at most 200.
 * @param after the last one of the answer before, where they are asked for page by page
 */
export async function listHeld(
  desk: Desk,
  after: After,
): Promise<{ readonly events: HeldEvent[]; readonly more: boolean }> {
  const { writing, school } = desk;
  const names = new Map((await writing.devices(school)).map(({ id, name }) => [id, name]));
  const devices = new Set((await devicesInReach(desk)).map(({ id }) => id));
  const found: HeldEvent[] = [];
  let last = after;
  for (let isEnd = false; !isEnd && found.length <= MOST;) {
    const rows = await writing.heldEvents(school, last, CHUNK);
    found.push(
      ...(await inReach(
        desk,
        devices,
        rows.map((row) => describe(row, names)),
      )),
    );
    last = rows.at(-1);
    isEnd = rows.length < CHUNK;
  }
  return { events: found.slice(0, MOST), more: found.length > MOST };
}

async function inReach(
  desk: Desk,
  devices: ReadonlySet<string>,
  events: readonly HeldEvent[],
): Promise<readonly HeldEvent[]> {
  const { groups } = desk.staff;
  // What came from the shell was carried by the server's own device: who sees the whole school sees it.
  if (groups === 'school') return events;
  const about = events.flatMap((event) => idIn(event.about, 'student') ?? []);
  const students = await studentsInReach(desk, new Set(about));
  return events.filter(
    (event) =>
      devices.has(event.device) ||
      students.has(idIn(event.about, 'student') ?? '') ||
      groups.has(idIn(event.about, 'group') ?? ''),
  );
}
