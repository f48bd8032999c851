/** The first set-up of a school, once, with the token that the server printed where it was started. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { dayIn } from '#domain/mastery/day.ts';
import type { SetupRequest } from '#protocol/enrolment.ts';
import { foldedInTime } from '../projection/folded-in-time.ts';
import { hashPassphrase } from '../crypto/passphrase.ts';
import { newSealingKey } from '../crypto/sealing-key.ts';
import { hashToken, newId, newSecret, sameText } from '../crypto/tokens.ts';
import type { Store, Writing } from '../store/port.ts';
import type { SchoolRow } from '../store/rows.ts';
import {
  addCredential,
  addDevice,
  describeDevice,
  issueGrant,
  toIssued,
  type Enrolled,
} from './enrolment.ts';
import { addServerDevice, appendAsServer, type ServerEvent } from './server-events.ts';
import type { World } from './world.ts';

const TOKEN = 'setup-token';

/** A new one-time token; the one before it is good for nothing any more. Only its hash is kept. */
export async function newSetupToken(store: Store): Promise<string> {
  const token = newSecret();
  await store.write((writing) => writing.setSetting(TOKEN, hashToken(token)));
  return token;
}

function isTimeZone(name: string): boolean {
  try {
    dayIn(name);
    return true;
  } catch {
    return false;
  }
}

function firstEvents(
  request: Pick<SetupRequest, 'school' | 'member'>,
  member: string,
  key: string,
): ServerEvent[] {
  const { name, timeZone, language } = request.school;
  const set = <T>(value: T): { set: T; was: null } => ({ set: value, was: null });
  return [
    { kind: 'school.name', about: 'school', body: set(name) },
    { kind: 'school.time-zone', about: 'school', body: set(timeZone) },
    { kind: 'school.language', about: 'school', body: set(language) },
    { kind: 'school.key', about: 'school', body: set(key) },
    {
      kind: 'member.add',
      about: `member/${member}`,
      body: { name: request.member.name, role: 'admin' },
    },
  ];
}

/** The rows of a new school with its first person, in one transaction. */
export async function createSchool(
  writing: Writing,
  now: number,
  request: Pick<SetupRequest, 'school' | 'member'>,
  hashes: { readonly passphrase: string; readonly pin: string },
): Promise<{ row: SchoolRow; member: string }> {
  const sealing = newSealingKey();
  const row: SchoolRow = { id: newId(), createdAt: now, sealingKey: sealing.privateKey };
  const member = newId();
  await writing.addSchool(row);
  await addServerDevice(writing, row.id, now);
  await appendAsServer(writing, row.id, now, firstEvents(request, member, sealing.publicKey));
  await writing.putAccount(row.id, {
    email: request.member.email.toLowerCase(),
    member,
    ...hashes,
  });
  return { row, member };
}

/** Faults: `already-set-up`, `wrong-token`, `malformed` with the path (a time zone that does not exist). */
export async function setUp(world: World, request: SetupRequest): Promise<Result<Enrolled, Fault>> {
  if (world.school() !== undefined) return err({ code: 'already-set-up' });
  if (!isTimeZone(request.school.timeZone))
    return err({ code: 'malformed', path: '/school/timeZone' });
  const passphrase = await hashPassphrase(request.member.passphrase);
  const pin = await hashPassphrase(request.member.pin);
  const now = world.now();
  const made = await world.store.write(async (writing) => {
    if ((await writing.schools()).length > 0) return err({ code: 'already-set-up' });
    if (!sameText((await writing.setting(TOKEN)) ?? '', hashToken(request.token)))
      return err({ code: 'wrong-token' });
    const { row, member } = await createSchool(writing, now, request, { passphrase, pin });
    const device = await addDevice(writing, row.id, now, {
      kind: 'staff',
      name: request.deviceName,
      groups: [],
    });
    const token = await addCredential(writing, row.id, now, device.id);
    const right = {
      device: device.id,
      holder: 'admin',
      member: `member/${member}`,
      scope: 'school',
    } as const;
    const grant = await issueGrant(writing, row.id, now, right);
    await writing.setSetting(TOKEN, undefined);
    return ok({ row, member, device, token, grant });
  });
  if (!made.ok) return made;
  const { row, member, device, token, grant } = made.value;
  const active = await world.open(row);
  await foldedInTime(active.projector);
  return ok({
    token,
    answer: {
      device: describeDevice(device),
      deviceKey: device.key,
      school: { id: row.id, ...request.school },
      grant: toIssued(grant),
      member: { id: member, name: request.member.name },
    },
  });
}
