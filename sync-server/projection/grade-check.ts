/** Grades a check from its seed and raw answers: what the device claims is not read (SPEC C1). */
import { identitiesOf, type Form } from '#domain/items/form.ts';
import { gradeForm } from '#domain/items/grade.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { parseRef } from '#domain/changes/refs.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { placeOf } from '#domain/changes/course-places.ts';
import { asksShortLook, scoreLook } from '#domain/mastery/retention-score.ts';
import type { Facts } from '#domain/changes/world.ts';
import type { Course } from '#domain/model/course.ts';
import type { EventOf } from '#domain/model/event.ts';

export type Graded = NonNullable<Facts['graded']>;

/**
 * Faults, for which the event is held: `bad-seed` (not the hash of the id: a seed that was chosen), `unknown-generator`,
 * `unknown-objective`, `form-mismatch`, and those of building a form.
 */
export function gradeCheck(event: EventOf<'check'>, course: Course): Result<Graded, Fault> {
  const { body } = event;
  const isLook = asksShortLook(body);
  // A form of another length is made for the short look alone: else two easy items could stand for ten.
  if (body.form.count !== undefined && !isLook) return err({ code: 'form-mismatch' });
  const form = formMade(event, course);
  if (!form.ok) return form;
  const result = gradeForm(form.value, body.answers);
  const { correct, of } = isLook ? scoreLook(result) : result;
  return ok({ correct, of, identities: identitiesOf(form.value) });
}

/** A form on paper: that it is a real one is looked at here, who graded it answers for the rest. Faults as `gradeCheck`. */
export function gradePaper(event: EventOf<'paper.result'>, course: Course): Result<Graded, Fault> {
  const { of, wrong, form: spec } = event.body;
  const form = formMade(event, course);
  if (!form.ok) return form;
  const isWhole = form.value.items.length === of && spec.count === undefined;
  // Every place once, and on the sheet.
  const isRead = new Set(wrong).size === wrong.length && wrong.every((place) => place <= of);
  if (!isWhole || !isRead) return err({ code: 'form-mismatch' });
  return ok({ correct: of - wrong.length, of, identities: identitiesOf(form.value) });
}

function formMade(event: EventOf<'check' | 'paper.result'>, course: Course): Result<Form, Fault> {
  const { form, objective: id } = event.body;
  if (!seedsOf(event).has(form.seed)) return err({ code: 'bad-seed' });
  const objective = course.objectives[placeOf(course, id) ?? -1];
  if (objective === undefined) return err({ code: 'unknown-objective', detail: id });
  if (objective.check?.family !== form.generator || objective.check.version !== form.version) {
    return err({ code: 'unknown-generator', detail: `${form.generator}@${form.version}` });
  }
  const made = formOfObjective(objective, form.seed, form.avoid, form);
  if (!made.ok) return made;
  return made.value.hash === form.hash ? made : err({ code: 'form-mismatch' });
}

/** The seed of a form is the hash of the attempt's id; an entry that corrects an earlier one of the same sheet names that in its refs. */
function seedsOf({ kind, id, refs }: EventOf<'check' | 'paper.result'>): ReadonlySet<string> {
  const earlier = kind === 'check' ? [] : refs.map(parseRef);
  const ids = earlier.flatMap((ref) => (ref?.type === 'event' ? ref.id : []));
  return new Set([id, ...ids].map(textHash));
}
