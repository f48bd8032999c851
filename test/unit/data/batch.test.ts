import { expect, test } from 'vitest';
import { ok } from '#domain/kernel/result.ts';
import { emptyBook, openSlots, withAck, withCoverage, type StreamBook } from '#data/acks.ts';
import { bytesOf, nextBatch } from '#data/batch.ts';
import type { Books } from '#data/books.ts';
import { createStreams } from '#data/streams.ts';
import type { EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { formatSlot } from '#protocol/slot.ts';
import { memoryRows } from './memory-rows.ts';

const A = 'a'.repeat(22);
const B = 'b'.repeat(22);
const row = (stream: string, number: number, size = 500): EventRow => ({
  slot: formatSlot(stream, number),
  id: `${stream}${number}`.slice(-22).padStart(22, 'x'),
  text: 'ñ'.repeat(size),
  mac: 'm'.repeat(43),
});

function memoryBooks(): Books & { readonly map: Map<string, StreamBook> } {
  const map = new Map<string, StreamBook>();
  const of = (stream: string): StreamBook => map.get(stream) ?? emptyBook(stream);
  return {
    map,
    of,
    has: (stream) => map.has(stream),
    all: (streams) => streams.all().map(of),
    high: (stream, streams) => streams.high(stream),
    isWhole: () => true,
    keep: async (books) => {
      for (const book of books) map.set(book.stream, book);
      return ok(undefined);
    },
    openCount: () => 0,
    proven: () => false,
    noteProven: async () => undefined,
  };
}

async function setUp(rows: readonly EventRow[]) {
  const events = memoryRows(({ slot }: EventRow) => slot, rows);
  const streams = createStreams(events);
  await streams.reread();
  const books = memoryBooks();
  const next = async (
    aside: readonly string[] = [],
    most: number = LIMITS.pushEvents,
  ): Promise<readonly EventRow[]> => {
    const batch = await nextBatch({ events, books, streams, aside: new Set(aside), most });
    if (!batch.ok) throw new Error(batch.error.code);
    return batch.value;
  };
  return { events, streams, books, next };
}

test('streams and their highest slots are found from the keys alone', async () => {
  const { streams } = await setUp([row(B, 1), row(A, 1), row(A, 2), row(A, 10)]);
  expect(streams.all()).toEqual([A, B]);
  expect([streams.high(A), streams.high(B), streams.high('c')]).toEqual([10, 1, 0]);
});

test('a request holds at most 100 events and 512 kB, in the order of slots', async () => {
  const { next } = await setUp(
    Array.from({ length: 300 }, (_, i) => row(A, i + 1, i < 150 ? 500 : 20_000)),
  );
  const many = await next();
  expect(many.map(({ slot }) => slot)).toEqual(
    Array.from({ length: 100 }, (_, i) => formatSlot(A, i + 1)),
  );
  const { next: large } = await setUp(Array.from({ length: 30 }, (_, i) => row(A, i + 1, 20_000)));
  const batch = await large();
  expect(batch.reduce((sum, one) => sum + bytesOf(one), 0)).toBeLessThan(LIMITS.pushBytes);
  expect(batch.length).toBeGreaterThan(5);
});

test('an event that was set aside blocks none behind it', async () => {
  const { next } = await setUp([row(A, 1), row(A, 2), row(B, 1)]);
  expect((await next([row(A, 1).id], 1)).map(({ slot }) => slot)).toEqual([formatSlot(A, 2)]);
});

test('[P16] a slot that cannot be read any more is not offered, and the others leave; it is lost where the ledger misses it too', async () => {
  const { events, books, next } = await setUp([row(A, 1), row(A, 2), row(A, 3), row(A, 4)]);
  events.map.delete(formatSlot(A, 2));
  events.map.delete(formatSlot(A, 3));
  books.map.set(A, withAck(emptyBook(A), 1, 'E', 1));
  expect((await next()).map(({ slot }) => slot)).toEqual([formatSlot(A, 4)]);
  expect(books.of(A)).toMatchObject({ unreadable: [[2, 3]], lost: [] });
  expect(openSlots(books.of(A), 4, 10)).toEqual([4]);
  const entry = { stream: A, short: 1, through: 2, safe: 2, forked: false, reoffer: false };
  const told = withCoverage(books.of(A), { ...entry, gaps: [[3, 4]] });
  expect(told).toMatchObject({ unreadable: [[2, 2]], lost: [[3, 3]] });
});
