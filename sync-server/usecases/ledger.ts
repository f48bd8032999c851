/** The ledger: which slots of a stream are accounted for, and which are missing (PROTOCOL 5 to 8). */
import type { LedgerEntry, LedgerQuestion } from '#protocol/ledger.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Reading, Store } from '../store/port.ts';
import type { EpochRow, Range } from '../store/rows.ts';
import { isOurs } from './history.ts';

export interface Coverage {
  readonly through: number;
  readonly gaps: readonly Range[];
  /** Slots up to `high` that are missing. */
  readonly waiting: number;
}

/**
 * @param ranges covered ranges above `floor`, in order, as many as were asked for or all there are
 * @param floor every slot up to here is covered
 * @param high the highest slot that is asked about; undefined: the highest that is covered
 * @param whole whether `ranges` are all there are
 */
export function coverageOf(
  ranges: readonly Range[],
  floor: number,
  high: number | undefined,
  whole: boolean,
): Coverage {
  const gaps: Range[] = [];
  const missing = (from: number, to: number): void => {
    const end = Math.min(to, high ?? to);
    if (from <= end) gaps.push([from, end]);
  };
  let [through, reached] = [floor, floor];
  for (const [from, to] of ranges) {
    if (from === reached + 1 && reached === through) through = to;
    else missing(reached + 1, from - 1);
    reached = to;
  }
  if (whole && high !== undefined) missing(reached + 1, high);
  const waiting = gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return { through, gaps: gaps.slice(0, LIMITS.ledgerGaps), waiting };
}

/**
 * Where streams are known to be covered without a gap, so that a long stream is not counted from 1 at every question. What is
 * stored stays stored, so that an entry is never too high; it is written after a commit only.
 */
export type Floors = Map<string, number>;

export async function coverageOfStream(
  reading: Reading,
  school: string,
  stream: string,
  high: number | undefined,
  floors: Floors,
): Promise<Coverage> {
  const floor = floors.get(stream) ?? 0;
  const count = LIMITS.ledgerGaps + 1;
  const ranges = await reading.covered(school, stream, floor, count);
  return coverageOf(ranges, floor, high, ranges.length < count);
}

export interface Asked {
  readonly school: string;
  readonly epochs: readonly EpochRow[];
  readonly receiptNow: number;
  readonly floors: Floors;
}

/** Another device wrote to this stream as well: it has a second branch, or our slot `high` holds another id than theirs. */
async function isForked(reading: Reading, school: string, question: Question): Promise<boolean> {
  const { stream, high, highId } = question;
  const branches = await reading.streams(school, [stream]);
  if (branches.length > 1) return true;
  if (high === undefined || high === 0 || highId === '') return false;
  const there = await reading.coverOf(school, [{ stream, slot: high }]);
  return there.length > 0 && !there.some(({ id }) => id === highId);
}

/** What is asked of one stream; after a push nobody says how high the stream is. */
export type Question = Pick<LedgerQuestion, 'stream' | 'highId' | 'ack'> & {
  readonly high: number | undefined;
};

/** The answer for one stream, and how many of its events are still on the device. */
export async function answerLedger(
  reading: Reading,
  asked: Asked,
  question: Question,
): Promise<{ entry: LedgerEntry; waiting: number }> {
  const { school, epochs, receiptNow, floors } = asked;
  const { stream, high, ack } = question;
  const [first] = await reading.streams(school, [stream]);
  const { through, gaps, waiting } = await coverageOfStream(reading, school, stream, high, floors);
  const reoffer = ack !== null && !isOurs(epochs, 'receipt', ack.epoch, ack.receipt, receiptNow);
  const entry: LedgerEntry = {
    stream,
    short: first?.short ?? null,
    through,
    gaps: gaps.map(([from, to]) => [from, to]),
    // As it is where there is a second copy of everything; `keepSafe` looks whether there is.
    safe: through,
    forked: await isForked(reading, school, question),
    reoffer,
  };
  return { entry, waiting };
}

/**
 * Puts `safe` to where a second copy ends (PROTOCOL 8), after the commit and the journal: `through`, unless the journal is behind.
 * Without a journal there is no second copy: what is here is as safe as it gets, and the admin is told.
 * @param receipt the newest one that the entries stand on
 * @param copied the receipt that the second copy has come to
 */
export async function keepSafe(
  store: Store,
  school: string,
  { receipt, copied }: { readonly receipt: number; readonly copied: number },
  entries: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  if (copied >= receipt) return entries;
  return store.read(async (reading) => {
    const safe: LedgerEntry[] = [];
    for (const entry of entries) {
      const [first] = await reading.covered(school, entry.stream, 0, 1, copied);
      const end = first?.[0] === 1 ? first[1] : 0;
      safe.push({ ...entry, safe: Math.min(entry.through, end) });
    }
    return safe;
  });
}
