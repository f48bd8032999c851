import { useState } from 'react';
import {
  asId,
  type CourseId,
  type GroupId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { NamedStudent } from '#domain/reports/sort-students.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';

export interface CourseInUse {
  readonly course: Course;
  /** Units in use, in course order. */
  readonly units: readonly UnitId[];
}

export interface ClassOnBoard {
  readonly id: GroupId;
  /** Undefined when this device does not have the group. */
  readonly name: string | undefined;
  readonly snapshot: Snapshot;
  readonly courses: readonly CourseInUse[];
  readonly students: readonly NamedStudent[];
}

/** The group of an address with the courses it uses, live. */
export function useClass(group: string): ClassOnBoard {
  const snapshot = useLive(useServices().snapshot);
  const id = asId<GroupId>(group);
  const use = snapshot.use(id)?.courses ?? {};
  const courses = snapshot.courses().flatMap((course): CourseInUse[] => {
    const inUse = use[course.id]?.units ?? [];
    const units = course.units.flatMap((unit) => (inUse.includes(unit.id) ? [unit.id] : []));
    return units.length === 0 ? [] : [{ course, units }];
  });
  const students = snapshot.studentsOf(id).flatMap((student): NamedStudent[] => {
    const body = snapshot.student(student);
    return body === undefined ? [] : [{ id: student, name: body.name }];
  });
  return { id, name: snapshot.group(id)?.name, snapshot, courses, students };
}

/** Progress of students in a course. The same map as long as no document in it changed: what is made from it can be kept. */
export function useProgress(
  snapshot: Snapshot,
  students: readonly NamedStudent[],
  course: CourseId,
): ReadonlyMap<StudentId, ProgressBody> {
  const next = new Map<StudentId, ProgressBody>();
  for (const { id } of students) {
    const body = snapshot.progress(id, course);
    if (body !== undefined) next.set(id, body);
  }
  const [kept, setKept] = useState<ReadonlyMap<StudentId, ProgressBody>>(next);
  const same = next.size === kept.size && [...next].every(([id, body]) => kept.get(id) === body);
  if (same) return kept;
  setKept(next);
  return next;
}
