/** What all ways of becoming a device have in common: the device, its credential, a grant, and the answer. */
import type { MemberBody, SchoolBody, GroupBody } from '#domain/model/documents.ts';
import type { AssignableRole, Scope } from '#domain/model/role.ts';
import type { Enrolment, IssuedGrant } from '#protocol/enrolment.ts';
import { grantKey } from '../crypto/grant-key.ts';
import { hashToken, newId, newSecret } from '../crypto/tokens.ts';
import type { Reading, Writing } from '../store/port.ts';
import type { DeviceRow, GrantRow } from '../store/rows.ts';

/** What the browser is told; the route adds nonce, epoch and clock, and sets the cookie. */
export interface Enrolled {
  readonly answer: Pick<Enrolment, 'device' | 'deviceKey' | 'school' | 'grant' | 'member'>;
  /** The token of a new credential; undefined where the one that came along goes on. */
  readonly token: string | undefined;
}

export type DeviceKind = 'staff' | 'class-tablet';

export async function addDevice(
  writing: Writing,
  school: string,
  now: number,
  device: { readonly kind: DeviceKind; readonly name: string; readonly groups: readonly string[] },
): Promise<DeviceRow> {
  const row: DeviceRow = {
    id: newId(),
    ...device,
    key: newSecret(),
    createdAt: now,
    lastHeard: now,
    waiting: 0,
    drafts: 0,
    app: '',
    skew: 0,
    aside: 0,
    storage: null,
  };
  await writing.addDevice(school, row);
  return row;
}

/**
 * @param ended when its right ended; such a credential carries events and opens nothing
 * @returns the token for the cookie; only its hash is kept
 */
export async function addCredential(
  writing: Writing,
  school: string,
  now: number,
  device: string,
  ended: number | null = null,
): Promise<string> {
  const token = newSecret();
  await writing.addCredential(school, {
    tokenHash: hashToken(token),
    device,
    issuedAt: now,
    endedAt: ended,
  });
  return token;
}

export async function issueGrant(
  writing: Writing,
  school: string,
  now: number,
  right: Pick<GrantRow, 'device' | 'holder' | 'member' | 'scope'>,
): Promise<GrantRow> {
  const id = newId();
  const [sealingKey = ''] = (await writing.schools()).flatMap((one) =>
    one.id === school ? [one.sealingKey] : [],
  );
  const row: GrantRow = {
    id,
    ...right,
    until: null,
    endedAt: null,
    key: grantKey(sealingKey, { id, ...right }),
    issuedAt: now,
  };
  await writing.addGrant(school, row);
  return row;
}

export function toIssued({ id, holder, member, scope, until, key }: GrantRow): IssuedGrant | null {
  if (holder === 'server') return null;
  return { id, holder, member, scope: scope === 'school' ? scope : [...scope], until, key };
}

export function describeDevice({ id, kind, name }: DeviceRow): Enrolment['device'] {
  return { id, kind: kind === 'class-tablet' ? kind : 'staff', name };
}

/** The school as state has it. The body was written by the reducers alone. */
export async function describeSchool(
  reading: Reading,
  school: string,
): Promise<Enrolment['school']> {
  const [row] = await reading.documents(school, ['school']);
  const body = row === undefined ? undefined : (JSON.parse(row.body) as SchoolBody);
  return {
    id: school,
    name: body?.name ?? '',
    timeZone: body?.timeZone ?? 'UTC',
    language: body?.language ?? 'en',
  };
}

/** A member of staff as state has them; undefined before the event that adds them was folded. */
export async function findMember(
  reading: Reading,
  school: string,
  id: string,
): Promise<MemberBody | undefined> {
  const [row] = await reading.documents(school, [`member/${id}`]);
  return row === undefined ? undefined : (JSON.parse(row.body) as MemberBody); // written by the reducers alone
}

/** How far the rights of a person reach today. */
export async function scopeOfMember(
  reading: Reading,
  school: string,
  id: string,
  role: AssignableRole,
): Promise<Scope> {
  if (role === 'admin' || role === 'principal') return 'school';
  const groups = await reading.documentsOfKind(school, 'group');
  return groups.flatMap(({ key, body }) => {
    const { staff } = JSON.parse(body) as GroupBody; // written by the reducers alone
    return staff[id]?.on === true ? [key.slice('group/'.length) as never] : []; // the id of a group is what its key ends with
  });
}
