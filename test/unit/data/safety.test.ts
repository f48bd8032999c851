import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safetyOf, type SafetyFacts } from '#data/safety.ts';
import type { OutboxStatus } from '#data/outbox.ts';

const facts = (more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  outbox: { state: 'idle' },
  unsent: 0,
  oldestUnsentAt: null,
  proven: true,
  openDrafts: 0,
  unreadableDrafts: 0,
  aside: 0,
  lastSentAt: null,
  held: [],
  refused: 0,
  persisted: true,
  full: 0.1,
  now: 1_000_000_000_000,
  skew: null,
  enrolled: true,
  ...more,
});

const anyOutbox = fc.constantFrom<OutboxStatus>(
  { state: 'idle' },
  { state: 'sending', done: 1, total: 3 },
  { state: 'offline' },
  { state: 'busy' },
  { state: 'needs-credential' },
);

test('[P6] "all sent" is only said when all is proven and no check is open', () => {
  const anyFacts = fc.record({
    outbox: anyOutbox,
    unsent: fc.nat(5),
    proven: fc.boolean(),
    openDrafts: fc.nat(2),
  });
  fc.assert(
    fc.property(anyFacts, (some) => {
      const proven = some.proven && some.unsent === 0;
      const said = safetyOf(facts({ ...some, proven })).state === 'all-sent';
      expect(said && !(proven && some.openDrafts === 0)).toBe(false);
    }),
  );
  expect(safetyOf(facts()).state).toBe('all-sent');
});

test('offline is neutral; only a day without sending, or a person who must act, changes its colour', () => {
  const offline = { state: 'offline' } as const;
  const hours = (n: number): number => facts().now - n * 3_600_000;
  expect(
    safetyOf(facts({ outbox: offline, unsent: 3, proven: false, oldestUnsentAt: hours(3) })).state,
  ).toBe('offline');
  expect(
    safetyOf(facts({ outbox: offline, unsent: 3, proven: false, oldestUnsentAt: hours(25) })).state,
  ).toBe('old');
  expect(
    safetyOf(
      facts({
        outbox: offline,
        unsent: 3,
        proven: false,
        oldestUnsentAt: hours(25),
        persisted: false,
      }),
    ),
  ).toMatchObject({ state: 'storage-risk', reason: 'not-persisted' });
  expect(
    safetyOf(facts({ outbox: { state: 'needs-credential' }, unsent: 1, proven: false })),
  ).toMatchObject({
    state: 'needs-you',
    reason: 'credential',
  });
  expect(safetyOf(facts({ refused: 1 }))).toMatchObject({ state: 'needs-you', reason: 'refused' });
  expect(safetyOf(facts({ full: 0.95 }))).toMatchObject({
    state: 'storage-risk',
    reason: 'almost-full',
  });
});
