/**
 * Pruning: own events that the school has twice, that state already shows and that are a month old leave the device (PROTOCOL 1
 * and 8). Never a stream's newest event: its number is what the next one is counted from. Nothing is sent for it, and the
 * books keep the acknowledgements, so that a pruned number is never taken for a lost one.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { EventRow } from '#protocol/event.ts';
import { parseJson } from '#protocol/json.ts';
import { parseSlot } from '#protocol/slot.ts';
import { isAcked, type StreamBook } from './acks.ts';
import type { Books } from './books.ts';
import type { Rows } from './rows.ts';
import { slotsBetween, type Streams } from './streams.ts';

export interface PrunePorts {
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly books: Books;
  /** Highest slot of a stream that state shows. */
  readonly applied: (stream: string) => number;
  /** The server's clock now as this device knows it, ms. */
  readonly serverNow: () => number;
  readonly skew: () => number | null;
}

const OLD_MS = 30 * 24 * 60 * 60 * 1000;
const CHUNK = 200;

/** Prunes every stream. Gives how many events left. Fault `storage`; what was pruned before it stays pruned. */
export async function prune(ports: PrunePorts): Promise<Result<number, Fault>> {
  let count = 0;
  for (const stream of ports.streams.all()) {
    const pruned = await pruneStream(ports, ports.books.of(stream));
    if (!pruned.ok) return pruned;
    count += pruned.value;
  }
  if (count === 0) return ok(0);
  // A removed row still lies on the disk, marked, until it is swept.
  const swept = await ports.events.sweep();
  return swept.ok ? ok(count) : swept;
}

/** From the oldest row that is here, as long as they are old: a stream is in the order of time but for a wrong clock. */
async function pruneStream(ports: PrunePorts, book: StreamBook): Promise<Result<number, Fault>> {
  const { stream } = book;
  const refused = new Set(book.refused.map(({ slot }) => slot));
  const top = Math.min(book.safe, ports.applied(stream), ports.streams.high(stream) - 1);
  let count = 0;
  const first = await firstSlot(ports.events, stream);
  if (!first.ok) return first;
  for (let from = first.value; from <= top; from += CHUNK) {
    const found = await ports.events.get(
      slotsBetween(stream, from, Math.min(top, from + CHUNK - 1)),
    );
    if (!found.ok) return found;
    const gone = [...found.value].flatMap(([key, { row }]) => {
      const slot = parseSlot(row.slot);
      const number = slot.ok ? slot.value.number : Infinity;
      const isKnown = isAcked(book, number) && !refused.has(number);
      return isKnown && isOld(ports, row) ? [key] : [];
    });
    if (gone.length > 0) {
      const removed = await ports.events.write([], gone, found.value);
      if (!removed.ok) return removed;
      count += gone.length;
    }
    if (gone.length < found.value.size) break;
  }
  return ok(count);
}

/** Number of the oldest row of a stream, 1 where there is none. */
async function firstSlot(events: Rows<EventRow>, stream: string): Promise<Result<number, Fault>> {
  const first = await events.above(`${stream}.`, 1);
  if (!first.ok) return first;
  const slot = parseSlot(first.value[0]?.slot ?? '');
  return ok(slot.ok && slot.value.stream === stream ? slot.value.number : 1);
}

/** By the event's own clock, put right by what was measured when it was made. What cannot be read is kept. */
function isOld(ports: PrunePorts, row: EventRow): boolean {
  const json = parseJson(row.text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return false;
  const { at, skew } = json.value as { readonly at?: unknown; readonly skew?: unknown }; // looked at on the next lines
  if (typeof at !== 'number') return false;
  const offset = typeof skew === 'number' ? skew : (ports.skew() ?? 0);
  return ports.serverNow() - (at + offset) > OLD_MS;
}
