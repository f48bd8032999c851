/**
 * What the server has acknowledged of one stream, as runs of slots with {epoch, receipt} (PROTOCOL 6 and 7). Pure: the outbox
 * keeps these in the keyring. Forgetting acknowledgements is always safe: events are then offered again.
 */
import type { LedgerEntry, LedgerQuestion } from '#protocol/ledger.ts';
import { LIMITS } from '#protocol/limits.ts';

/** Slots `from`..`to` were named by answers of this epoch; the newest of them at `receipt`. */
export interface AckRun {
  readonly from: number;
  readonly to: number;
  readonly epoch: string;
  readonly receipt: number;
}

export interface StreamBook {
  readonly stream: string;
  /** The server's short number of the stream, once known. */
  readonly short: number | null;
  /** From the newest answer to our nonce: every slot up to here is accounted for, and up to `safe` twice. */
  readonly through: number;
  readonly safe: number;
  /** Another device writes to it as well, or it was closed: nothing is appended here any more. */
  readonly retired: boolean;
  /** Sorted, not touching within an epoch. */
  readonly runs: readonly AckRun[];
  /** Slots that cannot be read here any more (PROTOCOL 16). */
  readonly lost: readonly (readonly [number, number])[];
  /** Refused ones: accounted for, and shown. */
  readonly refused: readonly {
    readonly slot: number;
    readonly id: string;
    readonly code: string;
  }[];
}

export function emptyBook(stream: string): StreamBook {
  return {
    stream,
    short: null,
    through: 0,
    safe: 0,
    retired: false,
    runs: [],
    lost: [],
    refused: [],
  };
}

/** The book with one more slot acknowledged. */
export function withAck(
  book: StreamBook,
  slot: number,
  epoch: string,
  receipt: number,
): StreamBook {
  const others = withoutRange(book.runs, slot, slot);
  return { ...book, runs: joined([...others, { from: slot, to: slot, epoch, receipt }]) };
}

/** Runs in order, those of one epoch that touch made one. */
function joined(runs: readonly AckRun[]): AckRun[] {
  const result: AckRun[] = [];
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && last.epoch === run.epoch && last.to + 1 >= run.from) {
      result[result.length - 1] = {
        ...last,
        to: Math.max(last.to, run.to),
        receipt: Math.max(last.receipt, run.receipt),
      };
    } else {
      result.push(run);
    }
  }
  return result;
}

/** Runs without the slots `from`..`to`. */
export function withoutRange(runs: readonly AckRun[], from: number, to: number): AckRun[] {
  return runs.flatMap((run) => {
    if (run.to < from || run.from > to) return [run];
    const parts: AckRun[] = [];
    if (run.from < from) parts.push({ ...run, to: from - 1 });
    if (run.to > to) parts.push({ ...run, from: to + 1 });
    return parts;
  });
}

function covers(ranges: readonly (readonly [number, number])[], slot: number): boolean {
  return ranges.some(([from, to]) => slot >= from && slot <= to);
}

export function isAcked(book: StreamBook, slot: number): boolean {
  return book.runs.some((run) => slot >= run.from && slot <= run.to) || covers(book.lost, slot);
}

/** The first slots up to `high` that no answer has named, at most `limit`. */
export function openSlots(book: StreamBook, high: number, limit: number): number[] {
  const closed = [...book.runs.map(({ from, to }) => [from, to] as const), ...book.lost].toSorted(
    (a, b) => a[0] - b[0],
  );
  const open: number[] = [];
  let next = 1;
  for (const [from, to] of [...closed, [high + 1, high + 1] as const]) {
    for (; next < from && next <= high && open.length < limit; next += 1) open.push(next);
    next = Math.max(next, to + 1);
  }
  return open;
}

/** How many slots up to `high` no answer has named. */
export function openCount(book: StreamBook, high: number): number {
  const closed = [...book.runs.map(({ from, to }) => [from, to] as const), ...book.lost];
  let [count, next] = [0, 1];
  for (const [from, to] of closed.toSorted((a, b) => a[0] - b[0])) {
    count += Math.max(0, Math.min(from, high + 1) - next);
    next = Math.max(next, to + 1);
  }
  return count + Math.max(0, high + 1 - next);
}

/**
 * The acknowledgement to show the server. After a restore the epoch is another one, and the newest acknowledgement of the
 * epoch before is the one that tells: a newer one of the new epoch would hide what the restore took back.
 */
export function ackToShow(book: StreamBook, epoch: string | null): LedgerQuestion['ack'] {
  const newest = (runs: readonly AckRun[]): AckRun | undefined =>
    runs.reduce<AckRun | undefined>(
      (best, run) => (best === undefined || run.receipt > best.receipt ? run : best),
      undefined,
    );
  const before = book.runs.filter((run) => run.epoch !== epoch);
  const shown = newest(before.length > 0 ? before : book.runs);
  return shown === undefined ? null : { epoch: shown.epoch, receipt: shown.receipt };
}

/**
 * Takes what an answer to our nonce says about the slots: what it misses is forgotten, so that it is offered again. It never
 * adds an acknowledgement: it speaks of slots, and in a cloned profile another device's event may stand in one (PROTOCOL 6).
 */
export function withCoverage(book: StreamBook, entry: LedgerEntry): StreamBook {
  let runs: readonly AckRun[] = book.runs;
  for (const [from, to] of entry.gaps) runs = withoutRange(runs, from, to);
  // At most 64 gaps are named: above the last of so many nothing is known to be there.
  const last = entry.gaps.at(-1);
  if (last !== undefined && entry.gaps.length >= LIMITS.ledgerGaps)
    runs = withoutRange(runs, last[1] + 1, Infinity);
  return {
    ...book,
    short: entry.short ?? book.short,
    through: entry.through,
    safe: entry.safe,
    retired: book.retired || entry.forked,
    runs,
  };
}

/**
 * The ledger looked at the acknowledgement we showed. Not of its history (`reoffer`): all are forgotten. Else those that
 * `withCoverage` left belong to the answer's epoch from now on.
 */
export function withConfirmation(
  book: StreamBook,
  entry: LedgerEntry,
  answer: { epoch: string; receipt: number },
): StreamBook {
  if (entry.reoffer) return { ...book, runs: [] };
  return {
    ...book,
    runs: joined(
      book.runs.map((run) => ({ ...run, epoch: answer.epoch, receipt: answer.receipt })),
    ),
  };
}

/** Slots declared lost: they cannot be read here any more. */
export function withLost(book: StreamBook, slots: readonly number[]): StreamBook {
  const ranges = [
    ...book.lost.map(([from, to]) => [from, to] as const),
    ...slots.map((slot) => [slot, slot] as const),
  ];
  const lost: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = lost.at(-1);
    if (last !== undefined && last[1] + 1 >= from) last[1] = Math.max(last[1], to);
    else lost.push([from, to]);
  }
  return { ...book, lost };
}
