import { useState } from 'react';
import type { Fault, Result } from '#domain/kernel/result.ts';

export interface Submit {
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** Runs the work once at a time; its fault stays until the next try. */
  readonly run: (work: () => Promise<Result<unknown, Fault>>, then: () => void) => Promise<void>;
}

/** One request of a form: busy while it runs, and why it failed. */
export function useSubmit(): Submit {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  return {
    busy,
    fault,
    async run(work, then) {
      if (busy) return;
      setBusy(true);
      setFault(null);
      const result = await work();
      setBusy(false);
      if (result.ok) then();
      else setFault(result.error);
    },
  };
}
