/** When a child may try a check again, as the school has set it and as the teacher has said since. */
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { DEFAULT_RETAKES, retakeOf, type Retake } from '#domain/mastery/retake.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { Snapshot } from '#data/services.ts';
import { findObjective, type CheckTarget } from './find-objective.ts';
import { offeredCheck } from './offered-checks.ts';

export interface NextTry {
  readonly retake: Retake;
  /** The last attempt, where it was "not yet" and its mistakes have not been looked at. */
  readonly mistakes: Address | null;
}

/**
 * A check that a teacher has started since the last attempt is the teacher's word that the child may take it now.
 * @param now school time, ms
 */
export function nextTry(
  snapshot: Snapshot,
  student: StudentId,
  target: CheckTarget,
  now: number,
): NextTry {
  const found = findObjective(snapshot, target);
  if (found === null) return { retake: { state: 'open' }, mistakes: null };
  const { course, position } = found;
  const body = snapshot.progress(student, course.id);
  const progress = objectiveProgress(course, body, position, snapshot.dayOf);
  if (progress === null) return { retake: { state: 'open' }, mistakes: null };
  const offered = offeredCheck(snapshot, student, target, now);
  const allowedAt =
    offered === undefined ? progress.allowedAt : Math.max(offered.at, progress.allowedAt ?? 0);
  const setting = snapshot.school()?.retakes ?? DEFAULT_RETAKES;
  const retake = retakeOf({ ...progress, allowedAt }, setting, now, snapshot.dayOf);
  if (retake.state === 'review-first') return { retake, mistakes: retake.attempt };
  const [last] = progress.outcomes.filter(
    ({ entry, outcome }) =>
      entry.type === 'check' && outcome !== 'interrupted' && outcome !== 'set-aside',
  );
  const missed = last?.outcome === 'not-yet' && last.reviewed !== true;
  return { retake, mistakes: missed ? last.address : null };
}
