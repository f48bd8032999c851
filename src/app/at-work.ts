/** Work that nothing may interrupt: a running check, an interview with a child, what the browser could not write yet. */
import type { Safety } from '#data/services.ts';

const AT_WORK = [/^\/student\/[^/]+\/check\//, /^\/groups\/[^/]+\/interview\/[^/]+\/[^/]+\/[^/]+/];

/** Whether somebody works at this address. */
export function isAtWork(path: string): boolean {
  return AT_WORK.some((place) => place.test(path));
}

/** Why an update has to wait: work on the screen, checks that are open elsewhere on this device, results that are only in memory. */
export type Hold = 'at-work' | 'not-saved' | 'open-checks' | null;

export function holdOf(path: string, safety: Pick<Safety, 'aside' | 'openDrafts'>): Hold {
  if (isAtWork(path)) return 'at-work';
  if (safety.aside > 0) return 'not-saved';
  return safety.openDrafts > 0 ? 'open-checks' : null;
}
