/**
 * What the browser could write nowhere, not into the database and not into its second place, is in the memory of one tab alone: it
 * would be gone with the tab. While there is such a thing, the tab keeps its share of the lock that whoever leaves the device has
 * to hold alone (PROTOCOL 15). The leaving tab waits and says so; this one goes on trying to write.
 */
import type { Lease } from '#platform/tabs.ts';

export interface HoldOut {
  /** Something was kept in memory, or written after all. */
  readonly look: () => void;
  readonly isHolding: () => boolean;
  /** This tab leaves the device itself: it writes everything before anything is erased. */
  readonly stop: () => void;
  /** It does not leave after all. */
  readonly goOn: () => void;
}

/** @param onlyHere how much is in the memory of this tab alone */
export function createHoldOut(lease: Lease, onlyHere: () => number): HoldOut {
  let share: Promise<(() => void) | null> | null = null;
  let stopped = false;
  const letGo = (): void => {
    void share?.then((release) => release?.());
    share = null;
  };
  const look = (): void => {
    if (stopped || onlyHere() === 0) return letGo();
    if (share !== null) return undefined;
    const asked = lease.use();
    share = asked;
    void asked.then((release) => {
      // Somebody has the device alone: then nothing was kept.
      if (release === null && share === asked) share = null;
    });
  };
  return {
    look,
    isHolding: () => share !== null,
    stop() {
      stopped = true;
      letGo();
    },
    goOn() {
      stopped = false;
      look();
    },
  };
}
