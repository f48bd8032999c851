/** Roles of people, and what a right (a grant) is good for. */
import type { DeviceId, GrantId, GroupId } from './ids.ts';

export type AssignableRole = 'admin' | 'principal' | 'teacher' | 'volunteer';

/** Whose right it is: a person's, or a class tablet's (which proves the tablet, not the child). */
export type Holder = AssignableRole | 'class-tablet' | 'server';

/** How far a right reaches: the whole school, or some groups. */
export type Scope = 'school' | readonly GroupId[];

export interface Grant {
  readonly id: GrantId;
  readonly device: DeviceId;
  readonly holder: Holder;
  /** `member/<id>` of a person's grant; null for a class tablet or the server itself. */
  readonly member: string | null;
  readonly scope: Scope;
  /** When the right ends, in ms of server time; null while it does not. */
  readonly until: number | null;
}
