/** Begins a check: makes its form, and its draft, durable before the first item is shown. */
import { formOfCheck, formsToAvoidWith, rowOfCheck } from '#domain/items/check-form.ts';
import type { FamilyLookup } from '#domain/items/family.ts';
import { identitiesOf, type Form } from '#domain/items/form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import { recentForms } from '#domain/mastery/recent-forms.ts';
import { readSupports } from '#domain/model/supports.ts';
import type { Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { CheckDraft, DataServices, Snapshot } from '#data/services.ts';
import { findObjective, type CheckTarget, type FoundObjective } from './find-objective.ts';
import type { IdentifiedChild } from './identified-child.ts';
import { loadFamily } from './load-family.ts';
import { nextTry } from './next-try.ts';
import { schoolNow } from './school-now.ts';

/**
 * Gets everything ready for the check of an objective, so that Start is quick: the family is loaded and its items are listed.
 * What is the matter, if anything is, is said at Start.
 */
export async function prepareCheck(objective: Objective): Promise<void> {
  const families = await loadFamily(objective);
  const row = families.ok ? rowOfCheck(objective, families.value) : families;
  if (row.ok) row.value.candidates();
}

/**
 * Makes the draft of a new check and saves it. A mastered objective is checked for whether it lasted.
 * @param now wall clock of this device, ms
 * @returns the draft; faults `no-objective`, `retake.review-first` and `retake.another-day` (the rules for another try), those of
 * building a form (`form.*`, `items.*`, `value.*`), `no-code` (its questions could not be loaded), `storage`
 */
export async function startCheck(
  services: Pick<DataServices, 'snapshot' | 'drafts' | 'newId' | 'safety'>,
  child: IdentifiedChild,
  target: CheckTarget,
  now: number,
): Promise<Result<CheckDraft, Fault>> {
  const found = findObjective(services.snapshot.get(), target);
  if (found === null) return fault('no-objective', undefined, target.objective);
  const families = await loadFamily(found.objective);
  if (!families.ok) return families;
  const snapshot = services.snapshot.get();
  const { course, objective, position } = found;
  const { retake } = nextTry(snapshot, child.student, target, schoolNow(services, now));
  if (retake.state !== 'open') return fault(`retake.${retake.state}`);
  const progress = snapshot.progress(child.student, course.id);
  const id = services.newId();
  const seed = textHash(id);
  const earlier = [
    ...recentForms(progress, position).toReversed().flat(),
    ...pendingForms(snapshot, child.student, found, families.value).flatMap(identitiesOf),
  ];
  const made = makeForm(objective, seed, earlier, families.value);
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

/** The form of a draft, or of the attempt that one became, made again from its seed. Faults: as above, and `form.changed` where it is no longer the same. */
export async function formOfDraft(
  snapshot: Snapshot,
  draft: Pick<CheckDraft, 'course' | 'objective' | 'form'>,
): Promise<Result<Form, Fault>> {
  const found = findObjective(snapshot, draft);
  if (found === null) return fault('no-objective', undefined, draft.objective);
  const families = await loadFamily(found.objective);
  if (!families.ok) return families;
  const { seed, avoid } = draft.form;
  const form = formOfCheck(found.objective, seed, avoid, families.value, draft.form);
  if (form.ok && form.value.hash !== draft.form.hash) return fault('form.changed');
  return form;
}

/**
 * The draft with another question of the same kind in this place. Unchanged where there is no other one. Faults as
 * `formOfDraft`.
 */
export async function replaceItem(
  snapshot: Snapshot,
  draft: CheckDraft,
  place: number,
): Promise<Result<CheckDraft, Fault>> {
  const found = findObjective(snapshot, draft);
  if (found === null) return fault('no-objective', undefined, draft.objective);
  const families = await loadFamily(found.objective);
  if (!families.ok) return families;
  const { form: spec } = draft;
  const changed = { ...spec, replaced: [...(spec.replaced ?? []), place] };
  const form = formOfCheck(found.objective, spec.seed, spec.avoid, families.value, changed);
  if (!form.ok) return form;
  const { hash } = form.value;
  return ok(hash === spec.hash ? draft : { ...draft, entry: '', form: { ...changed, hash } });
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
  families: FamilyLookup,
): Result<MadeForm, Fault> {
  if (objective.check === undefined) return fault('form.no-check', undefined, objective.id);
  const { family: generator, version } = objective.check;
  const fresh = formOfCheck(objective, seed, [], families);
  if (!fresh.ok) return fresh;
  const avoided = formsToAvoidWith(objective, families) * fresh.value.items.length;
  const avoid = avoided > 0 ? earlier.slice(-avoided) : [];
  const form = avoid.length === 0 ? fresh : formOfCheck(objective, seed, avoid, families);
  return form.ok ? ok({ form: form.value, avoid, generator, version }) : form;
}

/** Forms of this child's checks that the school has not counted yet, oldest first: progress does not know them. */
function pendingForms(
  snapshot: Snapshot,
  student: StudentId,
  { course, objective }: FoundObjective,
  families: FamilyLookup,
): Form[] {
  return snapshot.pending().flatMap(({ event }) => {
    if (event.kind !== 'check' || event.about !== `student/${student}`) return [];
    if (event.body.course !== course.id || event.body.objective !== objective.id) return [];
    const { seed, avoid, hash } = event.body.form;
    const form = formOfCheck(objective, seed, avoid, families, event.body.form);
    return form.ok && form.value.hash === hash ? [form.value] : [];
  });
}
