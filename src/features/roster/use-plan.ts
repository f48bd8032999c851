import { useRef, useState } from 'react';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { Plan } from './plan-roster.ts';

export interface PlanRun {
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** Saves the plan event by event. After a fault the next call goes on with the event that was not saved. */
  readonly save: (makePlan: () => Plan) => Promise<boolean>;
}

/** Saves plans, one at a time. True when all of it is on this device. */
export function usePlan(): PlanRun {
  const { append } = useServices();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const left = useRef<Plan>([]);
  return {
    busy,
    fault,
    async save(makePlan) {
      if (busy) return false;
      setBusy(true);
      setFault(null);
      if (left.current.length === 0) left.current = makePlan();
      for (let next = left.current[0]; next !== undefined; next = left.current[0]) {
        const result = await append(next);
        if (!result.ok) {
          setFault(result.error);
          setBusy(false);
          return false;
        }
        left.current = left.current.slice(1);
      }
      setBusy(false);
      return true;
    },
  };
}
