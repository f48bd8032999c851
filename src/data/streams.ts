/**
 * The streams in the events database and the highest slot of each: read once from the keys themselves, which is the only place
 * where they stand (PROTOCOL 1), and kept up by every append of this and the other tabs.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { formatSlot, parseSlot } from '#protocol/slot.ts';
import type { EventRow } from '#protocol/event.ts';
import type { Rows } from './rows.ts';

export interface Streams {
  readonly all: () => readonly string[];
  /** Highest slot number known, 0 where there is none. */
  readonly high: (stream: string) => number;
  /** Id of the event in the highest slot, "" where there is none. */
  readonly highId: (stream: string) => string;
  /** A row was seen: appended here, by another tab, or in the way of an insert. */
  readonly note: (row: Pick<EventRow, 'slot' | 'id'>) => void;
  /** Finds what other tabs have written and never told. */
  readonly reread: () => Promise<Result<void, Fault>>;
  /** Called when rereading misses rows that were there: the browser has erased them. Never within the reading. */
  readonly onErased: (listener: (streams: ReadonlySet<string>) => void) => void;
}

/** Sorts after every slot of a stream. */
const END = '.~';

export function createStreams(events: Rows<EventRow>): Streams {
  const highs = new Map<string, { number: number; id: string }>();

  /** A row of each stream that was seen in the database, the newest one at that time: it is never removed before another was seen. */
  const seen = new Map<string, number>();
  let tellErased: (streams: ReadonlySet<string>) => void = () => undefined;

  /** Looks for the rows that were seen last. @param found the newest rows of now */
  const compare = async (found: ReadonlyMap<string, number>): Promise<Result<void, Fault>> => {
    const marks = [...seen].filter(([stream, number]) => found.get(stream) !== number);
    const keys = marks.map(([stream, number]) => formatSlot(stream, number));
    const there = await events.get(keys);
    if (!there.ok) return there;
    const erased = marks.flatMap(([stream, number]) =>
      there.value.has(formatSlot(stream, number)) ? [] : [stream],
    );
    for (const stream of erased) seen.delete(stream);
    for (const [stream, number] of found) seen.set(stream, number);
    if (erased.length > 0) setTimeout(() => tellErased(new Set(erased)), 0);
    return ok(undefined);
  };
  const note = (row: Pick<EventRow, 'slot' | 'id'>): void => {
    const slot = parseSlot(row.slot);
    if (!slot.ok) return; // not a row of ours: the outbox never asks for it
    const { stream, number } = slot.value;
    if (!seen.has(stream)) seen.set(stream, number);
    if (number > (highs.get(stream)?.number ?? 0)) highs.set(stream, { number, id: row.id });
  };

  return {
    all: () => [...highs.keys()],
    high: (stream) => highs.get(stream)?.number ?? 0,
    highId: (stream) => highs.get(stream)?.id ?? '',
    note,
    onErased(listener) {
      tellErased = listener;
    },
    async reread() {
      const found = new Map<string, number>();
      let after = '';
      for (;;) {
        const first = await events.above(after, 1);
        if (!first.ok) return first;
        const [row] = first.value;
        if (row === undefined) return compare(found);
        const slot = parseSlot(row.slot);
        if (!slot.ok) {
          after = row.slot;
          continue;
        }
        const { stream } = slot.value;
        const last = await events.below(stream + END, 1);
        if (!last.ok) return last;
        for (const newest of last.value) {
          note(newest);
          const number = parseSlot(newest.slot);
          if (number.ok) found.set(stream, number.value.number);
        }
        after = stream + END;
      }
    },
  };
}

/** Slots `from`..`to` of a stream, as keys. */
export function slotsBetween(stream: string, from: number, to: number): string[] {
  const slots: string[] = [];
  for (let number = from; number <= to; number += 1) slots.push(formatSlot(stream, number));
  return slots;
}

export function slotKeys(stream: string, numbers: readonly number[]): string[] {
  return numbers.map((number) => formatSlot(stream, number));
}
