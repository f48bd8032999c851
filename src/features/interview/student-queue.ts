/** Who is asked next: children without any result first, then those with the fewest mastered, each part by name. */
import { statusesAt, tally } from '#domain/reports/tally.ts';
import type { CourseId, GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';

export interface QueuedStudent {
  readonly id: StudentId;
  readonly name: string;
  readonly avatar: string;
  /** Mastered, of those that are not excused. */
  readonly done: number;
  readonly of: number;
  /** Has any counted result. */
  readonly started: boolean;
}

/** The students of a group in the default order. `positions`: places of the objectives that are asked. */
export function studentQueue(
  snapshot: Snapshot,
  group: GroupId,
  course: CourseId,
  positions: readonly number[],
): readonly QueuedStudent[] {
  const all = snapshot.studentsOf(group).flatMap((id): QueuedStudent[] => {
    const student = snapshot.student(id);
    if (student === undefined) return [];
    const statuses = statusesAt(snapshot.progress(id, course), positions);
    const { done, of } = tally(statuses);
    const started = statuses.some((status) => status !== 'not-started' && status !== 'excused');
    return [{ id, name: student.name, avatar: student.avatar, done, of, started }];
  });
  // `studentsOf` is in order of name, and sorting keeps that among equals.
  return all.toSorted(
    (a, b) => Number(a.started) - Number(b.started) || a.done * b.of - b.done * a.of,
  );
}

/** The next child: not this one, not heard today, and with something left to ask; null when there is none. */
export function nextStudent(
  queue: readonly QueuedStudent[],
  current: StudentId,
  heard: ReadonlySet<StudentId>,
): QueuedStudent | null {
  const left = queue.filter(({ id, done, of }) => id !== current && !heard.has(id) && done < of);
  return left[0] ?? null;
}
