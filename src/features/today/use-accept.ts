import { useState } from 'react';
import { refToEvent } from '#domain/changes/refs.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { judgementHeads } from '#domain/mastery/judgement-heads.ts';
import type { Objective } from '#domain/model/course.ts';
import type { Decision } from '#domain/model/event.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import type { Acceptable } from './acceptables.ts';

export interface Accepted {
  readonly id: string;
  readonly what: 'accepted' | 'left' | 'undo';
  readonly undo: (() => Promise<void>) | null;
}

export interface AcceptActs {
  readonly fault: Fault | null;
  /** Accepts: mastered, because it was accurate. Leaves: somebody has looked, and the evidence stands as it is. */
  readonly act: (one: Acceptable, what: 'accepted' | 'left') => Promise<void>;
}

const DECISIONS = {
  accepted: { decision: 'mastered', reason: 'accurate' },
  left: { decision: 'none', reason: 'looked-at' },
} as const;

/** One tap on an accurate attempt. `onDone` is called when it is durable. */
export function useAccept(onDone: (done: Accepted) => void): AcceptActs {
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async (
    event: NewEvent,
    done: (id: string) => Omit<Accepted, 'id'>,
  ): Promise<void> => {
    const saved = await services.append(event);
    setFault(saved.ok ? null : saved.error);
    if (saved.ok) onDone({ id: saved.value.id, ...done(saved.value.id) });
  };
  return {
    fault,
    act(one, what) {
      const snapshot = services.snapshot.get();
      const body = snapshot.progress(one.student, one.course.id);
      const heads = judgementHeads(body, one.position, snapshot.pending());
      const { decision, reason } = DECISIONS[what];
      return save(judgement(one, one.objective, heads, decision, reason), (id) => ({
        what,
        undo: () =>
          save(judgement(one, one.objective, [refToEvent(id)], 'none', 'undo'), () => ({
            what: 'undo',
            undo: null,
          })),
      }));
    },
  };
}

function judgement(
  { student, course }: Acceptable,
  { id, rev }: Objective,
  refs: readonly string[],
  decision: Decision,
  reason: string,
): NewEvent {
  return {
    kind: 'judgement',
    about: `student/${student}`,
    refs,
    body: { course: course.id, objective: id, rev, decision, reason },
  };
}
