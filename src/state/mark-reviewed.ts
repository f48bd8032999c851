/** Tells the school that a child has looked at what went wrong, or has practiced since: then the next check is open. */
import { refToEvent, refToPlace } from '#domain/changes/refs.ts';
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { Appended, DataServices, Snapshot } from '#data/services.ts';
import type { CheckTarget } from './find-objective.ts';
import { nextTry } from './next-try.ts';
import { schoolNow } from './school-now.ts';

/**
 * Says so of the last attempt, once: null where there is nothing that has not been looked at.
 * @param now wall clock of this device, ms
 * @returns faults as `append`
 */
export async function markReviewed(
  services: Pick<DataServices, 'snapshot' | 'append' | 'safety'>,
  student: StudentId,
  { course, objective }: CheckTarget,
  now: number,
): Promise<Result<Appended | null, Fault>> {
  const snapshot = services.snapshot.get();
  const target = { course, objective };
  const { mistakes } = nextTry(snapshot, student, target, schoolNow(services, now));
  if (mistakes === null) return ok(null);
  return services.append({
    kind: 'attempt.review',
    about: `student/${student}`,
    by: `student/${student}`,
    refs: [refTo(snapshot, mistakes)],
    body: target,
  });
}

/** By its id while it waits to be sent (the server may not have numbered its stream yet), else by its place. */
function refTo(snapshot: Snapshot, { stream, slot }: Address): string {
  const own = snapshot.pending().find((one) => one.stream === stream && one.slot === slot);
  return own === undefined ? refToPlace({ stream, slot }) : refToEvent(own.event.id);
}
