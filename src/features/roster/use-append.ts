import { useCallback } from 'react';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';

/** Saves one change; null when it is saved, else why it is not. */
export type SaveChange = (event: NewEvent) => Promise<Fault | null>;

export function useAppend(): SaveChange {
  const { append } = useServices();
  return useCallback(
    async (event) => {
      const result = await append(event);
      return result.ok ? null : result.error;
    },
    [append],
  );
}
