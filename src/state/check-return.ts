/** The check as its child finds it again after an absence. */
import type { Form } from '#domain/items/form.ts';
import { formOfCheck } from '#domain/items/check-form.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { isNewDraft, lockAnswers, workOf, type Return } from './check-draft.ts';
import { formOfDraft } from './check-start.ts';
import { isAnswered } from './check-work.ts';
import { findObjective } from './find-objective.ts';
import { loadFamily } from './load-family.ts';

interface Returned {
  readonly draft: CheckDraft;
  readonly form: Form;
}

/**
 * The draft and its form. After more than two minutes the question that was on screen without an answer is another one of the
 * same kind (nobody works on it meanwhile, nor asks for it); after more than twenty the answers given so far
 * stand as they are. Saved with the next save of the check: the same draft gives the same form again.
 * @param now wall clock, ms
 * @returns faults as `formOfDraft`
 */
export async function returnToCheck(
  snapshot: Snapshot,
  draft: CheckDraft,
  back: Exclude<Return, 'closed'>,
  now: number,
): Promise<Result<Returned, Fault>> {
  const before = await formOfDraft(snapshot, draft);
  if (!before.ok) return before;
  if (back === 'at-once' || isNewDraft(draft)) return ok({ draft, form: before.value });
  const kept = back === 'locked' ? lockAnswers(draft, before.value, now) : draft;
  const { position } = kept;
  if (position >= before.value.items.length || isAnswered(workOf(kept), position))
    return ok({ draft: kept, form: before.value });
  return replaceItem(snapshot, { draft: kept, form: before.value }, position);
}

/** With another question of the same kind in this place; unchanged where there is no other one. Faults as `formOfDraft`. */
async function replaceItem(
  snapshot: Snapshot,
  before: Returned,
  place: number,
): Promise<Result<Returned, Fault>> {
  const { draft } = before;
  const found = findObjective(snapshot, draft);
  if (found === null) return fault('no-objective', undefined, draft.objective);
  const families = await loadFamily(found.objective);
  if (!families.ok) return families;
  const { seed, avoid, replaced = [], hash } = draft.form;
  const spec = { ...draft.form, replaced: [...replaced, place] };
  const form = formOfCheck(found.objective, seed, avoid, families.value, spec);
  if (!form.ok) return form;
  if (form.value.hash === hash) return ok(before);
  const changed = { ...draft, entry: '', form: { ...spec, hash: form.value.hash } };
  return ok({ draft: changed, form: form.value });
}
