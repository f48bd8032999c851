import { useLayoutEffect, useRef } from 'react';
import { GUARD_MS } from '#state/interview-machine.ts';
import { useOneAtATime } from '#state/use-one-at-a-time.ts';
import { useInputTime } from '#ui/controls/use-input-time.ts';

/** What guards the rows of a whole screen: those of one list move when another changes. */
export interface SteadyRows {
  /** A row came, went or offers something else. */
  readonly changed: () => void;
  /** Runs what a tap on a row asks for, unless the tap can have been meant for what stood there before. */
  readonly act: (act: () => Promise<void>) => void;
}

/** A double tap never acts on the next row: one act at a time, and none by a finger that came down within GUARD_MS after a change. */
export function useSteadyRows(): SteadyRows {
  const inputAt = useInputTime();
  const changedAt = useRef(-GUARD_MS);
  const oneAtATime = useOneAtATime();
  return {
    changed() {
      changedAt.current = performance.now();
    },
    act(act) {
      if (inputAt.current >= changedAt.current + GUARD_MS) void oneAtATime(act);
    },
  };
}

/** Tells the guard when these rows change. @param rows names what is there, and what it offers */
export function useRowsChange({ changed }: SteadyRows, rows: string): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    if (before.current === rows) return;
    before.current = rows;
    changed();
  }, [changed, rows]);
}
