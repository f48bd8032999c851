/** Attempts with everything they say: this device's own from local storage, the others from the school (known-event.ts). */
import { addressKey } from '#domain/mastery/digest.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { parseEnvelope, readEvent, type EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { formatSlot } from '#protocol/slot.ts';
import type { KnownEvent, OpenEvents } from './known-event.ts';
import type { Rows } from './rows.ts';
import type { StaffService } from './services.ts';

export interface OpenPorts {
  readonly events: Pick<Rows<EventRow>, 'get'>;
  /** Own events that the school has not taken up yet. */
  readonly pending: () => readonly Placed<AnyEvent>[];
  /** The own stream that the school knows by this number; undefined where it is another device's, or a branch that was copied. */
  readonly streamOf: (short: number) => string | undefined;
  readonly ask: StaffService['attempts'];
}

/** What was had once is kept: an event never changes. More than a class can be looked at in one sitting. */
const KEPT = 2000;

export function createOpenEvents({ events, pending, streamOf, ask }: OpenPorts): OpenEvents {
  const known = new Map<string, KnownEvent>();
  const keep = (one: KnownEvent): void => {
    if (known.size >= KEPT) known.clear();
    known.set(addressKey(one.address), one);
  };
  const isWanted = (place: Address): boolean => !known.has(addressKey(place));

  const takePending = (): void => {
    for (const { event, stream, slot } of pending())
      keep({ address: { stream, slot }, event, device: null });
  };
  const takeLocal = async (places: readonly Address[]): Promise<Fault | null> => {
    const bySlot = new Map(
      places.flatMap((address) => {
        const stream = streamOf(address.stream);
        return stream === undefined ? [] : [[formatSlot(stream, address.slot), address] as const];
      }),
    );
    const found = await events.get([...bySlot.keys()]);
    if (!found.ok) return found.error;
    for (const [slot, { row }] of found.value) {
      const address = bySlot.get(slot);
      const event = readText(row.text);
      if (address !== undefined && event !== null) keep({ address, event, device: null });
    }
    return null;
  };
  const takeRemote = async (places: readonly Address[]): Promise<Fault | null> => {
    for (let from = 0; from < places.length; from += LIMITS.attemptPlaces) {
      const answer = await ask(places.slice(from, from + LIMITS.attemptPlaces));
      if (!answer.ok) return answer.error;
      for (const { stream, slot, text, device } of answer.value.events) {
        const event = readText(text);
        if (event !== null) keep({ address: { stream, slot }, event, device });
      }
    }
    return null;
  };

  return async (places, from) => {
    takePending();
    const unread = await takeLocal(places.filter(isWanted));
    const at = (place: Address): readonly KnownEvent[] => {
      const one = known.get(addressKey(place));
      return one === undefined || (from === 'here' && one.device !== null) ? [] : [one];
    };
    if (from === 'here') return { events: places.flatMap(at), missing: unread };
    // What cannot be read here is asked of the school like any other.
    const elsewhere = places.filter(isWanted);
    const missing = elsewhere.length === 0 ? null : await takeRemote(elsewhere);
    return { events: places.flatMap(at), missing };
  };
}

/** Null: of a version that this build does not know. */
function readText(text: string): AnyEvent | null {
  const envelope = parseEnvelope(text);
  const event: Result<AnyEvent, Fault> = envelope.ok ? readEvent(envelope.value) : envelope;
  return event.ok ? event.value : null;
}
