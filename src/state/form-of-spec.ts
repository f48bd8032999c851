/** The form that an attempt names, made again: to look at an attempt, and to print and enter one on paper. */
import type { Form } from '#domain/items/form.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { fault, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Objective } from '#domain/model/course.ts';
import type { FormSpec } from '#domain/model/event.ts';

/** Faults: those of building a form, and `form.changed` where this build makes other items from it than were asked. */
export function formOfSpec(objective: Objective, spec: FormSpec): Result<Form, Fault> {
  const form = formOfObjective(objective, spec.seed, spec.avoid, spec);
  return form.ok && form.value.hash !== spec.hash ? fault('form.changed') : form;
}
