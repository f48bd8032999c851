/** Live values in React components. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Live } from './live.ts';

/** The value, drawn again after every change. */
export function useLive<T>(live: Live<T>): T;
/**
 * A part of the value, drawn again when that part is another object. `select` must give the same object for the same value
 * (getters of the snapshot do), and should be defined outside of the component or memoised.
 */
export function useLive<T, S>(live: Live<T>, select: (value: T) => S): S;
export function useLive<T, S>(live: Live<T>, select?: (value: T) => S): T | S {
  const get = useCallback(
    (): T | S => (select === undefined ? live.get() : select(live.get())),
    [live, select],
  );
  return useSyncExternalStore(live.subscribe, get, get);
}
