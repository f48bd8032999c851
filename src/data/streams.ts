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
}

/** Sorts after every slot of a stream. */
const END = '.~';

export function createStreams(events: Rows<EventRow>): Streams {
  const highs = new Map<string, { number: number; id: string }>();

  const note = (row: Pick<EventRow, 'slot' | 'id'>): void => {
    const slot = parseSlot(row.slot);
    if (!slot.ok) return; // not a row of ours: the outbox never asks for it
    const { stream, number } = slot.value;
    if (number > (highs.get(stream)?.number ?? 0)) highs.set(stream, { number, id: row.id });
  };

  return {
    all: () => [...highs.keys()],
    high: (stream) => highs.get(stream)?.number ?? 0,
    highId: (stream) => highs.get(stream)?.id ?? '',
    note,
    async reread() {
      let after = '';
      for (;;) {
        const first = await events.above(after, 1);
        if (!first.ok) return first;
        const [row] = first.value;
        if (row === undefined) return ok(undefined);
        const slot = parseSlot(row.slot);
        if (!slot.ok) {
          after = row.slot;
          continue;
        }
        const { stream } = slot.value;
        const last = await events.below(stream + END, 1);
        if (!last.ok) return last;
        for (const newest of last.value) note(newest);
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
