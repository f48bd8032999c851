/** Closes a check that is not handed in: it is kept, and does not count. */
import { gradeForm } from '#domain/items/grade.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { CheckDraft, DataServices } from '#data/services.ts';
import { draftOf, workOf } from './check-draft.ts';
import { formOfDraft } from './check-start.ts';
import { commitEntry } from './check-work.ts';

/**
 * Turns the draft into an attempt that was interrupted; what stood in the answer field is kept as an answer. A form that
 * cannot be made any more claims nothing. Where only its code could not be loaded (`no-code`) the draft stays as it is: it
 * can be closed, or carried on, once the code is there again.
 */
export async function closeCheck(
  { snapshot, drafts }: Pick<DataServices, 'snapshot' | 'drafts'>,
  draft: CheckDraft,
): Promise<Result<unknown, Fault>> {
  const form = await formOfDraft(snapshot.get(), draft);
  if (!form.ok) {
    if (form.error.code === 'no-code') return form;
    return drafts.finish(draft.id, { claim: { correct: 0, of: 0 }, finished: false });
  }
  const work = commitEntry(workOf(draft), form.value);
  const saved = await drafts.save(draftOf(draft, work, draft.updatedAt));
  if (!saved.ok) return saved;
  const { correct, of } = gradeForm(form.value, work.answers);
  return drafts.finish(draft.id, { claim: { correct, of }, finished: false });
}
