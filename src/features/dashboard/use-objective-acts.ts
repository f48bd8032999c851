import { useState } from 'react';
import { refToEvent, refToPlace } from '#domain/changes/refs.ts';
import type { Fault } from '#domain/kernel/result.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { Decision, Mark } from '#domain/model/event.ts';
import type { EventId, StudentId } from '#domain/model/ids.ts';
import type { Status } from '#domain/model/status.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import { isMastered } from '#domain/mastery/progress.ts';
import { judgementHeads } from '#domain/mastery/judgement-heads.ts';

/** One cell: a student at an objective. */
export interface CellTarget {
  readonly student: StudentId;
  readonly course: Course;
  readonly position: number;
  readonly objective: Objective;
  readonly status: Status;
  /** The decision that stands, where there is one. */
  readonly decided: Decision;
}

/** What was saved, and how to take it back. */
export interface Done {
  readonly id: string;
  readonly what: 'mark' | 'decision' | 'offer' | 'allow' | 'talked' | 'aside' | 'restored' | 'undo';
  readonly undo: (() => Promise<void>) | null;
}

export interface ObjectiveActs {
  readonly fault: Fault | null;
  readonly clearFault: () => void;
  /** One tap: one event. */
  readonly mark: (target: CellTarget, mark: Mark) => Promise<void>;
  readonly decide: (target: CellTarget, decision: Decision, reason: string) => Promise<void>;
  /** The attempt does not count, until that is taken back. `id`: its id, where it was made on this device. */
  readonly setAside: (
    target: CellTarget,
    attempt: Address,
    reason: string,
    id: EventId | undefined,
  ) => Promise<void>;
  /** Takes these withdrawals of an attempt back. */
  readonly restore: (
    target: CellTarget,
    attempt: Address,
    withdrawals: readonly Address[],
  ) => Promise<void>;
}

const OCCASION = 8;

/** Marks and decisions from the grid. `onDone` is called when one is durable; a fault is kept until the next try. */
export function useObjectiveActs(onDone: (done: Done) => void): ObjectiveActs {
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async (event: NewEvent, done: (id: string) => Omit<Done, 'id'>): Promise<void> => {
    const saved = await services.append(event);
    setFault(saved.ok ? null : saved.error);
    if (saved.ok) onDone({ id: saved.value.id, ...done(saved.value.id) });
  };
  const undone = (): Omit<Done, 'id'> => ({ what: 'undo', undo: null });
  /** What is still waiting on this device has no place at the school yet: it is named by its id. */
  const refTo = (place: Address): string => {
    const waiting = services.snapshot
      .get()
      .pending()
      .find(({ stream, slot }) => stream === place.stream && slot === place.slot);
    return waiting === undefined ? refToPlace(place) : refToEvent(waiting.event.id);
  };
  const withdrawal = (target: CellTarget, ref: string, reason: string): NewEvent => ({
    kind: 'attempt.withdraw',
    about: `student/${target.student}`,
    refs: [ref],
    body: { ...placeOf(target), reason },
  });
  const restoring = (target: CellTarget, refs: readonly string[]): NewEvent => ({
    kind: 'attempt.restore',
    about: `student/${target.student}`,
    refs,
    body: placeOf(target),
  });

  return {
    fault,
    clearFault: () => setFault(null),
    mark(target, mark) {
      const session = services.session.current.get();
      if (session.state !== 'unlocked') return Promise.resolve(setFault({ code: 'locked' }));
      const { student, objective, status } = target;
      const body = {
        ...placeOf(target),
        rev: objective.rev,
        mark,
        occasion: services.newId().slice(-OCCASION),
        // A second look at what was mastered asks whether it lasted.
        purpose: isMastered(status) ? ('retention' as const) : ('mastery' as const),
        role: session.member.role,
      };
      const withdraw = (id: string): NewEvent => withdrawal(target, refToEvent(id), 'undo');
      return save({ kind: 'interview.mark', about: `student/${student}`, body }, (id) => ({
        what: 'mark',
        undo: () => save(withdraw(id), undone),
      }));
    },
    decide(target, decision, reason) {
      const judge = (refs: readonly string[], next: Decision, why: string): NewEvent => ({
        kind: 'judgement',
        about: `student/${target.student}`,
        refs,
        body: { ...placeOf(target), rev: target.objective.rev, decision: next, reason: why },
      });
      const snapshot = services.snapshot.get();
      const body = snapshot.progress(target.student, target.course.id);
      const heads = judgementHeads(body, target.position, snapshot.pending());
      return save(judge(heads, decision, reason), (id) => ({
        what: 'decision',
        undo: () => save(judge([refToEvent(id)], target.decided, 'undo'), undone),
      }));
    },
    setAside(target, attempt, reason, known) {
      const ref = known === undefined ? refTo(attempt) : refToEvent(known);
      return save(withdrawal(target, ref, reason), (id) => ({
        what: 'aside',
        undo: () => save(restoring(target, [refToEvent(id)]), undone),
      }));
    },
    restore(target, attempt, withdrawals) {
      return save(restoring(target, withdrawals.map(refTo)), () => ({
        what: 'restored',
        undo: () => save(withdrawal(target, refTo(attempt), 'undo'), undone),
      }));
    },
  };
}

function placeOf({ course, objective }: CellTarget) {
  return { course: course.id, objective: objective.id };
}
