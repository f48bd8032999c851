/**
 * The key of an event on its device: `<stream>.<9 digits>`. The number is the key, so that nothing can die between taking
 * a number and writing (PROTOCOL 1).
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { asId, type StreamId } from '#domain/model/ids.ts';

const DIGITS = 9;
const SLOT = /^([A-Za-z0-9_-]{10,40})\.(\d{9})$/;

export interface Slot {
  readonly stream: StreamId;
  /** 1, 2, 3 ... without a gap. */
  readonly number: number;
}

export function formatSlot(stream: string, number: number): string {
  return `${stream}.${String(number).padStart(DIGITS, '0')}`;
}

/** Fault `bad-slot` where the text is not of that form or the number is 0. */
export function parseSlot(text: string): Result<Slot, Fault> {
  const found = SLOT.exec(text);
  const [, stream, digits] = found ?? [];
  const number = Number(digits);
  if (stream === undefined || !(number >= 1))
    return err({ code: 'bad-slot', detail: text.slice(0, 60) });
  return ok({ stream: asId<StreamId>(stream), number });
}
