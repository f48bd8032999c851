/** Staff sign in, online, once per device; and a new colleague joins with an invitation. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { asId, type MemberId } from '#domain/model/ids.ts';
import type { JoinRequest, SignInRequest } from '#protocol/enrolment.ts';
import { checkPassphrase, hashPassphrase } from '../crypto/passphrase.ts';
import { hashToken, newId } from '../crypto/tokens.ts';
import { foldedInTime } from '../projection/folded-in-time.ts';
import type { Writing } from '../store/port.ts';
import type { DeviceRow } from '../store/rows.ts';
import {
  addCredential,
  addDevice,
  describeDevice,
  describeSchool,
  findMember,
  issueGrant,
  scopeOfMember,
  toIssued,
  type Enrolled,
} from './enrolment.ts';
import { noteErasedCaller } from './reports.ts';
import { appendAsServer } from './server-events.ts';
import type { ActiveSchool, Caller, World } from './world.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: AssignableRole;
}

/** Signs a person in on the device that asks: the one it is already, or a new one. */
async function admit(
  writing: Writing,
  school: string,
  now: number,
  person: Person,
  on: {
    readonly caller: Caller | undefined;
    readonly name: string;
    readonly erased: boolean;
  },
): Promise<Enrolled> {
  if (on.erased) await noteErasedCaller(writing, on.caller, now);
  const living = on.caller?.ended === false ? on.caller.device : undefined;
  const known = living === undefined ? undefined : await writing.device(school, living);
  const device: DeviceRow =
    known ?? (await addDevice(writing, school, now, { kind: 'staff', name: on.name, groups: [] }));
  const token =
    known === undefined ? await addCredential(writing, school, now, device.id) : undefined;
  const grant = await issueGrant(writing, school, now, {
    device: device.id,
    holder: person.role,
    member: `member/${person.id}`,
    scope: await scopeOfMember(writing, school, person.id, person.role),
  });
  return {
    token,
    answer: {
      device: describeDevice(device),
      deviceKey: device.key,
      school: await describeSchool(writing, school),
      grant: toIssued(grant),
      member: { id: person.id, name: person.name },
    },
  };
}

/**
 * Fault `wrong-sign-in` for whatever is wrong, in the same words and the same time: nobody learns which emails exist; `busy`
 * while what was stored cannot be folded.
 */
export async function signIn(
  world: World,
  active: ActiveSchool,
  caller: Caller | undefined,
  request: SignInRequest,
): Promise<Result<Enrolled, Fault>> {
  const school = active.row.id;
  const account = await world.store.read((reading) =>
    reading.account(school, request.email.toLowerCase()),
  );
  const passphrase = await checkPassphrase(request.passphrase, account?.passphrase);
  const pin = await checkPassphrase(request.pin, account?.pin);
  if (account === undefined || !passphrase || !pin) return err({ code: 'wrong-sign-in' });
  if (!(await foldedInTime(active.projector))) return err({ code: 'busy' });
  return world.store.write(async (writing) => {
    const member = await findMember(writing, school, account.member);
    if (member === undefined) return err({ code: 'wrong-sign-in' });
    const person = { id: account.member, name: member.name, role: member.role };
    const on = {
      caller,
      name: request.deviceName,
      erased: request.erased === true,
    };
    return ok(await admit(writing, school, world.now(), person, on));
  });
}

/** What an invitation is good for. Written by `invite` alone. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: AssignableRole;
  readonly groups: readonly string[];
}

/** Faults: `wrong-code` (unknown, used or run out), `email-taken`. */
export async function join(
  world: World,
  active: ActiveSchool,
  caller: Caller | undefined,
  request: JoinRequest,
): Promise<Result<Enrolled, Fault>> {
  const school = active.row.id;
  const hash = hashToken(request.code);
  const passphrase = await hashPassphrase(request.passphrase);
  const pin = await hashPassphrase(request.pin);
  const now = world.now();
  const joined = await world.store.write(async (writing): Promise<Result<Person, Fault>> => {
    const code = await writing.code(school, hash);
    if (code?.purpose !== 'invite' || code.until < now || code.usedAt !== null)
      return err({ code: 'wrong-code' });
    const { name, email, role, groups } = JSON.parse(code.data) as Invitation; // see Invitation
    if ((await writing.account(school, email)) !== undefined) return err({ code: 'email-taken' });
    await writing.useCode(school, hash, now);
    const id = newId();
    await writing.putAccount(school, { email, member: id, passphrase, pin });
    await appendAsServer(writing, school, now, [
      { kind: 'member.add', about: `member/${id}`, body: { name, role } },
      ...groups.map((group) => ({
        kind: 'group.staff' as const,
        about: `group/${group}` as const,
        body: { op: 'add' as const, member: asId<MemberId>(id) },
      })),
    ]);
    return ok({ id, name, role });
  });
  if (!joined.ok) return joined;
  active.projector.kick();
  await foldedInTime(active.projector);
  const on = {
    caller,
    name: request.deviceName,
    erased: request.erased === true,
  };
  return ok(await world.store.write((writing) => admit(writing, school, now, joined.value, on)));
}
