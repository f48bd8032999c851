/**
 * The two states of safety in one value, for the chip. "All sent" only when PROTOCOL 6 holds: every id acknowledged, `through` at the
 * highest slot in an answer to our nonce, no open draft.
 */
import type { Clock } from '#platform/clock.ts';
import { isAcked } from './acks.ts';
import type { Books } from './books.ts';
import type { Keyring } from './keyring.ts';
import type { OutboxStatus } from './outbox.ts';
import type { OwnEvents } from './own-events.ts';
import type { HeldEvent, Safety, StorageState, SyncReason, SyncState } from './services.ts';
import type { SnapshotStore } from './snapshot.ts';
import type { Streams } from './streams.ts';

export interface SafetyFacts {
  readonly outbox: OutboxStatus;
  /** Events that no answer has named. */
  readonly unsent: number;
  readonly oldestUnsentAt: number | null;
  readonly proven: boolean;
  readonly openDrafts: number;
  readonly unreadableDrafts: number;
  /** Results and running checks that the browser could not write yet. */
  readonly aside: number;
  readonly lastSentAt: number | null;
  readonly held: readonly HeldEvent[];
  /** Refused by the server: accounted for, but somebody has to look. */
  readonly refused: number;
  readonly persisted: boolean | null;
  /** Share of the quota in use, or null. */
  readonly full: number | null;
  /** Wall clock, ms. */
  readonly now: number;
  /** Server clock minus device clock as last measured, ms. */
  readonly skew: number | null;
  /** There is a device of a school at all. */
  readonly enrolled: boolean;
}

/** Unsent work of a day is worth a word. */
const OLD_MS = 24 * 60 * 60 * 1000;
const ALMOST_FULL = 0.9;

export function safetyOf(facts: SafetyFacts): Safety {
  const [state, reason] = stateOf(facts);
  const { outbox } = facts;
  return {
    state,
    reason,
    unsent: facts.unsent,
    oldestUnsentAt: facts.oldestUnsentAt,
    lastSentAt: facts.lastSentAt,
    progress: outbox.state === 'sending' ? { done: outbox.done, total: outbox.total } : null,
    openDrafts: facts.openDrafts,
    unreadableDrafts: facts.unreadableDrafts,
    aside: facts.aside,
    clockOff: facts.skew === null ? null : -facts.skew,
    held: facts.held,
  };
}

/** Red first, then amber, then the neutral ones. */
function stateOf(facts: SafetyFacts): [SyncState, SyncReason | null] {
  const { outbox, unsent } = facts;
  if (facts.aside > 0) return ['needs-you', 'not-saved'];
  if (outbox.state === 'needs-credential' && facts.enrolled) return ['needs-you', 'credential'];
  if (facts.refused > 0) return ['needs-you', 'refused'];
  if (facts.full !== null && facts.full > ALMOST_FULL) return ['storage-risk', 'almost-full'];
  const old = facts.oldestUnsentAt !== null && facts.now - facts.oldestUnsentAt > OLD_MS;
  if (unsent > 0 && old && facts.persisted === false) return ['storage-risk', 'not-persisted'];
  if (unsent > 0 && old) return ['old', null];
  if (outbox.state === 'sending' && unsent > 0) return ['sending', null];
  if (outbox.state === 'offline' || outbox.state === 'busy') return [outbox.state, null];
  return facts.proven && facts.openDrafts === 0 ? ['all-sent', null] : ['waiting', null];
}

export interface SafetySources {
  readonly outbox: OutboxStatus;
  readonly books: Books;
  readonly streams: Streams;
  readonly own: OwnEvents;
  readonly snapshot: SnapshotStore;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly storage: StorageState;
  readonly openDrafts: number;
  readonly unreadableDrafts: number;
  readonly aside: Waiting;
}

/** What the database has not taken. */
export interface Waiting {
  readonly events: () => number;
  readonly drafts: () => number;
}

/** Gathers the facts from the parts that know them. */
export function factsOfSafety(sources: SafetySources): SafetyFacts {
  const { books, streams, keyring, clock, storage, outbox, aside } = sources;
  const { openDrafts, unreadableDrafts } = sources;
  const all = books.all(streams);
  const ours = new Set<string>(all.map(({ stream }) => stream));
  const { usage, quota, persisted } = storage;
  return {
    outbox,
    openDrafts,
    unreadableDrafts,
    persisted,
    aside: aside.events() + aside.drafts(),
    unsent: books.openCount(streams) + aside.events(),
    oldestUnsentAt: oldestUnsent(sources),
    proven: books.proven(streams) && aside.events() === 0,
    lastSentAt: keyring.read('last-sent') ?? null,
    held: sources.snapshot.live
      .get()
      .held()
      .filter(({ slot }) => ours.has(slot.slice(0, slot.indexOf('.')))),
    refused: all.reduce((sum, { refused }) => sum + refused.length, 0),
    full: usage !== null && quota !== null && quota > 0 ? usage / quota : null,
    now: clock.wall(),
    skew: clock.skew(),
    enrolled: keyring.read('device') !== undefined,
  };
}

/** By the corrected moment, told on the device's clock of today: a clock that was a year off makes nothing a year old. */
function oldestUnsent({ own, books, clock }: SafetySources): number | null {
  const moments = own
    .above(() => 0)
    .filter(({ stream, slot }) => !isAcked(books.of(stream), slot))
    .map(({ moment }) => moment);
  return moments.length === 0 ? null : Math.min(...moments) - (clock.skew() ?? 0);
}
