import { useEffect, useState } from 'react';
import { addressKey } from '#domain/mastery/digest.ts';
import type { Fault } from '#domain/kernel/result.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { useServices } from '#data/services-context.tsx';
import type { KnownEvent } from '#data/known-event.ts';

export interface Opened {
  /** `reading` until they are here or cannot be had. */
  readonly state: 'reading' | 'done';
  readonly events: ReadonlyMap<string, KnownEvent>;
  /** Why some are not here. */
  readonly missing: Fault | null;
  readonly again: () => void;
}

const NOTHING: Pick<Opened, 'state' | 'events' | 'missing'> = {
  state: 'reading',
  events: new Map(),
  missing: null,
};

/** Attempts with everything they say, by `addressKey` of their places. Nothing is asked where there are none. */
export function useOpened(places: readonly Address[]): Opened {
  const { openEvents } = useServices();
  const [tries, setTries] = useState(0);
  const key = `${tries} ${places.map(addressKey).join(' ')}`;
  const [found, setFound] = useState({ key: '', ...NOTHING });
  useEffect(() => {
    if (places.length === 0) return undefined;
    let gone = false;
    void openEvents(places).then(({ events, missing }) => {
      if (gone) return;
      const byPlace = new Map(events.map((one) => [addressKey(one.address), one]));
      setFound({ key, state: 'done', events: byPlace, missing });
    });
    return () => {
      gone = true;
    };
    // The list is a new one at every drawing; its key says when it names other places.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openEvents, key]);
  const { state, events, missing } = found.key === key ? found : NOTHING;
  return { state, events, missing, again: () => setTries(tries + 1) };
}
