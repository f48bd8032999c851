/**
 * The last word of a page that is being left: what was not sent yet goes off with `keepalive`, from memory, because nothing can
 * be read any more. Nobody waits for the answer; the outbox offers the same events again, and duplicates cost nothing.
 */
import { LIMITS } from '#protocol/limits.ts';
import type { EventRow } from '#protocol/event.ts';
import { parseSlot } from '#protocol/slot.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import { err } from '#domain/kernel/result.ts';
import { isAcked } from './acks.ts';
import type { Books } from './books.ts';

export interface Flush {
  readonly remember: (row: EventRow) => void;
  readonly now: () => void;
}

/** Browsers allow 64 kB for all keepalive requests together. */
const CHARACTERS = 48 * 1024;

export function createFlush(network: Network, clock: Clock, books: Books): Flush {
  let recent: EventRow[] = [];
  return {
    remember(row) {
      recent.push(row);
      if (recent.length > LIMITS.pushEvents) recent = recent.slice(-LIMITS.pushEvents);
    },
    now() {
      recent = recent.filter((row) => {
        const slot = parseSlot(row.slot);
        return slot.ok && !isAcked(books.of(slot.value.stream), slot.value.number);
      });
      const events: EventRow[] = [];
      let size = 0;
      for (const row of recent) {
        size += row.text.length + 200;
        if (size > CHARACTERS) break;
        events.push(row);
      }
      if (events.length === 0) return;
      const fields = { clock: clock.reading(), events };
      // The answer is not read: acknowledgements are the outbox's business.
      void network.ask('/api/events', { method: 'POST', fields, keepalive: true }, () =>
        err({ code: 'not-read' }),
      );
    },
  };
}
