/** The next events to offer: read from the collection by slot, as many as one request may hold. */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { formatSlot } from '#protocol/slot.ts';
import { openSlots, withUnreadable } from './acks.ts';
import type { Books } from './books.ts';
import type { Rows } from './rows.ts';
import type { Streams } from './streams.ts';

interface BatchPorts {
  readonly events: Rows<EventRow>;
  readonly books: Books;
  readonly streams: Streams;
  /** Ids that are not offered. */
  readonly aside: ReadonlySet<string>;
  /** Events in one request, at most. */
  readonly most: number;
}

/** Room for the nonce and the clock beside the events. */
const BYTES = LIMITS.pushBytes - 8 * 1024;
const encoder = new TextEncoder();

/** Bytes of a row inside the request's JSON, with its comma. */
export function bytesOf(row: EventRow): number {
  return encoder.encode(JSON.stringify(row)).length + 1;
}

/** Events that no answer has named, in the order of their slots. Fault `storage`. */
export async function nextBatch(ports: BatchPorts): Promise<Result<readonly EventRow[], Fault>> {
  const batch: EventRow[] = [];
  let bytes = 0;
  for (const book of ports.books.all(ports.streams)) {
    const { stream } = book;
    const numbers = openSlots(
      book,
      ports.books.high(stream, ports.streams),
      ports.most + ports.aside.size - batch.length,
    );
    const found = await readSlots(ports, stream, numbers);
    if (!found.ok) return found;
    for (const row of found.value) {
      bytes += bytesOf(row);
      if (batch.length > 0 && (bytes > BYTES || batch.length >= ports.most)) return ok(batch);
      batch.push(row);
    }
  }
  return ok(batch);
}

/**
 * The rows in these slots. A slot that cannot be read, twice, is not offered any more; where the ledger misses it as well, it is
 * declared lost (PROTOCOL 16).
 */
async function readSlots(
  ports: BatchPorts,
  stream: string,
  numbers: readonly number[],
): Promise<Result<readonly EventRow[], Fault>> {
  const { events, books, aside } = ports;
  const rows = new Map<number, EventRow>();
  let missing = [...numbers];
  for (let tries = 0; tries < 2 && missing.length > 0; tries += 1) {
    const found = await events.get(missing.map((number) => formatSlot(stream, number)));
    if (!found.ok) return found;
    for (const number of missing) {
      const stored = found.value.get(formatSlot(stream, number));
      if (stored !== undefined) rows.set(number, stored.row);
    }
    missing = missing.filter((number) => !rows.has(number));
  }
  if (missing.length > 0) {
    // Perhaps the browser has erased more than these: whoever has them in memory puts them back.
    await ports.streams.reread();
    const kept = await books.keep([withUnreadable(books.of(stream), missing)]);
    if (!kept.ok) return kept;
  }
  return ok(
    numbers.flatMap((number) => rows.get(number) ?? []).filter((row) => !aside.has(row.id)),
  );
}
