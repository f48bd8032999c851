/** Begins a check: makes its form, and its draft, durable before the first item is shown. */
import { formOfCheck, formsToAvoidWith } from '#domain/items/check-form.ts';
import type { FamilyLookup } from '#domain/items/family.ts';
import { identitiesOf, type Form } from '#domain/items/form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import { recentForms } from '#domain/mastery/recent-forms.ts';
import { readSupports } from '#domain/model/supports.ts';
import type { Objective } from '#domain/model/course.ts';
import type { EventId, StudentId } from '#domain/model/ids.ts';
import type { CheckDraft, DataServices, Snapshot } from '#data/services.ts';
import { findObjective, type CheckTarget, type FoundObjective } from './find-objective.ts';
import type { IdentifiedChild } from './identified-child.ts';
import { loadFamily } from './load-family.ts';
import { nextTry } from './next-try.ts';
import { schoolNow } from './school-now.ts';

type CheckServices = Pick<DataServices, 'snapshot' | 'drafts' | 'newId'>;

/** A check before it begins: its id, which chooses its questions, and the questions. */
interface MadeCheck extends MadeForm {
  readonly id: EventId;
  readonly student: StudentId;
  readonly objective: Objective;
  readonly families: FamilyLookup;
  /** Identities that this child was asked before, oldest first. */
  readonly earlier: readonly string[];
}

/** The check that was made ahead, for the next Start. */
const madeAhead = new WeakMap<CheckServices['drafts'], MadeCheck>();
/** The questions of drafts that began on this page, by what the draft says of them. */
const atHand = new WeakMap<CheckDraft['form'], { objective: Objective; form: Form }>();

/**
 * Makes the check of an objective ahead, so that Start is quick: the family is loaded, its items are listed, the questions are
 * chosen. What is the matter, if anything is, is said at Start.
 */
export async function prepareCheck(
  services: CheckServices,
  { student }: IdentifiedChild,
  target: CheckTarget,
): Promise<void> {
  const found = findObjective(services.snapshot.get(), target);
  const families = found === null ? null : await loadFamily(found.objective);
  if (found === null || families?.ok !== true) return;
  const made = makeCheck(services, student, found, families.value);
  if (made.ok) madeAhead.set(services.drafts, made.value);
}

/**
 * Makes the draft of a new check and saves it. A mastered objective is checked for whether it lasted.
 * @param now wall clock of this device, ms
 * @returns the draft; faults `no-objective`, `retake.review-first` and `retake.another-day` (the rules for another try), those of
 * building a form (`form.*`, `items.*`, `value.*`), `no-code` (its questions could not be loaded), `storage`
 */
export async function startCheck(
  services: CheckServices & Pick<DataServices, 'safety'>,
  child: IdentifiedChild,
  target: CheckTarget,
  now: number,
): Promise<Result<CheckDraft, Fault>> {
  const found = findObjective(services.snapshot.get(), target);
  if (found === null) return fault('no-objective', undefined, target.objective);
  const ahead = madeAhead.get(services.drafts);
  // Asking the browser again for code that is there costs milliseconds on a slow tablet.
  const families =
    ahead?.objective === found.objective ? ok(ahead.families) : await loadFamily(found.objective);
  if (!families.ok) return families;
  const snapshot = services.snapshot.get();
  const { course, objective, position } = found;
  const { retake } = nextTry(snapshot, child.student, target, schoolNow(services, now));
  if (retake.state !== 'open') return fault(`retake.${retake.state}`);
  const made = makeCheck(services, child.student, found, families.value);
  if (!made.ok) return made;
  madeAhead.delete(services.drafts);
  const { id, seed, form, avoid, generator, version } = made.value;
  const progress = snapshot.progress(child.student, course.id);
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
    occasion: snapshot.dayOf(schoolNow(services, now)),
    startedAt: now,
    updatedAt: now,
  };
  atHand.set(draft.form, { objective, form });
  const saved = await services.drafts.save(draft);
  return saved.ok ? ok(draft) : saved;
}

/** The form of a draft that began on this page, at once; null for any other. */
export function formAtHand(
  snapshot: Snapshot,
  draft: Pick<CheckDraft, 'course' | 'objective' | 'form'>,
): Form | null {
  const known = atHand.get(draft.form);
  // Where the objective has changed since, the form is made again and compared.
  return known !== undefined && known.objective === findObjective(snapshot, draft)?.objective
    ? known.form
    : null;
}

/** The form of a draft, or of the attempt that one became, made again from its seed. Faults: as above, and `form.changed` where it is no longer the same. */
export async function formOfDraft(
  snapshot: Snapshot,
  draft: Pick<CheckDraft, 'course' | 'objective' | 'form'>,
): Promise<Result<Form, Fault>> {
  const known = formAtHand(snapshot, draft);
  if (known !== null) return ok(known);
  const found = findObjective(snapshot, draft);
  if (found === null) return fault('no-objective', undefined, draft.objective);
  const families = await loadFamily(found.objective);
  if (!families.ok) return families;
  const { seed, avoid } = draft.form;
  const form = formOfCheck(found.objective, seed, avoid, families.value, draft.form);
  if (form.ok && form.value.hash !== draft.form.hash) return fault('form.changed');
  return form;
}

interface MadeForm {
  readonly form: Form;
  readonly seed: string;
  readonly avoid: readonly string[];
  readonly generator: string;
  readonly version: number;
}

/** A new check of this child; the one that was made ahead where it is still what would be made now. */
function makeCheck(
  services: CheckServices,
  student: StudentId,
  found: FoundObjective,
  families: FamilyLookup,
): Result<MadeCheck, Fault> {
  const snapshot = services.snapshot.get();
  const { course, objective, position } = found;
  const earlier = [
    ...recentForms(snapshot.progress(student, course.id), position).toReversed().flat(),
    ...pendingForms(snapshot, student, found, families).flatMap(identitiesOf),
  ];
  const ahead = madeAhead.get(services.drafts);
  if (
    ahead?.student === student &&
    ahead.objective === objective &&
    ahead.earlier.join(' ') === earlier.join(' ')
  )
    return ok(ahead);
  const id = services.newId();
  const made = makeForm(objective, textHash(id), earlier, families);
  return made.ok ? ok({ ...made.value, id, student, objective, families, earlier }) : made;
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
  return form.ok ? ok({ form: form.value, seed, avoid, generator, version }) : form;
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
