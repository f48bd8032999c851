/** Orders in which a dashboard lists students. */
import { unreachable } from '../kernel/assert.ts';
import type { StudentId } from '../model/ids.ts';

export interface NamedStudent {
  readonly id: StudentId;
  readonly name: string;
}

export type SortBy = 'name' | 'most-done' | 'least-done' | 'needs-help';

export interface SortableRow {
  readonly student: NamedStudent;
  readonly done: number;
  /** Not excused. */
  readonly of: number;
  readonly needsHelp: number;
}

/**
 * Rows in the order asked for; rows that are equal in it stay in order of name. "Done" compares shares of what is not
 * excused (3 of 4 is more than 5 of 8; somebody with everything excused comes last in both). `locale` orders the names.
 */
export function sortRows<R extends SortableRow>(
  rows: readonly R[],
  by: SortBy,
  locale: string,
): R[] {
  const byName = new Intl.Collator(locale, { numeric: true }).compare;
  return rows.toSorted(
    (a, b) =>
      compareBy(by, a, b) ||
      byName(a.student.name, b.student.name) ||
      (a.student.id < b.student.id ? -1 : 1),
  );
}

function compareBy(by: SortBy, a: SortableRow, b: SortableRow): number {
  switch (by) {
    case 'name':
      return 0;
    case 'most-done':
      return emptyLast(a, b) || b.done * a.of - a.done * b.of;
    case 'least-done':
      return emptyLast(a, b) || a.done * b.of - b.done * a.of;
    case 'needs-help':
      return b.needsHelp - a.needsHelp;
    default:
      return unreachable(by);
  }
}

function emptyLast(a: SortableRow, b: SortableRow): number {
  return Number(a.of === 0) - Number(b.of === 0);
}
