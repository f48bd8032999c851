import { describe, expect, it } from 'vitest';
import type { Safety } from '#data/services.ts';
import { chipState } from '#features/sync/chip-state.ts';

const NOW = 5_000;
const safety = (part: Partial<Safety>): Safety => ({
  state: 'waiting',
  reason: null,
  unsent: 3,
  oldestUnsentAt: 1_000,
  lastSentAt: 500,
  progress: null,
  openDrafts: 0,
  unreadableDrafts: 0,
  aside: 0,
  clockOff: null,
  held: [],
  ...part,
});

describe('the chip', () => {
  it('says how many results wait, and since when once they are old', () => {
    expect(chipState(safety({}), NOW)).toEqual({ state: 'waiting', count: 3 });
    expect(chipState(safety({ state: 'offline' }), NOW)).toEqual({ state: 'offline', count: 3 });
    expect(chipState(safety({ state: 'busy' }), NOW)).toEqual({ state: 'busy', count: 3 });
    expect(chipState(safety({ state: 'old' }), NOW)).toEqual({
      state: 'old',
      count: 3,
      since: 1_000,
    });
  });

  it('counts along while sending', () => {
    const progress = { done: 1, total: 4 };
    expect(chipState(safety({ state: 'sending', progress }), NOW)).toEqual({
      state: 'sending',
      ...progress,
    });
  });

  it('says when everything was sent', () => {
    expect(chipState(safety({ state: 'all-sent', unsent: 0 }), NOW)).toEqual({
      state: 'all-sent',
      at: 500,
    });
  });

  it('tells storage in danger apart from results that cannot be sent', () => {
    expect(chipState(safety({ state: 'needs-you', reason: 'credential' }), NOW)).toEqual({
      state: 'needs-you',
      count: 3,
    });
    expect(chipState(safety({ state: 'needs-you', reason: 'almost-full' }), NOW)).toEqual({
      state: 'storage-risk',
    });
  });
});
