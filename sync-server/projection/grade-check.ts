/** Grades a check from its seed and raw answers: what the device claims is not read (SPEC C1). */
import { identitiesOf } from '#domain/items/form.ts';
import { gradeForm } from '#domain/items/grade.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { placeOf } from '#domain/changes/course-places.ts';
import type { Facts } from '#domain/changes/world.ts';
import type { Course } from '#domain/model/course.ts';
import type { EventOf } from '#domain/model/event.ts';

export type Graded = NonNullable<Facts['graded']>;

/**
 * Faults, for which the event is held: `bad-seed` (not the hash of the id: a seed that was chosen), `unknown-generator`,
 * `unknown-objective`, `form-mismatch`, and those of building a form.
 */
export function gradeCheck(event: EventOf<'check'>, course: Course): Result<Graded, Fault> {
  const { form, objective: id, answers } = event.body;
  if (form.seed !== textHash(event.id)) return err({ code: 'bad-seed' });
  const objective = course.objectives[placeOf(course, id) ?? -1];
  if (objective === undefined) return err({ code: 'unknown-objective', detail: id });
  if (objective.check?.family !== form.generator || objective.check.version !== form.version) {
    return err({ code: 'unknown-generator', detail: `${form.generator}@${form.version}` });
  }
  const made = formOfObjective(objective, form.seed, form.avoid);
  if (!made.ok) return made;
  if (made.value.hash !== form.hash) return err({ code: 'form-mismatch' });
  const { correct, of } = gradeForm(made.value, answers);
  return ok({ correct, of, identities: identitiesOf(made.value) });
}
