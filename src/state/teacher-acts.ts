/** What a teacher does about one child at one objective, as events: from the board, from Today, from the page of a child. */
import { refToEvent } from '#domain/changes/refs.ts';
import { offerName, offerWithChild } from '#domain/mastery/offers.ts';
import type { Offer, Signal } from '#domain/model/event.ts';
import type { CourseId, EventId, GroupId, ObjectiveId, StudentId } from '#domain/model/ids.ts';
import type { NewEvent, Snapshot } from '#data/services.ts';

export interface ObjectiveTarget {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
}

/** Sets the offer of a check for a group; null takes it back. */
export function setOffer(
  snapshot: Snapshot,
  group: GroupId,
  { course, objective }: ObjectiveTarget,
  set: Offer | null,
): NewEvent {
  const was = snapshot.offers(group)?.offers[offerName(course, objective)]?.set ?? null;
  const body = { course, objective, set, was };
  return { kind: 'check.offer', about: `group/${group}`, body };
}

/** Starts a check for one child more; null where the child has it already. @param now school time, ms */
export function offerToChild(
  snapshot: Snapshot,
  group: GroupId,
  target: ObjectiveTarget,
  student: StudentId,
  now: number,
): NewEvent | null {
  const records = snapshot.recordsOf(student);
  const set = offerWithChild(snapshot.offers(group), target, records, now, snapshot.dayOf);
  return set === null ? null : setOffer(snapshot, group, target, set);
}

/** The child may try again now, whatever the rules for another try say. */
export function allowRetake(student: StudentId, { course, objective }: ObjectiveTarget): NewEvent {
  return { kind: 'retake.allow', about: `student/${student}`, body: { course, objective } };
}

/** Takes "may try again now" back: `allowed` is its event. */
export function takeAllowanceBack(
  student: StudentId,
  { course, objective }: ObjectiveTarget,
  allowed: EventId,
): NewEvent {
  const body = { course, objective, reason: 'undo' };
  return {
    kind: 'attempt.withdraw',
    about: `student/${student}`,
    refs: [refToEvent(allowed)],
    body,
  };
}

/** Takes the child's signal off, or puts it back. */
export function setSignal(
  student: StudentId,
  { course, objective }: ObjectiveTarget,
  signal: Signal,
): NewEvent {
  const body = { course, objective, signal };
  return { kind: 'student.signal', about: `student/${student}`, body };
}
