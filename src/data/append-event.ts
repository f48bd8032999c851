/**
 * Appending: the one way in which anything that a person did is kept (PROTOCOL 1).
 *
 *   tap -> envelope -> text -> mac -> insert at highest + 1 -- CONFLICT --> next number
 *                                         | durable
 *                                         v                    fails: kept aside (aside.ts), tried again
 *                                    "Saved on this tablet"
 *
 * Nothing is reserved: the number is the primary key, and only the insert takes it. A tab may die between any two steps;
 * then the event is either whole in the database or was never reported as saved. One durable write per tap.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AnyEvent, Author } from '#domain/model/event.ts';
import { formatSlot } from '#protocol/slot.ts';
import type { EventRow } from '#protocol/event.ts';
import { alone, type Lease } from '#platform/tabs.ts';
import { randomId } from '#platform/ids.ts';
import { makeEvent, textOf, type EnvelopeFacts, type Signer } from './envelope.ts';
import type { Aside, Unplaced } from './aside.ts';
import type { Rows } from './rows.ts';
import type { Append, Appended, NewEvent } from './services.ts';
import type { Streams } from './streams.ts';

export interface AppendPorts {
  /** A share of the lock that whoever leaves the device holds alone (PROTOCOL 15). */
  readonly lease: Lease;
  /** Name of the database: locks are named after it. */
  readonly name: string;
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  /** The stream to write to; null where a new one is to be opened (none yet, or the ledger found it forked or closed). */
  readonly current: () => string | null;
  /** Who can sign for this author now (null: whoever is unlocked). */
  readonly signer: (author: Author | null) => Result<Signer, Fault>;
  readonly facts: () => Result<EnvelopeFacts, Fault>;
  /** Encrypts free text to the school's key. */
  readonly seal: (note: string) => Promise<Result<string, Fault>>;
  readonly tapped: () => void;
  readonly appended: (row: EventRow, event: AnyEvent) => void;
  readonly aside: Pick<Aside, 'keep' | 'wake'>;
}

/** After so many conflicts in a row the highest slot is read again, not guessed. */
const GUESSES = 4;
/** Name of the mark on the browser's timeline. */
const SAVED = 'event.saved';

/** A write that has not answered for so long is taken for failed. Where it was committed after all, it is found by its id. */
const PATIENCE_MS = 15_000;

export interface Appender {
  readonly append: Append;
  /** As `append`, for whoever holds the lock alone: while the device is being left nobody else may append. */
  readonly appendAlone: Append;
  /** Puts an event that was made before into the next slot, where appending is allowed now (`leaving`). Fault `storage`. */
  readonly insert: (event: Unplaced) => Promise<Result<EventRow, Fault>>;
  readonly insertAlone: (event: Unplaced) => Promise<Result<EventRow, Fault>>;
}

export function createAppender(ports: AppendPorts): Appender {
  const { lease } = ports;
  let tail: Promise<unknown> = Promise.resolve();

  const insertAlone = (event: Unplaced): Promise<Result<EventRow, Fault>> => {
    // One after the other within a tab: two taps at once would only meet in a conflict.
    const inserted = tail.then(() => inTime(insertNext(ports, event)));
    tail = inserted;
    return inserted;
  };
  const appendUnder = async (draft: NewEvent, leased: Leased): Promise<Result<Appended, Fault>> => {
    ports.tapped();
    const ready = await prepare(ports, draft, leased);
    if (!ready.ok) return ready;
    const { event, text, mac } = ready.value;
    const row = await insertAlone({ id: event.id, text, mac });
    if (!row.ok) {
      ports.aside.keep({ id: event.id, text, mac }, event);
      return ok<Appended>({ slot: '', id: event.id, kept: 'aside' });
    }
    ports.appended(row.value, event);
    ports.aside.wake();
    tellTimeline();
    return ok<Appended>({ slot: row.value.slot, id: event.id, kept: 'database' });
  };
  const underLease = async <T>(
    work: (leased: Leased) => Promise<Result<T, Fault>>,
  ): Promise<Result<T, Fault>> => {
    const leased = lease.use();
    try {
      return await work(leased);
    } finally {
      (await leased)?.();
    }
  };
  return {
    append: (draft) => underLease((leased) => appendUnder(draft, leased)),
    appendAlone: (draft) => appendUnder(draft, ALONE),
    insert: (event) =>
      underLease(async (leased) =>
        (await leased) === null ? err({ code: 'leaving' }) : insertAlone(event),
      ),
    insertAlone,
  };
}

