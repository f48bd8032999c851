import { useRef } from 'react';

/** Runs one act at a time: what is asked for while one is being saved is not heard. */
export type OneAtATime = (act: () => Promise<void>) => Promise<void>;

/** A guard against a second tap during a slow write. Mount it where the acts of one screen are known. */
export function useOneAtATime(): OneAtATime {
  const isBusy = useRef(false);
  return async (act) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await act();
    } finally {
      isBusy.current = false;
    }
  };
}
