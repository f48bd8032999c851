/**
 * The outbox: posts every event that no answer has named, by id, and lets the ledger prove it (PROTOCOL 3 to 7). It asks the
 * collection for slots, not its memory or any message of another tab: the slots are gapless, so what is missing has a name.
 *
 *   open slots? -- yes --> POST /api/events --> ids named: acknowledged      no answer: back off, offer again
 *        | no
 *   ledger due? -- yes --> POST /api/ledger --> gaps: open again   reoffer: all open   forked: new stream
 *        | no
 *      sleep
 *
 * Ledger: at the start, when the queue has become empty, after a change of epoch, and every ten minutes.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { unreachable } from '#domain/kernel/assert.ts';
import type { EventRow } from '#protocol/event.ts';
import {
  parseLedgerAnswer,
  type LedgerAnswer,
  type LedgerQuestion,
  type StorageReport,
} from '#protocol/ledger.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parsePushAnswer, type PushAnswer } from '#protocol/push.ts';
import { parseSlot } from '#protocol/slot.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network, Outcome } from '#platform/network.ts';
import {
  ackToShow,
  lossesToTell,
  openCount,
  withAck,
  withConfirmation,
  withCoverage,
  type StreamBook,
} from './acks.ts';
import { isBusy } from './busy.ts';
import { nextBatch } from './batch.ts';
import type { Books } from './books.ts';
import { createClosingPace } from './closing-pace.ts';
import type { Gate } from './gate.ts';
import type { Step } from './loop.ts';
import type { Rows } from './rows.ts';
import type { Streams } from './streams.ts';

export type OutboxStatus =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly done: number; readonly total: number }
  | { readonly state: 'offline' }
  /** The school is there and said to come again later: it goes on by itself. */
  | { readonly state: 'busy' }
  | { readonly state: 'needs-credential' };

export interface OutboxPorts {
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly books: Books;
  readonly network: Network;
  readonly clock: Clock;
  readonly gate: Gate;
  readonly openDrafts: () => number;
  /** True once after the pull heard of another epoch: the server was started anew, perhaps from an older copy. */
  readonly newEpoch?: () => boolean;
  /** This browser is a device of a school. */
  readonly enrolled: () => boolean;
  /** Gets the cookie back with the device key; false where that is not possible. */
  readonly renew: () => Promise<boolean>;
  readonly status: (status: OutboxStatus) => void;
  /** Build of the app, how the browser keeps its storage, and what it could not write: told with every ledger question. */
  readonly app: string;
  readonly storage: () => StorageReport;
  readonly aside: () => number;
  /** The device is being left: the ledger is asked often, until everything is there twice. */
  readonly closing: () => boolean;
  /** The ledger has just proved that nothing is left to send: the moment to tidy up. */
  readonly proved: () => Promise<void>;
}

const LEDGER_EVERY_MS = 10 * 60_000;

