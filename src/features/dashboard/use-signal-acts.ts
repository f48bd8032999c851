import { useState } from 'react';
import type { Fault } from '#domain/kernel/result.ts';
import { offerName } from '#domain/mastery/offers.ts';
import type { Signal } from '#domain/model/event.ts';
import type { EventId, GroupId, StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import { schoolNow } from '#state/school-now.ts';
import {
  allowRetake,
  offerToChild,
  setOffer,
  setSignal,
  takeAllowanceBack,
  type ObjectiveTarget,
} from '#state/teacher-acts.ts';
import type { Done } from './use-objective-acts.ts';

export interface SignalActsOf {
  readonly fault: Fault | null;
  /** Starts the check for this child, for today, beside those who have it already. */
  readonly offer: (target: ObjectiveTarget) => Promise<void>;
  /** The child may try again now. */
  readonly allow: (target: ObjectiveTarget) => Promise<void>;
  /** Takes the child's signal off. */
  readonly talked: (target: ObjectiveTarget, signal: Signal) => Promise<void>;
}

/** Acts about one child's next check. `onDone` is called when one is durable; a fault is kept until the next try. */
export function useSignalActs(
  group: GroupId,
  student: StudentId,
  onDone: (done: Done) => void,
): SignalActsOf {
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async (
    event: NewEvent,
    what: Done['what'],
    back: ((id: EventId) => NewEvent) | null,
  ): Promise<void> => {
    const saved = await services.append(event);
    setFault(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    const undo = back === null ? null : () => save(back(saved.value.id), 'undo', null);
    onDone({ id: saved.value.id, what, undo });
  };
  return {
    fault,
    async offer(target) {
      const snapshot = services.snapshot.get();
      const event = offerToChild(snapshot, group, target, student, schoolNow(services, Date.now()));
      if (event === null) return;
      const before = snapshot.offers(group)?.offers[offerName(target.course, target.objective)];
      await save(event, 'offer', () =>
        setOffer(services.snapshot.get(), group, target, before?.set ?? null),
      );
    },
    allow: (target) =>
      save(allowRetake(student, target), 'allow', (id) => takeAllowanceBack(student, target, id)),
    talked: (target, signal) =>
      save(setSignal(student, target, 'none'), 'talked', () => setSignal(student, target, signal)),
  };
}
