/** What one sitting of looks at what lasted asks: a look that was left open first, then what is due. */
import { asksShortLook } from '#domain/mastery/retention-score.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import type { CheckTarget } from './find-objective.ts';
import { looksDue } from './looks-due.ts';

export type PlannedLook = CheckTarget & { readonly draft?: CheckDraft };

/**
 * @param open drafts that are open on this device, of any child
 * @param now school time, ms
 */
export function planLooks(
  snapshot: Snapshot,
  open: readonly CheckDraft[],
  student: StudentId,
  now: number,
): readonly PlannedLook[] {
  const begun = open.filter((draft) => draft.student === student && asksShortLook(draft));
  const due = looksDue(snapshot, student, now).flatMap(({ course, objective }) =>
    begun.some((draft) => draft.objective === objective.id)
      ? []
      : [{ course: course.id, objective: objective.id }],
  );
  return [
    ...begun.map((draft) => ({ course: draft.course, objective: draft.objective, draft })),
    ...due,
  ];
}
