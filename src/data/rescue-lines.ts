/** The lines of a rescue file: rows in batches that a request may hold, each sealed to the school's key. */
import type { EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { writeRescueFile, RESCUE_VERSION, type RescueHeader } from '#protocol/rescue.ts';
import { formatSlot } from '#protocol/slot.ts';
import { seal } from '#platform/crypto.ts';
import { randomId } from '#platform/ids.ts';
import type { Unplaced } from './aside.ts';
import { bytesOf } from './batch.ts';
import type { UnreadableDraft } from './draft-row.ts';

export interface RescueText {
  readonly name: string;
  readonly text: string;
  readonly events: number;
}

/** What the header says beside the counts. */
export type RescueFacts = Omit<RescueHeader, 'nineOfTen' | 'v' | 'events' | 'lines'>;

/**
 * @param schoolKey the school's public key, raw point in base64url
 * @param unreadable running checks that cannot be read: each in a line of its own, which whoever brings the file is told was not read
 */
export async function rescueFile(
  rows: readonly EventRow[],
  facts: RescueFacts,
  schoolKey: string,
  unreadable: readonly UnreadableDraft[] = [],
): Promise<RescueText> {
  const batches = inBatches(rows);
  const lines: string[] = [];
  for (const batch of batches) lines.push(await seal(JSON.stringify(batch), schoolKey));
  for (const draft of unreadable) lines.push(await seal(JSON.stringify({ draft }), schoolKey));
  const { school, device, deviceName, clock, skew, app } = facts;
  const header: RescueHeader = {
    nineOfTen: 'rescue',
    v: RESCUE_VERSION,
    school,
    device,
    deviceName,
    clock,
    skew,
    app,
    events: rows.length,
    lines: lines.length,
  };
  return {
    name: fileName(facts),
    text: writeRescueFile(header, lines),
    events: rows.length,
  };
}

/** At most so many rows and bytes as one line may hold; a row that is larger than a line stands alone. */
export function inBatches(rows: readonly EventRow[]): readonly (readonly EventRow[])[] {
  const batches: EventRow[][] = [];
  let [batch, bytes]: [EventRow[], number] = [[], 0];
  for (const row of rows) {
    const size = bytesOf(row);
    const full = batch.length >= LIMITS.pushEvents || bytes + size > LIMITS.rescueLineBytes - 2;
    if (batch.length > 0 && full) {
      batches.push(batch);
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += size;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** Events that have no slot, in slots of a stream that exists in this file alone. */
export function placedForFile(events: readonly Unplaced[]): readonly EventRow[] {
  const stream = randomId();
  return events.map(({ id, text, mac }, i) => ({ slot: formatSlot(stream, i + 1), id, text, mac }));
}

function fileName({ deviceName, clock }: RescueFacts): string {
  const device = deviceName
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase();
  const day = new Date(clock.wall).toISOString().slice(0, 10);
  return ['nine-of-ten', device, day].filter((part) => part !== '').join('-') + '.rescue.txt';
}