/** One step of the loop, to be run by one tab at a time. */
export function createOutbox(ports: OutboxPorts): (stop: AbortSignal) => Promise<Step> {
  const { books, streams, clock } = ports;
  let epoch: string | null = null;
  let ledger: 'first' | 'when-empty' | 'in-time' = 'first';
  let ledgerAt = 0;
  let most: number = LIMITS.pushEvents;
  let sentInRun = 0;
  let askedAboutUnreadable = false;
  /** The ledger has answered since the last tidying up. */
  let asked = false;
  /** Events with which a request of one was refused as a whole: set aside until the next start, so that they block nothing. */
  const aside = new Set<string>();
  const pace = createClosingPace();

  const push = async (rows: readonly EventRow[]): Promise<Step> => {
    ports.status({
      state: 'sending',
      done: sentInRun,
      total: sentInRun + books.openCount(streams),
    });
    const fields = { clock: clock.reading(), events: rows };
    const outcome = await ports.network.ask(
      '/api/events',
      { method: 'POST', fields },
      parsePushAnswer,
    );
    if (outcome.type === 'refusal' && (outcome.status === 400 || outcome.status === 413)) {
      // The request as a whole was not read. Smaller ones find the event with which that happens.
      if (rows.length === 1) for (const { id } of rows) aside.add(id);
      most = rows.length === 1 ? LIMITS.pushEvents : Math.ceil(rows.length / 2);
      return { next: 'now' };
    }
    if (outcome.type !== 'answer') return failed(ports, outcome);
    const named = await takeResults(books, rows, outcome.value);
    if (!named.ok) return { next: 'retry', afterMs: null };
    sentInRun += named.value;
    most = LIMITS.pushEvents;
    // Another history may have lost what it acknowledged: ask before anything is counted on.
    if (epoch !== null && epoch !== outcome.value.epoch) ledger = 'first';
    else if (ledger === 'in-time' && !books.proven(streams)) ledger = 'when-empty';
    epoch = outcome.value.epoch;
    // An answer that names none of what was sent must not be asked for again at once.
    return named.value > 0 ? { next: 'now' } : { next: 'retry', afterMs: null };
  };

  const askLedger = async (): Promise<Step> => {
    const reread = await streams.reread();
    if (!reread.ok) return { next: 'retry', afterMs: null };
    const questions = books.all(streams).map((book) => question(book, ports, epoch));
    const lostBefore = lostCount(books, streams);
    const before = howFar(books, streams);
    // Once at least: a device that has nothing to ask about still says how it is.
    for (let from = 0; from === 0 || from < questions.length; from += LIMITS.ledgerStreams) {
      const part = questions.slice(from, from + LIMITS.ledgerStreams);
      const fields = {
        clock: clock.reading(),
        streams: part,
        storage: ports.storage(),
        app: ports.app,
        aside: ports.aside(),
      };
      const outcome = await ports.network.ask(
        '/api/ledger',
        { method: 'POST', fields },
        parseLedgerAnswer,
      );
      if (outcome.type !== 'answer') return failed(ports, outcome);
      const kept = await takeLedger(books, outcome.value, part);
      if (!kept.ok) return { next: 'retry', afterMs: null };
      epoch = outcome.value.epoch;
    }
    const first = ledger === 'first';
    ledger = 'in-time';
    ledgerAt = clock.mono();
    asked = true;
    pace.answered(howFar(books, streams) !== before);
    if (first) return { next: 'now' };
    // What was found lost is declared at once. It ends: a slot is lost once.
    if (lostCount(books, streams) > lostBefore) {
      ledger = 'when-empty';
      return { next: 'now' };
    }
    // Through the back-off, so that a ledger that keeps missing what a push keeps acknowledging is no hot loop.
    if (books.openCount(streams) > aside.size) return { next: 'retry', afterMs: null };
    return idle();
  };

  const idle = async (): Promise<Step> => {
    sentInRun = 0;
    ports.status({ state: 'idle' });
    if (books.proven(streams)) {
      await books.noteProven(clock.wall());
      if (asked && !ports.closing()) await ports.proved();
      asked = false;
    }
    return { next: 'idle', ms: Math.max(0, every() - (clock.mono() - ledgerAt)) };
  };
  const every = (): number => (ports.closing() ? pace.ms() : LEDGER_EVERY_MS);

  return async (stop) => {
    if (!ports.enrolled()) return { next: 'idle', ms: LEDGER_EVERY_MS };
    await ports.gate.quiet(stop);
    if (stop.aborted) return { next: 'now' };
    if (ports.newEpoch?.() === true) ledger = 'first';
    pace.looked(clock.mono() - ledgerAt);
    if (ledger === 'first') return askLedger();
    const batch = await nextBatch({ events: ports.events, books, streams, aside, most });
    if (!batch.ok) return { next: 'retry', afterMs: null };
    if (batch.value.length > 0) return push(batch.value);
    // Slots that could not be read are lost only if the ledger misses them too.
    const found = books
      .all(streams)
      .some(({ unreadable, through }) => isAbove(unreadable, through));
    const unproven = found && !askedAboutUnreadable;
    askedAboutUnreadable = found;
    const due = ledger === 'when-empty' || unproven || clock.mono() - ledgerAt >= every();
    return due ? askLedger() : idle();
  };
}

