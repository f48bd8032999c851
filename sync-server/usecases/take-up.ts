/**
 * Rights that the school gave out and its data do not know any more: an older copy was put in place, without a journal. A device that
 * was let in anew still brings what it signed under such a right, or a rescue file does. That the key follows from the school's own key, from whose right
 * it was and from its id is the proof that the school issued it (SPEC G7): it is taken up again as it was.
 */
import { asId, type GroupId } from '#domain/model/ids.ts';
import type { AssignableRole, Scope } from '#domain/model/role.ts';
import { grantKey } from '../crypto/grant-key.ts';
import { hmacKey, verify } from '../crypto/hmac.ts';
import type { Writing } from '../store/port.ts';
import type { DeviceRow, GrantRow } from '../store/rows.ts';
import { scopeOfMember } from './enrolment.ts';
import type { Incoming, IncomingEvent } from './incoming.ts';

const ROLES: readonly AssignableRole[] = ['admin', 'principal', 'teacher', 'volunteer'];

type Owner = Pick<GrantRow, 'holder' | 'member'>;

/** Whose right may have signed this. */
function ownersOf(isTablet: boolean, { envelope: { by } }: IncomingEvent): readonly Owner[] {
  const people = by.startsWith('member/') ? ROLES.map((holder) => ({ holder, member: by })) : [];
  return isTablet ? [...people, { holder: 'class-tablet', member: null }] : people;
}

/** A person's right reaches what the person does now; a tablet's what the tablet does, or who brings its file. */
async function scopeOf(
  writing: Writing,
  school: string,
  { id, kind, groups }: DeviceRow,
  { holder, member }: Owner,
): Promise<Scope> {
  if (member !== null && holder !== 'class-tablet' && holder !== 'server')
    return scopeOfMember(writing, school, member.replace(/^member\//, ''), holder);
  if (kind === 'class-tablet') return groups.map((group) => asId<GroupId>(group));
  const scopes = (await livingRights(writing, school, id)).map(({ scope }) => scope);
  return scopes.includes('school') ? 'school' : [...new Set(scopes.flat() as GroupId[])];
}

interface Bringing {
  /** Whose events these are; of a file whose device the data do not know, who brings it. */
  readonly device: string;
  /** The file is of a device that the data do not know: it may have been a tablet. */
  readonly ofUnknown?: boolean;
  /** Who brings them for it, in a file; undefined: the device itself, or the shell of the server. */
  readonly carrier?: string | undefined;
  readonly now: number;
}

async function livingRights(
  writing: Writing,
  school: string,
  device: string,
): Promise<readonly GrantRow[]> {
  const rights = await writing.grantsOfDevice(school, device);
  return rights.filter(({ endedAt }) => endedAt === null);
}

/** To be called before these events are stored. @returns whether earlier ones may count now, that were held for it */
export async function takeUpRights(
  writing: Writing,
  school: string,
  { device, carrier = device, ofUnknown = false, now }: Bringing,
  events: readonly Incoming[],
): Promise<boolean> {
  const signed = events.filter((one) => one.type === 'event');
  const unknown = new Set(signed.map(({ envelope }) => envelope.grant));
  for (const { id } of await writing.grants(school, [...unknown])) unknown.delete(id);
  if (unknown.size === 0) return false;
  const maker = await writing.device(school, device);
  if (maker === undefined) return false;
  // A device whose rights ended brings no right back, neither its own nor another's.
  for (const one of new Set([device, carrier]))
    if ((await livingRights(writing, school, one)).length === 0) return false;
  const isTablet = maker.kind === 'class-tablet' || ofUnknown;
  const sealingKey = (await writing.schools()).find(({ id }) => id === school)?.sealingKey ?? '';
  const before = unknown.size;
  // One that was forged under the same id proves nothing, and keeps no other from proving it.
  for (const event of signed)
    for (const owner of ownersOf(isTablet, event)) {
      const id = event.envelope.grant;
      if (!unknown.has(id)) break;
      const key = grantKey(sealingKey, { id, ...owner });
      if (!verify(hmacKey(key), event.row.text, event.row.mac)) continue;
      const scope = await scopeOf(writing, school, maker, owner);
      const lasts = { until: null, endedAt: null, issuedAt: now };
      await writing.addGrant(school, { id, ...owner, device, scope, key, ...lasts });
      unknown.delete(id);
    }
  if (unknown.size === before) return false;
  return (await writing.issues(school)).some(({ code }) => code === 'unknown-grant');
}
