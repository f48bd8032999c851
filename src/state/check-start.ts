/** Begins a check: makes its form, and its draft, durable before the first item is shown. */
import { formOfObjective, formsToAvoid } from '#domain/items/objective-form.ts';
import { identitiesOf, type Form } from '#domain/items/form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import { recentForms } from '#domain/mastery/recent-forms.ts';
import { readSupports } from '#domain/model/supports.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { CourseId, ObjectiveId, StudentId } from '#domain/model/ids.ts';
import type { CheckDraft, DataServices, Snapshot } from '#data/services.ts';
import type { IdentifiedChild } from './identified-child.ts';

export interface CheckTarget {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
}

/**
 * Makes the draft of a new check and saves it. A mastered objective is checked for whether it lasted.
 * @param now wall clock of this device, ms
 * @returns the draft; faults `no-objective`, those of building a form (`form.*`, `items.*`, `params.*`), `storage`
 */
export async function startCheck(
  services: Pick<DataServices, 'snapshot' | 'drafts' | 'newId'>,
  child: IdentifiedChild,
  target: CheckTarget,
  now: number,
): Promise<Result<CheckDraft, Fault>> {
  const snapshot = services.snapshot.get();
  const found = findObjective(snapshot, target);
  if (found === null) return fault('no-objective', undefined, target.objective);
  const { course, objective, position } = found;
  const progress = snapshot.progress(child.student, course.id);
  const id = services.newId();
  const seed = textHash(id);
  const earlier = [
    ...recentForms(progress, position).toReversed().flat(),
    ...pendingForms(snapshot, child.student, target, objective).flatMap(identitiesOf),
  ];
  const made = makeForm(objective, seed, earlier);
  if (!made.ok) return made;
  const { form, avoid, generator, version } = made.value;
  const draft: CheckDraft = {
    id,
    student: child.student,
    ...target,
    rev: objective.rev,
    form: { generator, version, seed, avoid, hash: form.hash },
    answers: [],
    position: 0,
    entry: '',
    activeMs: 0,
    absences: [],
    supports: readSupports(snapshot.student(child.student)?.supports),
    identifiedBy: child.by,
    purpose: isMastered(statusAt(progress, position)) ? 'retention' : 'mastery',
    occasion: snapshot.dayOf(now),
    startedAt: now,
    updatedAt: now,
  };
  const saved = await services.drafts.save(draft);
  return saved.ok ? ok(draft) : saved;
}

/** The form of a draft, made again from its seed. Faults: as above, and `form.changed` where it is no longer the same. */
export function formOfDraft(snapshot: Snapshot, draft: CheckDraft): Result<Form, Fault> {
  const found = findObjective(snapshot, draft);
  if (found === null) return fault('no-objective', undefined, draft.objective);
  const { seed, avoid, count } = draft.form;
  const form = formOfObjective(found.objective, seed, avoid, count);
  if (form.ok && form.value.hash !== draft.form.hash) return fault('form.changed');
  return form;
}

export interface FoundObjective {
  readonly course: Course;
  readonly objective: Objective;
  readonly position: number;
}

export function findObjective(snapshot: Snapshot, target: CheckTarget): FoundObjective | null {
  const course = snapshot.course(target.course);
  const position = course?.objectives.findIndex(({ id }) => id === target.objective) ?? -1;
  const objective = course?.objectives[position];
  return course === undefined || objective === undefined ? null : { course, objective, position };
}

interface MadeForm {
  readonly form: Form;
  readonly avoid: readonly string[];
  readonly generator: string;
  readonly version: number;
}

/** @param earlier identities of earlier forms, oldest first: only as many are avoided (and sent) as the objective claims */
function makeForm(
  objective: Objective,
  seed: string,
  earlier: readonly string[],
): Result<MadeForm, Fault> {
  if (objective.check === undefined) return fault('form.no-check', undefined, objective.id);
  const { family: generator, version } = objective.check;
  const fresh = formOfObjective(objective, seed, []);
  if (!fresh.ok) return fresh;
  const avoided = formsToAvoid(objective) * fresh.value.items.length;
  const avoid = avoided > 0 ? earlier.slice(-avoided) : [];
  const form = avoid.length === 0 ? fresh : formOfObjective(objective, seed, avoid);
  return form.ok ? ok({ form: form.value, avoid, generator, version }) : form;
}

/** Forms of this child's checks that the school has not counted yet, oldest first: progress does not know them. */
function pendingForms(
  snapshot: Snapshot,
  student: StudentId,
  target: CheckTarget,
  objective: Objective,
): Form[] {
  return snapshot.pending().flatMap(({ event }) => {
    if (event.kind !== 'check' || event.about !== `student/${student}`) return [];
    if (event.body.course !== target.course || event.body.objective !== target.objective) return [];
    const { seed, avoid, count, hash } = event.body.form;
    const form = formOfObjective(objective, seed, avoid, count);
    return form.ok && form.value.hash === hash ? [form.value] : [];
  });
}
