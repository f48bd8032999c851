/** Looks at what lasted: which objectives one sitting asks a child, and the small check of each (mastery/retention.ts). */
import { formOfCheck } from '#domain/items/check-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { DEFAULT_RETENTION, duePositions, lookTogether } from '#domain/mastery/retention.ts';
import { LOOK_ITEMS } from '#domain/mastery/retention-score.ts';
import type { CourseId, ObjectiveId, StudentId } from '#domain/model/ids.ts';
import type { CheckDraft, DataServices, Snapshot } from '#data/services.ts';
import { findObjective, type CheckTarget } from './check-start.ts';
import { loadFamily } from './load-family.ts';
import type { IdentifiedChild } from './identified-child.ts';

/** What one sitting asks, longest waiting first; empty where it is not worth a sitting. @param now wall clock, ms */
export function looksFor(
  snapshot: Snapshot,
  student: StudentId,
  now: number,
): readonly { readonly course: CourseId; readonly objective: ObjectiveId }[] {
  const schedule = snapshot.school()?.retention ?? DEFAULT_RETENTION;
  const due = snapshot
    .courses()
    .flatMap((course) =>
      duePositions(
        course,
        snapshot.progress(student, course.id),
        schedule,
        now,
        snapshot.dayOf,
      ).map((one) => ({ ...one, course })),
    );
  return lookTogether(due).flatMap(({ course, position }) => {
    const objective = course.objectives[position];
    return objective === undefined ? [] : [{ course: course.id, objective: objective.id }];
  });
}

/**
 * Makes the draft of one look and saves it: two items, of which the second is asked only where the first is missed.
 * @returns faults `no-objective`, those of building a form, `storage`
 */
export async function startLook(
  services: Pick<DataServices, 'snapshot' | 'drafts' | 'newId'>,
  child: IdentifiedChild,
  target: CheckTarget,
  now: number,
): Promise<Result<CheckDraft, Fault>> {
  const snapshot = services.snapshot.get();
  const found = findObjective(snapshot, target);
  if (found?.objective.check === undefined)
    return fault('no-objective', undefined, target.objective);
  const { objective } = found;
  const { family: generator, version } = found.objective.check;
  const id = services.newId();
  const seed = textHash(id);
  const families = await loadFamily(objective);
  if (!families.ok) return families;
  const form = formOfCheck(objective, seed, [], families.value, LOOK_ITEMS);
  if (!form.ok) return form;
  const draft: CheckDraft = {
    id,
    student: child.student,
    ...target,
    rev: objective.rev,
    form: { generator, version, seed, avoid: [], hash: form.value.hash, count: LOOK_ITEMS },
    answers: [],
    position: 0,
    entry: '',
    activeMs: 0,
    absences: [],
    supports: snapshot.student(child.student)?.supports ?? [],
    identifiedBy: child.by,
    purpose: 'retention',
    occasion: snapshot.dayOf(now),
    startedAt: now,
    updatedAt: now,
  };
  const saved = await services.drafts.save(draft);
  return saved.ok ? ok(draft) : saved;
}
