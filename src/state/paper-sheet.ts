/** Checks on paper: a sheet is made, found again by its code, and becomes one `paper.result` (domain/items/paper-code.ts). */
import { identitiesOf, type Form } from '#domain/items/form.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import {
  bodyOfCode,
  isOfTarget,
  newPaperBody,
  paperCode,
  paperId,
} from '#domain/items/paper-code.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { recentForms } from '#domain/mastery/recent-forms.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { FormSpec } from '#domain/model/event.ts';
import { asId, type EventId, type StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';

export interface PaperSheet {
  readonly code: string;
  /** Of the attempt that it becomes. */
  readonly id: EventId;
  readonly course: Course;
  readonly objective: Objective;
  readonly spec: FormSpec;
  readonly form: Form;
}

/** How many forms are tried for one without an item of the child's last forms. A code has no room to say what to avoid. */
const TRIES = 12;

/**
 * A new sheet. For a child who took the check before, one with as few items of the last forms as can be found.
 * @param newId gives random texts
 * @returns faults as building a form
 */
export function makeSheet(
  snapshot: Snapshot,
  course: Course,
  objective: Objective,
  student: StudentId | null,
  newId: () => string,
): Result<PaperSheet, Fault> {
  const position = course.objectives.indexOf(objective);
  const body = student === null ? undefined : snapshot.progress(student, course.id);
  const before = new Set(recentForms(body, position).flat());
  let best: { readonly sheet: PaperSheet; readonly repeated: number } | null = null;
  for (let i = 0; i < TRIES; i += 1) {
    const target = { course: course.id, objective: objective.id };
    const sheet = sheetOf(course, objective, newPaperBody(newId(), target));
    if (!sheet.ok) return sheet;
    const repeated = identitiesOf(sheet.value.form).filter((one) => before.has(one)).length;
    if (best === null || repeated < best.repeated) best = { sheet: sheet.value, repeated };
    if (best.repeated === 0) break;
  }
  return best === null ? fault('form.impossible') : ok(best.sheet);
}

/** The sheet of a code. Faults: `paper.unknown` (no such objective here, or a slip), `paper.changed` (its questions are others by now). */
export function findSheet(courses: readonly Course[], code: string): Result<PaperSheet, Fault> {
  const found = courses.flatMap((course) =>
    course.objectives.flatMap((objective) =>
      objective.check !== undefined &&
      isOfTarget(code, { course: course.id, objective: objective.id })
        ? [{ course, objective }]
        : [],
    ),
  );
  for (const { course, objective } of found) {
    const sheet = sheetOf(course, objective, bodyOfCode(code));
    if (sheet.ok && sheet.value.code === code) return sheet;
  }
  return fault(found.length === 0 ? 'paper.unknown' : 'paper.changed');
}

function sheetOf(course: Course, objective: Objective, body: string): Result<PaperSheet, Fault> {
  const id = asId<EventId>(paperId(body));
  const seed = textHash(id);
  const form = formOfObjective(objective, seed, []);
  if (!form.ok) return form;
  if (objective.check === undefined) return fault('form.no-check', undefined, objective.id);
  const { family: generator, version } = objective.check;
  const { hash } = form.value;
  const spec: FormSpec = { generator, version, seed, avoid: [], hash };
  return ok({ code: paperCode(body, hash), id, course, objective, spec, form: form.value });
}
