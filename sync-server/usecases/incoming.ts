/** One element of a push, read as far as ingest reads: is it an event at all, and which slot does it account for? */
import { EventRowSchema, parseEnvelope, type Envelope, type EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parserOf } from '#protocol/parser.ts';
import { parseSlot, type Slot } from '#protocol/slot.ts';

export interface IncomingEvent {
  readonly type: 'event';
  readonly row: EventRow;
  readonly at: Slot;
  readonly envelope: Envelope;
}
/** Not an event: it is answered for by its slot and id, so that the device can go on. */
export interface IncomingRefused {
  readonly type: 'refused';
  readonly row: { readonly slot: string; readonly id: string };
  readonly at: Slot | undefined;
  readonly code: string;
}
export type Incoming = IncomingEvent | IncomingRefused;

const parseRow = parserOf(EventRowSchema, 'bad-row');

function textAt(value: unknown, field: 'slot' | 'id' | 'text'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Object.entries(value).find(([name]) => name === field)?.[1];
  return typeof found === 'string' ? found : undefined;
}

/** @returns undefined for what does not even name a slot and an id: such a request is malformed as a whole */
export function readIncoming(value: unknown): Incoming | undefined {
  const slot = textAt(value, 'slot');
  const id = textAt(value, 'id');
  if (slot === undefined || id === undefined || slot.length > 60 || id.length > 60)
    return undefined;
  const at = parseSlot(slot);
  const refused = (code: string): Incoming => ({
    type: 'refused',
    row: { slot, id },
    at: at.ok ? at.value : undefined,
    code,
  });
  if (!at.ok) return refused(at.error.code);
  if (Buffer.byteLength(textAt(value, 'text') ?? '') > LIMITS.eventText)
    return refused('too-large');
  const row = parseRow(value);
  if (!row.ok) return refused(row.error.code);
  // Half a character is kept as another one: the bytes would never be the same again (PROTOCOL 2).
  if (!row.value.text.isWellFormed() || !row.value.mac.isWellFormed()) return refused('bad-row');
  const envelope = parseEnvelope(row.value.text);
  if (!envelope.ok) return refused(envelope.error.code);
  if (envelope.value.id !== id) return refused('id-mismatch');
  return { type: 'event', row: row.value, at: at.value, envelope: envelope.value };
}
