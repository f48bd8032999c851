/** What a member of staff asks from: who they are, how far they reach, and the transaction that answers them. */
import type { AssignableRole } from '#domain/model/role.ts';
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
