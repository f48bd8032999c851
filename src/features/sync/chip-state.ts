/** What the records say about sync, in the terms of the chip. */
import { unreachable } from '#domain/kernel/assert.ts';
import type { Safety } from '#data/services.ts';
import type { SyncState } from '#ui/sync/sync-state.ts';

/** @param now wall clock in ms, for the figures that the device does not know yet */
export function chipState(safety: Safety, now: number): SyncState {
  const { state, reason, unsent, aside, progress, lastSentAt, oldestUnsentAt } = safety;
  switch (state) {
    case 'all-sent':
      return { state, at: lastSentAt ?? now };
    case 'waiting':
    case 'offline':
    case 'busy':
      return { state, count: unsent };
    case 'sending':
      return { state, done: progress?.done ?? 0, total: progress?.total ?? unsent };
    case 'old':
      return { state, count: unsent, since: oldestUnsentAt ?? now };
    case 'needs-you':
      if (reason === 'not-saved') return { state: 'not-saved', count: aside };
      return reason === 'not-persisted' || reason === 'almost-full'
        ? { state: 'storage-risk' }
        : { state, count: unsent };
    case 'storage-risk':
      return { state };
    default:
      return unreachable(state);
  }
}
