/** Checks that a teacher has started for a child, and that the child has not handed in since. */
import type { ObjectiveProgress } from '#domain/mastery/fold.ts';
import { isOfferedTo, standingOffers, type StandingOffer } from '#domain/mastery/offers.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { findObjective, type CheckTarget, type FoundObjective } from './find-objective.ts';

export interface OfferedCheck extends FoundObjective {
  /** When it was started, school time in ms. */
  readonly at: number;
}

/**
 * Newest first, each objective once, of all groups that the child is in. A child who is excused is asked only by name; what has
 * no check (any more) is left out.
 * @param now school time, ms
 */
export function offeredChecks(
  snapshot: Snapshot,
  student: StudentId,
  now: number,
): readonly OfferedCheck[] {
  const records = snapshot.recordsOf(student);
  const newest = new Map<string, OfferedCheck>();
  const offers = snapshot
    .groups()
    .filter(({ body }) => records.some((record) => body.students[record]?.on === true))
    .flatMap(({ id }) => standingOffers(snapshot.offers(id), now, snapshot.dayOf))
    .filter((offer) => isOfferedTo(offer, records))
    .toSorted((a, b) => b.at - a.at);
  for (const offer of offers) {
    const found = findObjective(snapshot, offer);
    if (found === null || newest.has(`${offer.course}/${offer.objective}`)) continue;
    const { check, retired } = found.objective;
    if (check === undefined || retired === true) continue;
    const body = snapshot.progress(student, offer.course);
    const progress = objectiveProgress(found.course, body, found.position, snapshot.dayOf);
    if (!isWaiting(offer, progress)) continue;
    newest.set(`${offer.course}/${offer.objective}`, { ...found, at: offer.at });
  }
  return [...newest.values()];
}

/** The check of one objective that a teacher has started, where the child has not handed it in since. @param now school time, ms */
export function offeredCheck(
  snapshot: Snapshot,
  student: StudentId,
  { course, objective }: CheckTarget,
  now: number,
): OfferedCheck | undefined {
  return offeredChecks(snapshot, student, now).find(
    (offer) => offer.course.id === course && offer.objective.id === objective,
  );
}

/** Not handed in since it was started. What was interrupted or set aside is as if it had not been. */
function isWaiting(offer: StandingOffer, progress: ObjectiveProgress | null): boolean {
  if (progress === null) return true;
  if (progress.status === 'excused' && offer.students === 'all') return false;
  return !progress.outcomes.some(
    ({ entry, outcome, moment }) =>
      entry.type === 'check' &&
      outcome !== 'interrupted' &&
      outcome !== 'set-aside' &&
      moment > offer.at,
  );
}
