/**
 * Tags say who may see a document; a device pulls the documents that carry any of its tags.
 *
 *   wide           everything of the school: devices where an admin or a principal signed in
 *   school         what every device of the school sees
 *   staff          what all staff see; also what belongs to no group yet, so that somebody can give it one
 *   group:<id>     a group, its students and their progress
 *   secrets:<id>   picture secrets and badges of a group's students: staff of the group, never a class tablet
 *   device:<id>    how far the device's own streams were applied
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type { DocumentKind } from '#domain/model/documents.ts';
import type { Rosters } from './rosters.ts';

export const WIDE = 'wide';
export const SCHOOL = 'school';
export const STAFF = 'staff';
export const groupTag = (group: string): string => `group:${group}`;
export const secretsTag = (group: string): string => `secrets:${group}`;
export const deviceTag = (device: string): string => `device:${device}`;

const orStaff = (tags: readonly string[]): string[] =>
  tags.length > 0 ? [WIDE, ...tags] : [STAFF, WIDE];

/** The tags of a document, sorted. `applied` documents are tagged where they are made: they belong to devices. */
export function audienceOf(
  kind: Exclude<DocumentKind, 'applied'>,
  key: string,
  rosters: Rosters,
): readonly string[] {
  return tagsOf(kind, key.split('/')[1] ?? '', rosters).toSorted();
}

function tagsOf(kind: Exclude<DocumentKind, 'applied'>, id: string, rosters: Rosters): string[] {
  switch (kind) {
    case 'school':
      return [SCHOOL, WIDE];
    case 'member':
      return [STAFF, WIDE];
    case 'student':
    case 'proof':
    case 'progress':
      return orStaff([...rosters.groupsOf('students', id)].map(groupTag));
    case 'credential':
      return orStaff([...rosters.groupsOf('students', id)].map(secretsTag));
    case 'group':
    case 'use':
    case 'offers':
      return rosters.hasStaff(id) ? [WIDE, groupTag(id)] : [STAFF, WIDE, groupTag(id)];
    case 'course':
      return [STAFF, WIDE, ...[...rosters.usersOf(id)].map(groupTag)];
    default:
      return unreachable(kind);
  }
}
