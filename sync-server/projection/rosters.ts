/**
 * Who is in which group, now and at any earlier receipt, and which group uses which course. Scope and audience are decided
 * from it. Kept in memory: a school has some hundreds of memberships.
 */
import type { GroupBody, UseBody } from '#domain/model/documents.ts';
import type { MembershipRow } from '../store/rows.ts';

type List = MembershipRow['list'];

export interface Rosters {
  /** Groups of a student or a member of staff; `at` a receipt, or now. */
  readonly groupsOf: (list: List, member: string, at?: number) => ReadonlySet<string>;
  readonly hasStaff: (group: string) => boolean;
  readonly usersOf: (course: string) => ReadonlySet<string>;
  /** Takes a new body of a group. @returns who came or went */
  readonly setGroup: (group: string, body: GroupBody, receipt: number) => readonly MembershipRow[];
  /** Takes a new body of a group's courses. @returns the courses that came into or went out of use */
  readonly setUse: (group: string, body: UseBody) => readonly string[];
  /** Rows that changed since the last call. */
  readonly takeChanged: () => readonly MembershipRow[];
}

interface Stay {
  readonly group: string;
  readonly from: number;
  to: number | null;
}

const inGroup = (stay: Stay, at: number | undefined): boolean =>
  at === undefined ? stay.to === null : stay.from <= at && (stay.to === null || stay.to > at);

export function createRosters(rows: readonly MembershipRow[]): Rosters {
  const stays = new Map<string, Stay[]>();
  const staffCount = new Map<string, number>();
  const users = new Map<string, Set<string>>();
  const changed = new Map<string, MembershipRow>();
  const staysOf = (list: List, member: string): Stay[] => {
    const key = `${list} ${member}`;
    let found = stays.get(key);
    if (found === undefined) stays.set(key, (found = []));
    return found;
  };
  const count = (list: List, group: string, by: number): void => {
    if (list === 'staff') staffCount.set(group, (staffCount.get(group) ?? 0) + by);
  };
  for (const { group, list, member, from, to } of rows) {
    staysOf(list, member).push({ group, from, to });
    if (to === null) count(list, group, 1);
  }

  const setMember = (
    group: string,
    list: List,
    member: string,
    on: boolean,
    receipt: number,
  ): MembershipRow | undefined => {
    const own = staysOf(list, member);
    const open = own.find((stay) => stay.group === group && stay.to === null);
    if ((open !== undefined) === on) return undefined;
    // In and out again under one receipt is one stay of no length: the key (from) stays unique.
    const stay = open ??
      own.find((one) => one.group === group && one.from === receipt) ?? {
        group,
        from: receipt,
        to: null,
      };
    if (!own.includes(stay)) own.push(stay);
    stay.to = on ? null : receipt;
    count(list, group, on ? 1 : -1);
    const row: MembershipRow = { group, list, member, from: stay.from, to: stay.to };
    changed.set(`${group} ${list} ${member} ${stay.from}`, row);
    return row;
  };

  return {
    groupsOf: (list, member, at) =>
      new Set(
        (stays.get(`${list} ${member}`) ?? [])
          .filter((stay) => inGroup(stay, at))
          .map(({ group }) => group),
      ),
    hasStaff: (group) => (staffCount.get(group) ?? 0) > 0,
    usersOf: (course) => users.get(course) ?? new Set(),
    setGroup: (group, body, receipt) =>
      (['students', 'staff'] as const).flatMap((list) =>
        Object.entries(body[list]).flatMap(
          ([member, { on }]) => setMember(group, list, member, on, receipt) ?? [],
        ),
      ),
    setUse: (group, body) =>
      Object.entries(body.courses).flatMap(([course, { units }]) => {
        const groups = users.get(course) ?? new Set<string>();
        users.set(course, groups);
        if (groups.has(group) === units.length > 0) return [];
        if (units.length > 0) groups.add(group);
        else groups.delete(group);
        return [course];
      }),
    takeChanged: () => {
      const taken = [...changed.values()];
      changed.clear();
      return taken;
    },
  };
}
