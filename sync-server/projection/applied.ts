/** `applied/<stream>`: how far a stream was applied, and what of it was not (PROTOCOL 10). */
import type { AppliedBody } from '#domain/model/documents.ts';
import type { Reading } from '../store/port.ts';
import type { IssueRow, StateRow, StreamRow } from '../store/rows.ts';
import { deviceTag } from './audience.ts';

/** Held and refused events that a device is told of: the newest ones. */
export const NAMED = 200;

/**
 * The document of one stream, or undefined where the server has nothing of it. `through` = n: every slot 1..n was applied,
 * held, parked, refused or lost; what came out of order above a gap is folded twice by the device's overlay, to no effect.
 * @param floor where the last one stood
 * @param cursor the receipt that the projection has come to
 * @param issues of this stream, the newest `NAMED`
 */
export async function appliedOf(
  reading: Reading,
  school: string,
  stream: string,
  floor: number,
  cursor: number,
  issues: readonly IssueRow[],
): Promise<Omit<StateRow, 'seq'> | undefined> {
  const branches: readonly StreamRow[] = await reading.streams(school, [stream]);
  const [first] = branches;
  if (first === undefined) return undefined;
  const [range] = await reading.covered(school, stream, floor, 1, cursor);
  const refused = await reading.refusedOf(school, stream, NAMED);
  const held = [...issues, ...refused].map(({ slot, id, code }) => ({ slot, id, code }));
  const body: AppliedBody = {
    short: first.short,
    through: range?.[0] === floor + 1 ? range[1] : floor,
    held: held.toSorted((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1)),
  };
  const tags = [...new Set(branches.map(({ device }) => deviceTag(device)))].toSorted();
  return { key: `applied/${stream}`, kind: 'applied', body: JSON.stringify(body), tags };
}
