/**
 * Appending: the one way in which anything that a person did is kept (PROTOCOL 1).
 *
 *   tap -> envelope -> text -> mac -> insert at highest + 1 -- CONFLICT --> next number
 *                                         | durable
 *                                         v
 *                                    "Saved on this tablet"
 *
 * Nothing is reserved: the number is the primary key, and only the insert takes it. A tab may die between any two steps;
 * then the event is either whole in the database or was never reported as saved. One durable write per tap.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AnyEvent, Author } from '#domain/model/event.ts';
import { formatSlot } from '#protocol/slot.ts';
import type { EventRow } from '#protocol/event.ts';
import { alone, sharedLease } from '#platform/tabs.ts';
import { randomId } from '#platform/ids.ts';
import { makeEvent, textOf, type EnvelopeFacts, type Signer } from './envelope.ts';
import type { Rows } from './rows.ts';
import type { Append, Appended, NewEvent } from './services.ts';
import type { Streams } from './streams.ts';

export interface AppendPorts {
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
}

/** Purge asks for this lock alone (PROTOCOL 15); appends share it. It is let go after so long without an append. */
const LEASE_MS = 2000;
/** After so many conflicts in a row the highest slot is read again, not guessed. */
const GUESSES = 4;
/** Name of the mark on the browser's timeline. */
const SAVED = 'event.saved';

export interface Appender {
  readonly append: Append;
  /** Lets go of what is held between appends. */
  readonly close: () => void;
}

export function createAppender(ports: AppendPorts): Appender {
  const lease = sharedLease(`${ports.name}.append`, LEASE_MS);
  let tail: Promise<unknown> = Promise.resolve();

  const append: Append = async (draft: NewEvent) => {
    ports.tapped();
    const ready = await prepare(ports, draft, lease.use());
    if (!ready.ok) return ready;
    const { event, text, mac } = ready.value;
    // One after the other within a tab: two taps at once would only meet in a conflict.
    const inserted = tail.then(() => insert(ports, { id: event.id, text, mac }));
    tail = inserted.catch(() => undefined); // a bug in one append must not stop the next
    const row = await inserted;
    if (!row.ok) return row;
    ports.appended(row.value, event);
    tellTimeline();
    return ok<Appended>({ slot: row.value.slot, id: event.id });
  };
  return { append, close: lease.release };
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
  lease: Promise<void>,
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
  const [mac] = await Promise.all([signer.value.mac(text.value), lease]);
  return ok({ event: event.value, text: text.value, mac });
}

type Unplaced = Omit<EventRow, 'slot'>;

async function insert(ports: AppendPorts, event: Unplaced): Promise<Result<EventRow, Fault>> {
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
