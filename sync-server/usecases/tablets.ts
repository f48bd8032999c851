/** Class tablets: enrolment by a code, and the ways back for a device that lost its database or its cookie. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { asId, type GroupId } from '#domain/model/ids.ts';
import type { EnrolRequest, RenewRequest } from '#protocol/enrolment.ts';
import { hmacKey, verify } from '../crypto/hmac.ts';
import { hashToken } from '../crypto/tokens.ts';
import { foldedInTime } from '../projection/folded-in-time.ts';
import type { Writing } from '../store/port.ts';
import type { DeviceRow, GrantRow } from '../store/rows.ts';
import {
  addCredential,
  addDevice,
  describeDevice,
  describeSchool,
  issueGrant,
  toIssued,
  type Enrolled,
} from './enrolment.ts';
import { noteErased, noteErasedCaller } from './reports.ts';
import type { ActiveSchool, Caller, World } from './world.ts';

/** How far the clock in a signed request may be from ours. */
export const SIGNED_WINDOW_MS = 5 * 60_000;

function tabletGrant(
  writing: Writing,
  school: string,
  now: number,
  device: DeviceRow,
): Promise<GrantRow> {
  const scope = device.groups.map((group) => asId<GroupId>(group));
  return issueGrant(writing, school, now, {
    device: device.id,
    holder: 'class-tablet',
    member: null,
    scope,
  });
}

async function enrolled(
  writing: Writing,
  school: string,
  device: DeviceRow,
  grant: GrantRow | undefined,
  token: string | undefined,
): Promise<Enrolled> {
  return {
    token,
    answer: {
      device: describeDevice(device),
      deviceKey: device.key,
      school: await describeSchool(writing, school),
      grant: grant === undefined ? null : toIssued(grant),
      member: null,
    },
  };
}

/** Fault `wrong-code`: unknown, used, or run out. */
export async function enrolTablet(
  world: World,
  active: ActiveSchool,
  caller: Caller | undefined,
  request: EnrolRequest,
): Promise<Result<Enrolled, Fault>> {
  const school = active.row.id;
  const now = world.now();
  const hash = hashToken(request.code);
  const made = await world.store.write(async (writing): Promise<Result<Enrolled, Fault>> => {
    const code = await writing.code(school, hash);
    if (
      code?.purpose !== 'tablet' ||
      code.until < now ||
      !(await writing.useCode(school, hash, now))
    ) {
      return err({ code: 'wrong-code' });
    }
    if (request.erased === true) await noteErasedCaller(writing, caller, now);
    const groups = JSON.parse(code.data) as string[]; // written by `tablet-code` alone
    const device = await addDevice(writing, school, now, {
      kind: 'class-tablet',
      name: request.deviceName,
      groups,
    });
    const token = await addCredential(writing, school, now, device.id);
    return ok(
      await enrolled(
        writing,
        school,
        device,
        await tabletGrant(writing, school, now, device),
        token,
      ),
    );
  });
  await foldedInTime(active.projector);
  return made;
}

/** The cookie lives, the database is gone. A tablet gets a new right; the old one still signs what was made under it. */
export async function resume(world: World, caller: Caller): Promise<Result<Enrolled, Fault>> {
  if (caller.ended) return err({ code: 'credential-ended' });
  const school = caller.school.row.id;
  const now = world.now();
  return world.store.write(async (writing) => {
    const device = await writing.device(school, caller.device);
    if (device === undefined) return err({ code: 'no-credential' });
    await noteErased(writing, { school, device: device.id, now }, device.lastHeard);
    const grant =
      device.kind === 'class-tablet' ? await tabletGrant(writing, school, now, device) : undefined;
    return ok(await enrolled(writing, school, device, grant, undefined));
  });
}

/** The database lives, the cookie is gone or opens nothing any more. Fault `wrong-proof` for whatever is wrong. */
export async function renew(
  world: World,
  active: ActiveSchool,
  caller: Caller | undefined,
  request: RenewRequest,
): Promise<Result<Enrolled, Fault>> {
  const school = active.row.id;
  const now = world.now();
  return world.store.write(async (writing): Promise<Result<Enrolled, Fault>> => {
    const device = await writing.device(school, request.device);
    const signed = `renew.${request.device}.${request.nonce}.${request.at}`;
    const proven =
      device !== undefined &&
      Math.abs(now - request.at) <= SIGNED_WINDOW_MS &&
      verify(hmacKey(device.key), signed, request.mac) &&
      (await writing.useNonce(school, `renew.${request.nonce}`, now + 2 * SIGNED_WINDOW_MS, now));
    if (!proven) return err({ code: 'wrong-proof' });
    const rights = await writing.grantsOfDevice(school, device.id);
    const ended = rights.length > 0 && rights.every(({ endedAt }) => endedAt !== null);
    // A device whose rights ended still carries what it holds (PROTOCOL 9). It asks again and again: one such cookie is enough.
    const carries = ended && caller?.device === device.id;
    const token = carries
      ? undefined
      : await addCredential(writing, school, now, device.id, ended ? now : null);
    return ok(await enrolled(writing, school, device, undefined, token));
  });
}
