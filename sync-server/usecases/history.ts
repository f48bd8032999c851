/** Which numbers of which history of the school are ours (PROTOCOL 7): every start of the server adds an epoch. */
import type { Reading } from '../store/port.ts';
import type { CommitRow, EpochRow } from '../store/rows.ts';

export type NumberKind = 'seq' | 'receipt';

/**
 * Whether `number` was given out in `epoch` of this history. An epoch ends where the next one began: what a lost run of the
 * server gave out above that belongs to another history. `now` is the counter today, the end of the newest epoch.
 */
export function isOurs(
  epochs: readonly EpochRow[],
  kind: NumberKind,
  epoch: string,
  number: number,
  now: number,
): boolean {
  const at = epochs.findIndex((row) => row.epoch === epoch);
  const own = epochs[at];
  if (own === undefined) return false;
  const field = kind === 'seq' ? 'fromSeq' : 'fromReceipt';
  // A device may hold a number from before the epoch that told it: it is ours as well, if the epoch is.
  return number <= (epochs[at + 1]?.[field] ?? now);
}

/** The commit that `seen` (`<epoch>.<seq>`) names, or undefined where it is of another history. */
export async function commitOfSeen(
  reading: Reading,
  school: string,
  epochs: readonly EpochRow[],
  seen: string,
  seqNow: number,
): Promise<CommitRow | undefined> {
  const dot = seen.lastIndexOf('.');
  const seq = Number(seen.slice(dot + 1));
  if (dot < 1 || !Number.isSafeInteger(seq) || seq < 1) return undefined;
  if (!isOurs(epochs, 'seq', seen.slice(0, dot), seq, seqNow)) return undefined;
  return reading.commitAt(school, seq);
}
