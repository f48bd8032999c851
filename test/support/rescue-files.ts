/** Rescue files as a device makes them, of rows of a test's choice. */
import type { EventRow } from '#protocol/event.ts';
import { writeRescueFile, type RescueHeader } from '#protocol/rescue.ts';
import { seal } from '#platform/crypto.ts';
import type { TestDevice } from './server-device.ts';

export interface TestRescue {
  readonly header: RescueHeader;
  readonly lines: readonly string[];
  readonly text: string;
}

/** @param batches what stands in each line @param key the school's public key */
export async function rescueOf(
  device: TestDevice,
  key: string,
  batches: readonly (readonly unknown[])[],
  change: Partial<RescueHeader> = {},
): Promise<TestRescue> {
  const lines: string[] = [];
  for (const batch of batches) lines.push(await seal(JSON.stringify(batch), key));
  const header: RescueHeader = {
    nineOfTen: 'rescue',
    v: 1,
    school: device.school,
    device: device.enrolment?.device.id ?? '',
    deviceName: 'Tablet 7',
    clock: device.clock(),
    skew: 0,
    app: 'test',
    events: batches.flat().length,
    lines: lines.length,
    ...change,
  };
  return { header, lines, text: writeRescueFile(header, lines) };
}

/** Rows in lines of so many each. */
export function inLines(rows: readonly EventRow[], size: number): readonly (readonly EventRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}

/** The same line with one character of its sealed part changed. */
export function damaged(line: string): string {
  const at = line.length - 20;
  return `${line.slice(0, at)}${line[at] === 'A' ? 'B' : 'A'}${line.slice(at + 1)}`;
}
