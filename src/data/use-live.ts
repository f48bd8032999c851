/** Live values in React. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Live } from './live.ts';

/** The value now, and again after every change. */
export function useLive<T>(live: Live<T>): T;
/** A part of the value. `select` must give the same object while its part is unchanged (a body out of the snapshot does). */
export function useLive<T, S>(live: Live<T>, select: (value: T) => S): S;
export function useLive<T, S>(live: Live<T>, select?: (value: T) => S): T | S {
  const read = useCallback(
    () => (select === undefined ? live.get() : select(live.get())),
    [live, select],
  );
  return useSyncExternalStore(live.subscribe, read);
}
