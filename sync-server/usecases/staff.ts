/** What staff ask of the server directly, signed with their key: codes, invitations, devices, the catalog, attempts. */
import { unreachable } from '#domain/kernel/assert.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { parseJson } from '#protocol/json.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import {
  parseStaffAction,
  type CatalogAnswer,
  type CodeAnswer,
  type DevicesAnswer,
  type DoneAnswer,
  type HeldAnswer,
  type StaffAction,
  type StaffRequest,
} from '#protocol/staff-request.ts';
import type { AttemptsAnswer } from '#protocol/attempts-answer.ts';
import { hmacKey, verify } from '../crypto/hmac.ts';
import { hashToken, newCode } from '../crypto/tokens.ts';
import { foldedInTime } from '../projection/folded-in-time.ts';
import type { Writing } from '../store/port.ts';
import { attemptsAt } from './attempts.ts';
import { endDevice, listDevices, returnDevice } from './devices.ts';
import { scopeOfMember } from './enrolment.ts';
import { listHeld } from './held.ts';
import { listPresence } from './presence.ts';
import type { Invitation } from './sign-in.ts';
import { reachesAll, type Desk, type Staff } from './staff-desk.ts';
import { SIGNED_WINDOW_MS } from './tablets.ts';
import type { Caller, World } from './world.ts';

type Said<A> = Omit<A, 'nonce' | 'epoch' | 'now' | 'seq'>;
export type StaffAnswer =
  | Said<CodeAnswer>
  | Said<DevicesAnswer>
  | Said<CatalogAnswer>
  | Said<HeldAnswer>
  | Said<PresenceList>
  | Said<AttemptsAnswer>
  | Said<DoneAnswer>;

const TABLET_CODE_MS = 15 * 60_000;
const INVITATION_MS = 7 * 24 * 3_600_000;

/** Whom a role may bring into the school: nobody above itself. */
const MAY_INVITE: Readonly<Record<AssignableRole, readonly AssignableRole[]>> = {
  admin: ['admin', 'principal', 'teacher', 'volunteer'],
  principal: ['principal', 'teacher', 'volunteer'],
  teacher: ['volunteer'],
  volunteer: [],
};

/** Who signed this, if the signature is new and good. Faults: `no-authority`, `stale`, `replayed`, `malformed`. */
async function readSigned(
  writing: Writing,
  school: string,
  device: string,
  now: number,
  request: StaffRequest,
): Promise<Result<{ staff: Staff; action: StaffAction }, Fault>> {
  const [grant] = await writing.grants(school, [request.grant]);
  const living = grant !== undefined && grant.endedAt === null && (grant.until ?? Infinity) > now;
  if (!living || grant.device !== device || grant.member === null)
    return err({ code: 'no-authority' });
  const role = grant.holder;
  if (role === 'class-tablet' || role === 'server') return err({ code: 'no-authority' });
  if (!verify(hmacKey(grant.key), request.text, request.mac)) return err({ code: 'no-authority' });
  const json = parseJson(request.text, 'malformed');
  const action = json.ok ? parseStaffAction(json.value) : json;
  if (!action.ok) return err({ code: 'malformed', path: `/text${action.error.path ?? ''}` });
  if (action.value.nonce !== request.nonce) return err({ code: 'replayed' });
  if (Math.abs(now - action.value.now) > SIGNED_WINDOW_MS) return err({ code: 'stale' });
  const fresh = await writing.useNonce(school, request.nonce, now + 2 * SIGNED_WINDOW_MS, now);
  if (!fresh) return err({ code: 'replayed' });
  const scope = await scopeOfMember(writing, school, grant.member.replace(/^member\//, ''), role);
  return ok({
    action: action.value,
    staff: { grant, role, groups: scope === 'school' ? scope : new Set(scope) },
  });
}

async function issueCode(
  { world, writing, school, now }: Desk,
  purpose: 'tablet' | 'invite',
  data: Invitation | readonly string[],
): Promise<StaffAnswer> {
  const code = newCode();
  const until = now + (purpose === 'tablet' ? TABLET_CODE_MS : INVITATION_MS);
  await writing.addCode(school, {
    hash: hashToken(code),
    purpose,
    data: JSON.stringify(data),
    until,
    usedAt: null,
  });
  const path = purpose === 'tablet' ? 'enrol' : 'join';
  return { code, url: `${world.publicUrl()}/${path}#${code}`, until };
}

function catalog({ packs }: World): StaffAnswer {
  return {
    courses: packs.map(({ id, subject, title, units, objectives }) => ({
      id,
      subject,
      title,
      units: units.map((unit) => ({
        id: unit.id,
        title: unit.title,
        objectives: objectives.filter((one) => one.unit === unit.id && one.retired !== true).length,
      })),
    })),
  };
}

async function act(desk: Desk, action: StaffAction): Promise<Result<StaffAnswer, Fault>> {
  const { staff, writing, school } = desk;
  const denied = err({ code: 'no-authority' });
  switch (action.action) {
    case 'tablet-code':
      if (staff.role === 'volunteer' || !reachesAll(staff, action.groups)) return denied;
      return ok(await issueCode(desk, 'tablet', action.groups));
    case 'invite': {
      if (!MAY_INVITE[staff.role].includes(action.role) || !reachesAll(staff, action.groups))
        return denied;
      const { name, role, groups } = action;
      const email = action.email.toLowerCase();
      if ((await writing.account(school, email)) !== undefined) return err({ code: 'email-taken' });
      return ok(await issueCode(desk, 'invite', { name, email, role, groups }));
    }
    case 'devices':
      return staff.role === 'volunteer' ? denied : ok(await listDevices(desk));
    case 'held':
      return staff.role === 'volunteer' ? denied : ok(await listHeld(desk, action.after));
    case 'end-device':
      return endDevice(desk, action.device);
    case 'return-device':
      return returnDevice(desk, action.device);
    case 'presence':
      return reachesAll(staff, [action.group])
        ? ok(await listPresence(desk, action.group))
        : denied;
    case 'catalog':
      return ok(catalog(desk.world));
    case 'attempts':
      return ok(await attemptsAt(desk, action.places));
    default:
      return unreachable(action);
  }
}

/** Faults: `no-authority`, `stale` (the clock in the request is too far from ours), `replayed`, `email-taken`, `malformed`, `busy`. */
export async function askAsStaff(
  world: World,
  caller: Caller,
  request: StaffRequest,
): Promise<Result<StaffAnswer, Fault>> {
  const school = caller.school.row.id;
  const now = world.now();
  // Groups that were made a moment ago are in reach once they are folded.
  if (!(await foldedInTime(caller.school.projector))) return err({ code: 'busy' });
  let isJudgedAgain = false;
  const said = await world.store.write(async (writing) => {
    const signed = await readSigned(writing, school, caller.device, now, request);
    if (!signed.ok) return signed;
    const { staff, action } = signed.value;
    const judgeAgain = (): void => void (isJudgedAgain = true);
    return act({ world, writing, school, now, staff, judgeAgain }, action);
  });
  if (isJudgedAgain) caller.school.projector.again();
  return said;
}
