/**
 * Who is in which group, now and at any earlier receipt, and which group uses which course. Scope and audience are decided
 * from it. Kept in memory: a school has some hundreds of memberships.
 */
import { isErased } from '#domain/changes/aliases.ts';
import type { BodyOf, GroupBody, UseBody } from '#domain/model/documents.ts';
import type { MembershipRow } from '../store/rows.ts';

type List = MembershipRow['list'];

export interface Rosters {
  /**
   * Groups of a student or a member of staff; `at` a receipt, or now. A child of several records is in the groups of all of
   * them, as the records are joined now.
   */
  readonly groupsOf: (list: List, member: string, at?: number) => ReadonlySet<string>;
  readonly hasStaff: (group: string) => boolean;
  readonly usersOf: (course: string) => ReadonlySet<string>;
  /** Takes a new body of a group. @returns who came or went */
  readonly setGroup: (group: string, body: GroupBody, receipt: number) => readonly MembershipRow[];
  /** All records that are joined with this one, itself among them. */
  readonly recordsOf: (student: string) => ReadonlySet<string>;
  /** Takes a new body of a student. @returns whose records are joined otherwise now: those that were together and those that are */
  readonly setStudent: (student: string, body: BodyOf['student']) => ReadonlySet<string>;
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

/**
 * Which records are joined, by their merges alone and in any direction: also before both have come, so that who may do what
 * was the same when the log is read again after somebody was erased. What a screen shows is stricter (`aliases.ts`).
 */
function createJoins(): Pick<Rosters, 'recordsOf' | 'setStudent'> {
  const into = new Map<string, string>();
  const from = new Map<string, Set<string>>();
  const erased = new Set<string>();
  const recordsOf = (student: string): ReadonlySet<string> => {
    const found = new Set([student]);
    // A Set iterates over what is added on the way.
    for (const one of found) {
      if (erased.has(one)) continue;
      for (const other of [into.get(one) ?? one, ...(from.get(one) ?? [])])
        if (!erased.has(other)) found.add(other);
    }
    return found;
  };
  return {
    recordsOf,
    setStudent(student, body) {
      const gone = isErased(body);
      const after = gone ? null : (body.alias ?? null);
      const before = into.get(student) ?? null;
      if (before === after && erased.has(student) === gone) return new Set();
      const were = recordsOf(student);
      if (before !== null) from.get(before)?.delete(student);
      if (after === null) into.delete(student);
      else {
        into.set(student, after);
        from.set(after, (from.get(after) ?? new Set()).add(student));
      }
      if (gone) erased.add(student);
      return new Set([...were, ...recordsOf(student)]);
    },
  };
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

  const joins = createJoins();
  return {
    ...joins,
    groupsOf: (list, member, at) =>
      new Set(
        [...(list === 'students' ? joins.recordsOf(member) : [member])].flatMap((one) =>
          (stays.get(`${list} ${one}`) ?? [])
            .filter((stay) => inGroup(stay, at))
            .map(({ group }) => group),
        ),
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
