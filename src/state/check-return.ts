/** The check as its child finds it again after an absence. */
import type { Form } from '#domain/items/form.ts';
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { isNewDraft, lockAnswers, workOf, type Return } from './check-draft.ts';
import { formOfDraft, replaceItem } from './check-start.ts';
import { isAnswered } from './check-work.ts';

/**
 * The draft and its form. After more than two minutes the question that was on screen without an answer is another one of the
 * same kind (notes/ux.md 4: nobody works on it meanwhile, nor asks for it); after more than twenty the answers given so far
 * stand as they are. Saved with the next save of the check: the same draft gives the same form again.
 * @param now wall clock, ms
 * @returns faults as `formOfDraft`
 */
export async function returnToCheck(
  snapshot: Snapshot,
  draft: CheckDraft,
  back: Exclude<Return, 'closed'>,
  now: number,
): Promise<Result<{ readonly draft: CheckDraft; readonly form: Form }, Fault>> {
  const before = await formOfDraft(snapshot, draft);
  if (!before.ok) return before;
  if (back === 'at-once' || isNewDraft(draft)) return ok({ draft, form: before.value });
  const kept = back === 'locked' ? lockAnswers(draft, before.value, now) : draft;
  const { position } = kept;
  if (position >= before.value.items.length || isAnswered(workOf(kept), position))
    return ok({ draft: kept, form: before.value });
  const replaced = await replaceItem(snapshot, kept, position);
  if (!replaced.ok) return replaced;
  const form = await formOfDraft(snapshot, replaced.value);
  return form.ok ? ok({ draft: replaced.value, form: form.value }) : form;
}