/** A use of the shared lock; null where somebody holds it alone. */
type Leased = Promise<(() => void) | null>;
const ALONE: Leased = Promise.resolve(() => undefined);

async function inTime(work: Promise<Result<EventRow, Fault>>): Promise<Result<EventRow, Fault>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<EventRow, Fault>>((done) => {
    timer = setTimeout(() => done(err({ code: 'storage', detail: 'no-answer' })), PATIENCE_MS);
  });
  // A lock that cannot be had, or a bug: whatever it is, the event is kept aside.
  const failed = (error: unknown): Result<EventRow, Fault> =>
    err({ code: 'storage', detail: error instanceof Error ? error.name : 'unknown' });
  const result = await Promise.race([work.catch(failed), late]);
  clearTimeout(timer);
  return result;
}

/** Leaves the moment on the browser's timeline, where `npm run bench` reads it; one entry, not one for every mark of a year. */
function tellTimeline(): void {
  performance.clearMarks(SAVED);
  performance.mark(SAVED);
}

type Ready = { readonly event: AnyEvent; readonly text: string; readonly mac: string };

/** Everything before the write. The lease comes in parallel: it is a trip to another process. */
async function prepare(
  ports: AppendPorts,
  draft: NewEvent,
  leased: Leased,
): Promise<Result<Ready, Fault>> {
  const signer = ports.signer(draft.by ?? null);
  if (!signer.ok) return signer;
  const facts = ports.facts();
  if (!facts.ok) return facts;
  const sealed =
    draft.note === undefined || draft.note === '' ? ok('') : await ports.seal(draft.note);
  if (!sealed.ok) return sealed;
  const event = makeEvent(draft, signer.value, facts.value, sealed.value);
  if (!event.ok) return event;
  const text = textOf(event.value);
  if (!text.ok) return text;
  const [mac, lease] = await Promise.all([signer.value.mac(text.value), leased]);
  if (lease === null) return err({ code: 'leaving' });
  return ok({ event: event.value, text: text.value, mac });
}

async function insertNext(ports: AppendPorts, event: Unplaced): Promise<Result<EventRow, Fault>> {
  const stream = ports.current();
  if (stream !== null) return insertInto(ports, stream, event);
  // Two tabs that begin at once should begin one stream: the second one finds what the first has begun.
  return alone(`${ports.name}.stream`, async () => {
    const read = await ports.streams.reread();
    if (!read.ok) return read;
    return insertInto(ports, ports.current() ?? randomId(), event);
  });
}

async function insertInto(
  ports: AppendPorts,
  stream: string,
  event: Unplaced,
): Promise<Result<EventRow, Fault>> {
  for (let tries = 1; ; tries += 1) {
    const row: EventRow = { slot: formatSlot(stream, ports.streams.high(stream) + 1), ...event };
    const written = await ports.events.insert(row);
    if (!written.ok) return written;
    const { taken } = written.value;
    ports.streams.note(taken ?? row);
    if (taken === null) return ok(row);
    // Our own event: an insert that was committed although the connection died before it could say so.
    if (taken.id === row.id)
      return taken.text === row.text ? ok(taken) : err({ code: 'storage', detail: 'id-taken' });
    if (tries % GUESSES === 0) {
      const read = await ports.streams.reread();
      if (!read.ok) return read;
    }
  }
}
