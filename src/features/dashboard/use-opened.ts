import { useEffect, useState } from 'react';
import { addressKey } from '#domain/mastery/digest.ts';
import type { Fault } from '#domain/kernel/result.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { useServices } from '#data/services-context.tsx';
import type { KnownEvent } from '#data/known-event.ts';
import { useSteady } from './use-steady.ts';

export interface Opened {
  /** `reading` until they are here or cannot be had. */
  readonly state: 'reading' | 'done';
  readonly events: ReadonlyMap<string, KnownEvent>;
  /** Why some are not here. */
  readonly missing: Fault | null;
  readonly again: () => void;
}

interface Found extends Pick<Opened, 'state' | 'events' | 'missing'> {
  /** What was asked for, and the how manieth time. */
  readonly places: readonly Address[] | null;
  readonly tries: number;
}

const NOTHING_YET: Found = {
  places: null,
  tries: 0,
  state: 'reading',
  events: new Map(),
  missing: null,
};

/** Attempts with everything they say, by `addressKey` of their places. Nothing is asked where there are none. */
export function useOpened(asked: readonly Address[]): Opened {
  const { openEvents } = useServices();
  const [tries, setTries] = useState(0);
  const places = useSteady(asked, addressKey);
  const [found, setFound] = useState<Found>(NOTHING_YET);
  useEffect(() => {
    if (places.length === 0) return undefined;
    let gone = false;
    void openEvents(places, 'everywhere').then(({ events, missing }) => {
      if (gone) return;
      const byPlace = new Map(events.map((one) => [addressKey(one.address), one]));
      setFound({ places, tries, state: 'done', events: byPlace, missing });
    });
    return () => {
      gone = true;
    };
  }, [openEvents, places, tries]);
  const isOfThese = found.places === places && found.tries === tries;
  const { state, events, missing } = isOfThese ? found : NOTHING_YET;
  return { state, events, missing, again: () => setTries(tries + 1) };
}
