/**
 * Whether a journal goes on where a copy ends (`school restore --journal`). Segments go when the oldest kept copy no longer needs them,
 * and what is stored while the journal cannot be written is in the next copy alone: an older copy and the journal may have a hole
 * between them.
 *
 * Receipts tell. A school's counter has counted every event that its log ever had, without a gap. What is put together here has at
 * least the events that the server had when it wrote a line, unless something is missing: then the server had counted further
 * than is counted here. (At least: copies of two histories, and what devices offered again, only add to it.)
 */
import { isAfter, type Begin, type Position } from './journal-line.ts';

/** Something is in neither the copy nor the journal. */
export interface Hole {
  /** How many events, at least; 0: none, but other writes, of which the journal knows only that they were. */
  readonly events: number;
  /** It was stored between these, ms of the server's clock; undefined: nothing is known from before. */
  readonly after: number | undefined;
  readonly before: number;
}

export interface Seam {
  hole: Hole | undefined;
  /** When the newest event came in that has everything before it. */
  connected: number | undefined;
  /** The beginning of the segment that is being read, until its first own line comes. */
  due: Begin | undefined;
}

export const newSeam = (newest: number | undefined): Seam => ({
  hole: undefined,
  connected: newest,
  due: undefined,
});

/** @param there how many events the server had counted at `at`; @param here how many are counted here */
export function compareCounts(seam: Seam, there: number, here: number, at: number): void {
  const events = there - here;
  if (events > (seam.hole?.events ?? 0))
    seam.hole = { events, after: seam.hole?.after ?? seam.connected, before: at };
  else if (seam.hole === undefined) seam.connected = Math.max(at, seam.connected ?? at);
}

/**
 * A segment begins: it goes on from the newest commit that has a line.
 * @param newest the newest commit that the copy or the lines before hold
 */
export function compareBegin(seam: Seam, begin: Begin, newest: Position | undefined): void {
  seam.due = begin;
  if (seam.hole !== undefined || begin.after === null || !isAfter(begin.after, newest)) return;
  seam.hole = { events: 0, after: seam.connected, before: begin.at };
}
