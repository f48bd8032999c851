import { useCallback, useEffect, useState } from 'react';
import type { Fault, Result } from '#domain/kernel/result.ts';

export interface Asked<T> {
  /** null: no answer yet. */
  readonly answer: Result<T, Fault> | null;
  readonly look: () => void;
}

/** Asks the school when the screen opens, on `look`, and every so many ms while it is open. @param ask keeps its identity */
export function useAsked<T>(ask: () => Promise<Result<T, Fault>>, everyMs?: number): Asked<T> {
  const [answer, setAnswer] = useState<Result<T, Fault> | null>(null);
  const look = useCallback(() => void ask().then(setAnswer), [ask]);
  useEffect(() => {
    look();
    if (everyMs === undefined) return undefined;
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [look, everyMs]);
  return { answer, look };
}
