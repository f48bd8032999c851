/** A class on the wire: a group, its students, a course in use, and checks that the server can grade again. */
import { formOfObjective } from '#domain/items/objective-form.ts';
import { accepted } from '#domain/items/graders.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import {
  asId,
  type CourseId,
  type ObjectiveId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { CheckBody } from '#domain/model/event.ts';
import type { EventRow } from '#protocol/event.ts';
import { builtInCourses } from '#content/courses.ts';
import { newId, type EventChoice, type TestDevice } from './server-device.ts';

export interface TestClass {
  readonly group: string;
  readonly students: readonly string[];
}

/** Events that make a group with students and the first math course in use; not pushed yet. */
export function classEvents(
  staff: TestDevice,
  size: number,
): { made: TestClass; rows: EventRow[] } {
  const group = newId();
  const students = Array.from({ length: size }, newId);
  const about = `group/${group}` as const;
  const { course } = firstCheck();
  const rows = [
    staff.event('group.add', about, { name: 'Class 3B' }),
    ...students.flatMap((student, i) => [
      staff.event('student.add', `student/${student}`, {
        name: `Child ${i + 1}`,
        avatar: 'fox',
        secret: [1, 2, 3],
        badge: newId(),
      }),
      staff.event('group.student', about, { op: 'add', member: asId<StudentId>(student) }),
    ]),
    staff.event('course.use', about, {
      course: course.id,
      set: course.units.map(({ id }) => asId<UnitId>(id)),
      was: null,
    }),
  ];
  return { made: { group, students }, rows };
}

export async function makeClass(staff: TestDevice, size: number): Promise<TestClass> {
  const { made, rows } = classEvents(staff, size);
  for (let from = 0; from < rows.length; from += 100)
    await staff.push(rows.slice(from, from + 100));
  return made;
}

/** The first objective of the built-in courses that is shown by a check. */
export function firstCheck(): { course: Course; objective: Objective } {
  for (const course of builtInCourses()) {
    const objective = course.objectives.find(({ check }) => check !== undefined);
    if (objective !== undefined) return { course, objective };
  }
  throw new Error('No course has a check');
}

export interface CheckChoice extends EventChoice {
  /** How many items are answered right; the others get an answer that is wrong. */
  readonly right?: number;
  readonly change?: (body: CheckBody) => CheckBody;
  readonly target?: { readonly course: Course; readonly objective: Objective };
}

/** A check of a student, taken on this device. */
export function checkEvent(
  device: TestDevice,
  student: string,
  choice: CheckChoice = {},
): EventRow {
  const { course, objective } = choice.target ?? firstCheck();
  const id = choice.id ?? newId();
  const seed = textHash(id);
  const form = formOfObjective(objective, seed, []);
  if (!form.ok || objective.check === undefined) throw new Error('No form');
  const right = choice.right ?? form.value.items.length;
  const body: CheckBody = {
    course: asId<CourseId>(course.id),
    objective: asId<ObjectiveId>(objective.id),
    rev: objective.rev,
    form: {
      generator: objective.check.family,
      version: objective.check.version,
      seed,
      avoid: [],
      hash: form.value.hash,
    },
    answers: form.value.items.map((item, i) => ({
      key: String(i + 1),
      raw: i < right ? accepted(item.answer) : '99999',
      ms: 4000,
    })),
    claim: { correct: right, of: form.value.items.length },
    activeMs: 40_000,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: 'today',
    finished: true,
  };
  const about = `student/${student}` as const;
  return device.event('check', about, choice.change?.(body) ?? body, { by: about, ...choice, id });
}
