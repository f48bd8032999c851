/**
 * A device without a browser: it keeps its events, signs them, and offers what no answer has named. Which answer is believed,
 * and what is forgotten after a restore, is decided by the app's own code (network.ts, acks.ts). Beside it, it remembers for
 * ever what an answer has named: that is what the school is held to.
 */
import { ackToShow, emptyBook, openCount, openSlots } from '#data/acks.ts';
import { withAck, withConfirmation, withCoverage, type StreamBook } from '#data/acks.ts';
import { createClock } from '#platform/clock.ts';
import { createNetwork, type Network, type Outcome } from '#platform/network.ts';
import { parseLedgerAnswer, type LedgerEntry } from '#protocol/ledger.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parsePushAnswer } from '#protocol/push.ts';
import type { EventRow } from '#protocol/event.ts';
import { formatSlot, parseSlot } from '#protocol/slot.ts';
import type { TestDevice } from '#test/support/server-device.ts';

export interface PlainDevice {
  readonly device: TestDevice;
  /** Everything it ever made, by slot. */
  readonly rows: ReadonlyMap<string, EventRow>;
  /** Every id that an answer ever named. Nothing is taken out of it. */
  readonly named: ReadonlySet<string>;
  readonly keep: (row: EventRow) => void;
  /** How many are to be offered. */
  readonly open: () => number;
  /** One request with the oldest that no answer has named. @returns whether it was answered */
  readonly push: () => Promise<boolean>;
  /** Asks the ledger, and believes it: gaps are open again, and everything is after a restore. */
  readonly ledger: () => Promise<LedgerEntry | undefined>;
  /** An answer came from a history that the ledger was not asked about yet: nothing is to be offered before. */
  readonly mustAsk: () => boolean;
  readonly ask: Network['ask'];
  /** After a request that was not answered: the server was busy, and said to come again after so many ms; else null. */
  readonly sentAway: () => number | null;
  /** What was held or refused, each said once. Nothing that is sent here ever should be. */
  readonly troubles: ReadonlySet<string>;
}

/** Events in one push, unless said: a few more requests than a device would need are a few more places to die at. */
const MOST = LIMITS.pushEvents;

/** @param base address of the proxy @param device enrolled; it signs, and holds the cookie */
export function plainDevice(base: string, device: TestDevice, most: number = MOST): PlainDevice {
  const { stream } = device;
  const clock = createClock();
  const network = createNetwork(clock, base, (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', device.cookie);
    return fetch(input, { ...init, headers });
  });
  const rows = new Map<string, EventRow>();
  const named = new Set<string>();
  const troubles = new Set<string>();
  let book: StreamBook = emptyBook(stream);
  let epoch: string | null = null;
  let mustAsk = true;

  let sentAway: number | null = null;
  const noted: Network['ask'] = async (...question) => {
    const outcome = await network.ask(...question);
    sentAway = busyFor(outcome);
    return outcome;
  };

  const push = async (): Promise<boolean> => {
    const events = openSlots(book, device.slot, most).flatMap(
      (slot) => rows.get(formatSlot(stream, slot)) ?? [],
    );
    if (events.length === 0) return true;
    const fields = { clock: clock.reading(), events };
    const outcome = await noted('/api/events', { method: 'POST', fields }, parsePushAnswer);
    if (outcome.type !== 'answer') return noteRefusal(troubles, outcome);
    const { value: answer } = outcome;
    for (const { slot, id, outcome: became, code } of answer.results) {
      const at = parseSlot(slot);
      if (!at.ok || rows.get(slot)?.id !== id) continue;
      book = withAck(book, at.value.number, answer.epoch, answer.receipt);
      named.add(id);
      if (became === 'held' || became === 'refused') troubles.add(`${became} ${code}`);
    }
    for (const entry of answer.ledger)
      if (entry.stream === stream) book = withCoverage(book, entry);
    if (epoch !== null && epoch !== answer.epoch) mustAsk = true;
    epoch = answer.epoch;
    return true;
  };

  const ledger = async (): Promise<LedgerEntry | undefined> => {
    const highId = rows.get(formatSlot(stream, device.slot))?.id ?? '';
    const known = { stream, high: device.slot, highId, ack: ackToShow(book, epoch) };
    const streams = [{ ...known, lost: [], closing: false, drafts: 0 }];
    const fields = { clock: clock.reading(), streams };
    const outcome = await noted('/api/ledger', { method: 'POST', fields }, parseLedgerAnswer);
    if (outcome.type !== 'answer') {
      noteRefusal(troubles, outcome);
      return undefined;
    }
    const entry = outcome.value.ledger.find((one) => one.stream === stream);
    if (entry === undefined) return undefined;
    book = withConfirmation(withCoverage(book, entry), entry, outcome.value);
    epoch = outcome.value.epoch;
    mustAsk = false;
    if (entry.forked) troubles.add('forked');
    return entry;
  };

  return {
    device,
    rows,
    named,
    troubles,
    push,
    ledger,
    ask: noted,
    sentAway: () => sentAway,
    keep: (row) => rows.set(row.slot, row),
    open: () => openCount(book, device.slot),
    mustAsk: () => mustAsk,
  };
}

/** Not taken in for now, which is no fault of what was sent: after how many ms to come again; null: it was something else. */
const busyFor = (outcome: Outcome<unknown>): number | null =>
  outcome.type === 'refusal' && outcome.code === 'busy' ? outcome.retryAfter : null;

/** No refusal as a whole is ever right for what is sent here; one without a body of ours is the proxy's. */
function noteRefusal(troubles: Set<string>, outcome: Outcome<unknown>): false {
  if (outcome.type === 'refusal' && busyFor(outcome) === null)
    troubles.add(`${outcome.status} ${outcome.code}`);
  return false;
}
