/** The attempt that a draft has become already: a tab may have died before it removed the draft, or another tab was first. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { EventId } from '#domain/model/ids.ts';
import type { EventRow } from '#protocol/event.ts';
import type { Aside } from './aside.ts';
import type { DraftBody } from './draft-row.ts';
import { findOwn } from './own-events.ts';
import type { Rows } from './rows.ts';
import type { Appended } from './services.ts';
import type { Streams } from './streams.ts';

interface Ports {
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly asideEvents: Pick<Aside, 'has' | 'load'>;
}

/** Its row among those above where the draft began; null where there is none. Fault `storage`. */
export async function findAttempt(
  { events, streams }: Ports,
  { draft, above }: DraftBody,
): Promise<Result<EventRow | null, Fault>> {
  const reread = await streams.reread();
  if (!reread.ok) return reread;
  for (const stream of streams.all()) {
    const from = (above[stream] ?? 0) + 1;
    const found = await findOwn(events, stream, streams.high(stream), from, new Set([draft.id]));
    if (!found.ok) return found;
    const [row] = found.value;
    if (row !== undefined) return ok(row);
  }
  return ok(null);
}

/** Another tab finished it while this one waited for the lock. Faults `no-draft`, `storage`. */
export async function finishedElsewhere(
  ports: Ports,
  id: EventId,
): Promise<Result<Appended, Fault>> {
  ports.asideEvents.load();
  if (ports.asideEvents.has(id)) return ok({ slot: '', id, kept: 'aside' });
  const reread = await ports.streams.reread();
  if (!reread.ok) return reread;
  for (const stream of ports.streams.all()) {
    const high = ports.streams.high(stream);
    const found = await findOwn(
      ports.events,
      stream,
      high,
      Math.max(1, high - FINISH_LOOK_BACK),
      new Set([id]),
    );
    if (!found.ok) return found;
    const [row] = found.value;
    if (row !== undefined) return ok({ slot: row.slot, id, kept: 'database' });
  }
  return err({ code: 'no-draft' });
}

/** A draft that was finished in another tab just now stands among so many of the newest events. */
const FINISH_LOOK_BACK = 2000;
