/** What a member of staff asks from: who they are, how far they reach, and the transaction that answers them. */
import type { AssignableRole } from '#domain/model/role.ts';
import { groupTag, STAFF } from '../projection/audience.ts';
import type { Writing } from '../store/port.ts';
import type { DeviceRow, GrantRow } from '../store/rows.ts';
import type { World } from './world.ts';

export interface Staff {
  readonly grant: GrantRow;
  readonly role: AssignableRole;
  /** Groups in reach, or the whole school. */
  readonly groups: 'school' | ReadonlySet<string>;
}

export interface Desk {
  readonly world: World;
  readonly writing: Writing;
  readonly school: string;
  readonly now: number;
  readonly staff: Staff;
  /** After the commit, what was held for the end of a right is judged again. */
  readonly judgeAgain: () => void;
}

export const reachesAll = ({ groups }: Staff, wanted: readonly string[]): boolean =>
  groups === 'school' || wanted.every((group) => groups.has(group));

/** The devices whose state a person may see: all, or the one they ask from and the class tablets of their groups. */
export async function devicesInReach({
  writing,
  school,
  staff,
}: Desk): Promise<readonly DeviceRow[]> {
  const { groups, grant } = staff;
  return (await writing.devices(school)).filter(
    (device) =>
      device.kind !== 'server' &&
      (groups === 'school' ||
        device.id === grant.device ||
        device.groups.some((group) => groups.has(group))),
  );
}

/** Whose records the person may read: as their devices pull them, by the tags of the student's document. */
export async function studentsInReach(
  { writing, school, staff }: Desk,
  students: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { groups, role } = staff;
  if (groups === 'school') return students;
  const tags = new Set([...groups].map(groupTag));
  // A student whom nobody has put into a group yet is in the hands of all teachers.
  if (role === 'teacher') tags.add(STAFF);
  const keys = [...students].map((student) => `student/${student}`);
  const documents = await writing.documents(school, keys);
  return new Set(
    documents
      .filter((document) => document.tags.some((tag) => tags.has(tag)))
      .map(({ key }) => key.slice('student/'.length)),
  );
}