async function failed(
  ports: OutboxPorts,
  outcome: Exclude<Outcome<unknown>, { type: 'answer' }>,
): Promise<Step> {
  switch (outcome.type) {
    case 'unreachable':
      ports.status({ state: 'offline' });
      return { next: 'retry', afterMs: null };
    case 'not-an-answer':
      ports.status({ state: 'offline' });
      return { next: 'retry', afterMs: outcome.retryAfter };
    case 'refusal': {
      if (outcome.status !== 401 && outcome.status !== 403) {
        ports.status({ state: isBusy(outcome) ? 'busy' : 'offline' });
        return { next: 'retry', afterMs: outcome.retryAfter };
      }
      if (!(await ports.renew())) ports.status({ state: 'needs-credential' });
      return { next: 'retry', afterMs: null };
    }
    default:
      return unreachable(outcome);
  }
}

function question(book: StreamBook, ports: OutboxPorts, epoch: string | null): LedgerQuestion {
  const { stream } = book;
  const high = ports.books.high(stream, ports.streams);
  return {
    stream,
    high,
    // The id in the highest slot, where that slot can still be read.
    highId: ports.streams.high(stream) === high ? ports.streams.highId(stream) : '',
    lost: lossesToTell(book, MOST_LOST),
    closing: ports.closing(),
    drafts: ports.openDrafts(),
    ack: ackToShow(book, epoch),
  };
}

/** Ranges of lost slots in one question. More are told when these were taken. */
const MOST_LOST = 64;

/** Acknowledges what the answer names by id; gives how many of ours it named. */
async function takeResults(
  books: Books,
  rows: readonly EventRow[],
  answer: PushAnswer,
): Promise<Result<number, Fault>> {
  const sent = new Map(rows.map((row) => [row.id, row]));
  const changed = new Map<string, StreamBook>();
  const bookOf = (stream: string): StreamBook => changed.get(stream) ?? books.of(stream);
  let named = 0;
  for (const { id, outcome, code } of answer.results) {
    const row = sent.get(id);
    const slot = row === undefined ? null : parseSlot(row.slot);
    if (slot === null || !slot.ok) continue;
    const { stream, number } = slot.value;
    let book = withAck(bookOf(stream), number, answer.epoch, answer.receipt);
    const before = book.refused.find((one) => one.id === id);
    const others = book.refused.filter((one) => one.id !== id);
    if (outcome === 'refused')
      book = { ...book, refused: [...others, { ...before, slot: number, id, code: code ?? '' }] };
    else if (before !== undefined) book = { ...book, refused: others };
    changed.set(stream, book);
    named += 1;
  }
  for (const entry of answer.ledger) {
    if (books.has(entry.stream) || changed.has(entry.stream))
      changed.set(entry.stream, withCoverage(bookOf(entry.stream), entry));
  }
  const kept = await books.keep([...changed.values()]);
  return kept.ok ? ok(named) : kept;
}

async function takeLedger(
  books: Books,
  answer: LedgerAnswer,
  asked: readonly LedgerQuestion[],
): Promise<Result<void, Fault>> {
  const highs = new Map(asked.map(({ stream, high }) => [stream, high]));
  return books.keep(
    answer.ledger.flatMap((entry) => {
      const high = highs.get(entry.stream);
      // A stream that was not asked about is not ours to book.
      if (high === undefined) return [];
      return [withConfirmation(withCoverage(books.of(entry.stream), entry), entry, answer, high)];
    }),
  );
}

function lostCount(books: Books, streams: Streams): number {
  return books
    .all(streams)
    .flatMap(({ lost }) => lost)
    .reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** What the ledger has said of all streams, to be compared. */
function howFar(books: Books, streams: Streams): string {
  return JSON.stringify(
    books.all(streams).map((book) => {
      const { stream, through, safe } = book;
      return [stream, through, safe, openCount(book, books.high(stream, streams))];
    }),
  );
}

function isAbove(ranges: StreamBook['unreadable'], through: number): boolean {
  return ranges.some(([, to]) => to > through);
}
