/** The devices of the school: what each said of itself, what was lost on it, and the end and return of its rights. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import { erasuresOf, lossesOf } from './losses.ts';
import { devicesInReach, reachesAll, type Desk } from './staff-desk.ts';
import type { DeviceRow } from '../store/rows.ts';

export type Device = DevicesAnswer['devices'][number];

export async function listDevices(
  desk: Desk,
): Promise<{ readonly secondCopy: boolean; readonly devices: Device[] }> {
  const { writing, school } = desk;
  const ended = await writing.endedDevices(school);
  const held = await writing.heldOfDevices(school);
  const devices: Device[] = [];
  for (const row of await devicesInReach(desk)) {
    const { id, kind, name, groups, lastHeard, waiting, app, skew, drafts, aside, storage } = row;
    devices.push({
      id,
      kind: kind === 'class-tablet' ? kind : 'staff',
      name,
      groups: [...groups],
      lastHeard,
      waiting,
      app,
      skew,
      drafts,
      aside,
      storage,
      endedAt: ended.get(id) ?? null,
      held: held.get(id) ?? 0,
      losses: await lossesOf(writing, school, row),
      erasures: await erasuresOf(writing, school, row, desk.now),
    });
  }
  return { secondCopy: desk.world.secondCopy(), devices };
}

/** Admins and principals: every device but the one they ask from; teachers: class tablets that are theirs alone. */
async function deviceToChange(
  { writing, school, staff }: Desk,
  id: string,
): Promise<Result<DeviceRow, Fault>> {
  const device = await writing.device(school, id);
  if (device === undefined || device.kind === 'server') return err({ code: 'not-found' });
  const own = device.kind === 'class-tablet' && reachesAll(staff, device.groups);
  const may = staff.groups === 'school' || (staff.role === 'teacher' && own);
  return may ? ok(device) : err({ code: 'no-authority' });
}

/** Faults: `not-found`, `no-authority`, `own-device` (nobody ends the device they ask from). */
export async function endDevice(desk: Desk, id: string): Promise<Result<{ done: true }, Fault>> {
  const { writing, school, now, staff } = desk;
  const found = await deviceToChange(desk, id);
  if (!found.ok) return found;
  if (id === staff.grant.device) return err({ code: 'own-device' });
  await writing.endCredentials(school, id, now);
  await writing.endGrants(school, id, now);
  return ok({ done: true });
}

/**
 * Faults: `not-found`, `no-authority`. A device that was never ended stays as it is. What was done on it after the end counts now: it
 * was ended by mistake, or the school trusts who had it.
 */
export async function returnDevice(desk: Desk, id: string): Promise<Result<{ done: true }, Fault>> {
  const { writing, school, judgeAgain } = desk;
  const found = await deviceToChange(desk, id);
  if (!found.ok) return found;
  const ended = await writing.endedDevices(school);
  if (!ended.has(id)) return ok({ done: true });
  await writing.returnDevice(school, id);
  const issues = await writing.issues(school);
  if (issues.some(({ code }) => code === 'grant-ended')) judgeAgain();
  return ok({ done: true });
}
