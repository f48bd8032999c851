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

type Ranges = readonly (readonly [number, number])[];

export interface StreamBook {
  readonly stream: string;
  /** The server's short number of the stream, once known. */
  readonly short: number | null;
  /** From the newest answer to our nonce: every slot up to here is accounted for, and up to `safe` twice. */
  readonly through: number;
  readonly safe: number;
  /** Another device writes to it as well, or it was closed: nothing is appended here any more. */
  readonly retired: boolean;
  /** This browser filled it as another device, whose right had ended when somebody signed in again. */
  readonly earlier?: true;
  /** Sorted, not touching within an epoch. */
  readonly runs: readonly AckRun[];
  /** Slots that cannot be read here any more and that the server does not have (PROTOCOL 16). */
  readonly lost: Ranges;
  /**
   * Slots that cannot be read here any more and were not acknowledged as far as this book knows. Whether they are lost, the
   * ledger says: a book that was itself erased, or a server that was restored, asks again about slots that were pruned.
   */
  readonly unreadable: Ranges;
  /** Highest slot that the server was told of: what stood there stays known after the events themselves were erased. */
  readonly told: number;
  /** Refused ones: accounted for, and shown. */
  readonly refused: readonly {
    readonly slot: number;
    readonly id: string;
    readonly code: string;
    /** A person has it in a rescue file, and knows that it is nowhere else (PROTOCOL 15). */
    readonly filed?: true;
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
    unreadable: [],
    told: 0,
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

function covers(ranges: Ranges, slot: number): boolean {
  return ranges.some(([from, to]) => slot >= from && slot <= to);
}

export function isAcked(book: StreamBook, slot: number): boolean {
  return book.runs.some((run) => slot >= run.from && slot <= run.to) || covers(book.lost, slot);
}

/** Slots that are not to be offered: named by an answer, or not here any more. */
function closedIn(book: StreamBook): Ranges {
  const acked = book.runs.map(({ from, to }) => [from, to] as const);
  return [...acked, ...book.lost, ...book.unreadable].toSorted((a, b) => a[0] - b[0]);
}

/** The highest slot that was ever known to be in use, also where the events database has lost it. */
export function highestKnown(book: StreamBook): number {
  const acked = book.runs.map(({ to }) => to);
  return Math.max(book.told, ...acked, ...book.refused.map(({ slot }) => slot));
}

/** The first slots up to `high` that no answer has named, at most `limit`. */
export function openSlots(book: StreamBook, high: number, limit: number): number[] {
  const closed = closedIn(book);
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
  let [count, next] = [0, 1];
  for (const [from, to] of closedIn(book)) {
    count += Math.max(0, Math.min(from, high + 1) - next);
    next = Math.max(next, to + 1);
  }
  return count + Math.max(0, high + 1 - next);
}

/** Slots that the school is not known to have counted: not named by an answer, or refused. */
export function unsentSlots(book: StreamBook, high: number): number[] {
  const open = openSlots(book, high, Infinity);
  return [...new Set([...open, ...book.refused.map(({ slot }) => slot)])].toSorted((a, b) => a - b);
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
    ...withLosses(book, entry.gaps),
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
 * @param asked the highest slot that the question named
 */
export function withConfirmation(
  book: StreamBook,
  entry: LedgerEntry,
  answer: { epoch: string; receipt: number },
  asked = 0,
): StreamBook {
  const told = Math.max(book.told, asked);
  if (entry.reoffer) return { ...book, told, runs: [] };
  return {
    ...book,
    told,
    runs: joined(
      book.runs.map((run) => ({ ...run, epoch: answer.epoch, receipt: answer.receipt })),
    ),
  };
}

/** Slots that were looked for and are not here. Not offered any more; the ledger says whether they are lost. */
export function withUnreadable(book: StreamBook, slots: readonly number[]): StreamBook {
  const single = slots.map((slot) => [slot, slot] as const);
  return { ...book, unreadable: merged([...book.unreadable, ...single]) };
}

/** Slots that are here again. */
export function withReadable(book: StreamBook, slots: readonly number[]): StreamBook {
  const here = slots.map((slot) => [slot, slot] as const);
  return { ...book, unreadable: minus(book.unreadable, here), lost: minus(book.lost, here) };
}

/** What can neither be read here nor is with the server is lost, number by number (PROTOCOL 16). */
function withLosses(book: StreamBook, gaps: Ranges): StreamBook {
  const lost = book.unreadable.flatMap(([from, to]) =>
    gaps.flatMap(([first, last]) => {
      const both = [Math.max(from, first), Math.min(to, last)] as const;
      return both[0] <= both[1] ? [both] : [];
    }),
  );
  if (lost.length === 0) return book;
  return {
    ...book,
    unreadable: minus(book.unreadable, lost),
    lost: merged([...book.lost, ...lost]),
  };
}

/** Lost slots that the server has not taken yet, at most `limit` ranges: the others follow when these were taken. */
export function lossesToTell(book: StreamBook, limit: number): [number, number][] {
  return book.lost
    .filter(([, to]) => to > book.through)
    .slice(0, limit)
    .map(([from, to]) => [from, to]);
}

function merged(ranges: Ranges): Ranges {
  const result: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && last[1] + 1 >= from) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function minus(ranges: Ranges, others: Ranges): Ranges {
  return others.reduce<Ranges>(
    (left, [from, to]) =>
      left.flatMap(([first, last]) => {
        if (last < from || first > to) return [[first, last] as const];
        const parts: (readonly [number, number])[] = [];
        if (first < from) parts.push([first, from - 1]);
        if (last > to) parts.push([to + 1, last]);
        return parts;
      }),
    ranges,
  );
}

/** Refused events that are nowhere but on this device. */
export const onlyHere = (books: readonly StreamBook[]): number =>
  books.flatMap(({ refused }) => refused).filter(({ filed }) => filed !== true).length;
