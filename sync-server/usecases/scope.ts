/** What a device may see: the tags of its documents, and a name for the set of them. */
import { createHash } from 'node:crypto';
import type { GroupBody } from '#domain/model/documents.ts';
import { deviceTag, groupTag, SCHOOL, secretsTag, STAFF, WIDE } from '../projection/audience.ts';
import type { Reading } from '../store/port.ts';
import type { DeviceRow, GrantRow } from '../store/rows.ts';

const lasts = (grant: GrantRow, now: number): boolean =>
  grant.endedAt === null && (grant.until === null || grant.until > now);

async function staffTags(
  reading: Reading,
  school: string,
  members: ReadonlySet<string>,
): Promise<string[]> {
  const groups = await reading.documentsOfKind(school, 'group');
  return groups.flatMap(({ key, body }) => {
    // Written by the reducers of groups alone.
    const { staff } = JSON.parse(body) as GroupBody;
    const id = key.slice('group/'.length);
    const own = [...members].some((member) => staff[member.replace(/^member\//, '')]?.on === true);
    return own ? [groupTag(id), secretsTag(id)] : [];
  });
}

/**
 * The tags that a device pulls, sorted. A class tablet sees its groups, whoever signs in on it; a staff device what the
 * people who signed in there may see.
 */
export async function tagsOfDevice(
  reading: Reading,
  school: string,
  device: DeviceRow,
  now: number,
): Promise<string[]> {
  const own = deviceTag(device.id);
  if (device.kind === 'class-tablet')
    return [SCHOOL, own, ...device.groups.map(groupTag)].toSorted();
  const grants = (await reading.grantsOfDevice(school, device.id)).filter((grant) =>
    lasts(grant, now),
  );
  const people = grants.filter(({ member }) => member !== null);
  if (people.some(({ scope }) => scope === 'school')) return [WIDE, own].toSorted();
  if (people.length === 0) return [own];
  const members = new Set(people.flatMap(({ member }) => member ?? []));
  const staff = people.some(({ holder }) => holder === 'teacher') ? [STAFF] : [];
  return [SCHOOL, own, ...staff, ...(await staffTags(reading, school, members))].toSorted();
}

/** A short name for a set of tags: another name, another scope, a full pull (PROTOCOL 11). */
export function scopeName(tags: readonly string[]): string {
  return createHash('sha256').update(tags.join('\n')).digest('base64url').slice(0, 22);
}
