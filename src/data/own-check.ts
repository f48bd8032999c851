/** A check as it was taken on this device: its form and the raw answers, while its event is still here. */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { EventRow } from '#protocol/event.ts';
import { parseJson } from '#protocol/json.ts';
import { formatSlot } from '#protocol/slot.ts';
import type { Rows } from './rows.ts';
import type { OwnCheck } from './services.ts';
import type { SnapshotStore } from './snapshot.ts';
import type { Streams } from './streams.ts';

interface Ports {
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly snapshot: Pick<SnapshotStore, 'live' | 'numberOf'>;
}

/** Null: of another device, no check, or pruned. Fault `storage`. */
export async function readOwnCheck(
  { events, streams, snapshot }: Ports,
  { stream, slot }: Address,
): Promise<Result<OwnCheck | null, Fault>> {
  // What waits to be sent is at hand, also where the browser could not write it.
  for (const { event, ...place } of snapshot.live.get().pending()) {
    if (place.stream !== stream || place.slot !== slot) continue;
    return ok(event.kind === 'check' ? { about: event.about, body: event.body } : null);
  }
  for (const own of streams.all()) {
    if (snapshot.numberOf(own) !== stream) continue;
    const key = formatSlot(own, slot);
    const found = await events.get([key]);
    if (!found.ok) return found;
    const row = found.value.get(key)?.row;
    const json = row === undefined ? null : parseJson(row.text);
    if (json === null || !json.ok) continue;
    // Our own bytes, written by this build or one before it: version 2 of a check only adds to version 1.
    const event = json.value as OwnCheck & { readonly kind?: unknown };
    if (event.kind === 'check') return ok({ about: event.about, body: event.body });
  }
  return ok(null);
}
