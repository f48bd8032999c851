import { useEffect, useReducer, useRef, useState } from 'react';
import { formOfCheck } from '#domain/items/check-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { Form } from '#domain/items/form.ts';
import type { Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { FoundObjective } from '#state/find-objective.ts';
import { loadFamily } from '#state/load-family.ts';
import { markReviewed } from '#state/mark-reviewed.ts';
import {
  beginPractice,
  practice,
  type PracticeEvent,
  type PracticeState,
} from '#state/practice-machine.ts';

/** After so many questions the mistakes of the last check count as practiced. */
const COUNTS_AS_REVIEW = 3;

export type Practice =
  | { readonly type: 'loading' }
  | { readonly type: 'fault'; readonly fault: Fault }
  | {
      readonly type: 'open';
      readonly state: PracticeState;
      readonly send: (event: PracticeEvent) => void;
    };

/**
 * Practice of one objective: endless questions of the same kind as in its checks.
 * @param target the objective; it stays as it was when the practice began
 */
export function usePractice(student: StudentId, target: FoundObjective): Practice {
  const [found] = useState(target);
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const [state, send] = useReducer(step, null);
  const needed = state === null || state.phase === 'done';
  const { objective } = found;
  useEffect(() => {
    if (!needed) return;
    let stays = true;
    const more = async (): Promise<void> => {
      const form = await practiceForm(objective, services.newId());
      if (!stays) return;
      if (form.ok) send({ type: 'more', form: form.value });
      else setFault(form.error);
    };
    void more();
    return () => {
      stays = false;
    };
  }, [needed, objective, services]);
  const reviewed = useRef(false);
  const over = state?.ticks.length ?? 0;
  useEffect(() => {
    if (over < COUNTS_AS_REVIEW || reviewed.current) return;
    reviewed.current = true;
    // Where a look at the mistakes is asked for before another try, practice is one.
    const seen = { course: found.course.id, objective: found.objective.id };
    void markReviewed(services, student, seen, Date.now());
  }, [over, services, student, found]);
  if (fault !== null) return { type: 'fault', fault };
  return state === null ? { type: 'loading' } : { type: 'open', state, send };
}

/** Questions that no check will ask again on purpose: their seed comes from an id that nothing else has. */
async function practiceForm(objective: Objective, id: string): Promise<Result<Form, Fault>> {
  const families = await loadFamily(objective);
  return families.ok ? formOfCheck(objective, textHash(id), [], families.value) : families;
}

function step(state: PracticeState | null, event: PracticeEvent): PracticeState | null {
  if (state !== null) return practice(state, event);
  return event.type === 'more' ? beginPractice(event.form) : null;
}
