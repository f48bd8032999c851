/** What was handed in of a check that was started: read off the progress of the child. */
import { isOfferedTo, type StandingOffer } from '#domain/mastery/offers.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Outcome } from '#domain/model/status.ts';
import type { Snapshot } from '#data/services.ts';

export interface HandedIn {
  readonly outcome: Outcome;
  /** School time, ms. */
  readonly at: number;
  readonly correct: number;
  readonly of: number;
}

type Target = Pick<StandingOffer, 'course' | 'objective'>;

/** The newest check of the child at the objective since a moment that was handed in and stands; null: none. */
export function handedInSince(
  snapshot: Snapshot,
  student: StudentId,
  target: Target,
  since: number,
): HandedIn | null {
  const course = snapshot.course(target.course);
  if (course === undefined) return null;
  const position = course.objectives.findIndex(({ id }) => id === target.objective);
  const body = snapshot.progress(student, target.course);
  if (body === undefined || position < 0) return null;
  const { outcomes = [] } = objectiveProgress(course, body, position, snapshot.dayOf) ?? {};
  for (const { entry, outcome, moment } of outcomes) {
    if (entry.type !== 'check' || outcome === 'interrupted' || outcome === 'set-aside') continue;
    // Newest first; moments are whole seconds, rounded down.
    return moment >= since - 1000
      ? { outcome, at: moment, correct: entry.correct, of: entry.of }
      : null;
  }
  return null;
}

/** The children of a group whom an offer is for, by name. */
export function childrenOf(
  snapshot: Snapshot,
  group: GroupId,
  offer: StandingOffer,
): readonly StudentId[] {
  return snapshot
    .studentsOf(group)
    .filter((student) => isOfferedTo(offer, snapshot.recordsOf(student)));
}
