import { useEffect, useState } from 'react';
import type { Address } from '#domain/rules/evidence.ts';
import { useServices } from '#data/services-context.tsx';

/**
 * Whether the answers of an attempt are on this tablet; null while that is looked up. A storage that cannot be read is as if
 * they were not: there is another way on.
 */
export function useMistakesHere(attempt: Address | null): boolean | null {
  const { openEvents } = useServices();
  const [found, setFound] = useState<{ readonly at: string; readonly here: boolean } | null>(null);
  const at = attempt === null ? null : `${attempt.stream}.${attempt.slot}`;
  useEffect(() => {
    if (at === null) return;
    let isOver = false;
    const [stream = 0, slot = 0] = at.split('.').map(Number);
    const look = async (): Promise<void> => {
      const { events } = await openEvents([{ stream, slot }], 'here');
      if (!isOver) setFound({ at, here: events.some(({ event }) => event.kind === 'check') });
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [at, openEvents]);
  if (at === null) return false;
  return found?.at === at ? found.here : null;
}
