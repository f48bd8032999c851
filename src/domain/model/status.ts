/** Outcomes belong to one attempt, statuses to an objective, flags are small marks beside a status (DESIGN section 2). */

/** What became of one attempt. */
export type Outcome =
  | 'met'
  /** Accurate, took longer than the limit. */
  | 'slower'
  | 'not-yet'
  /** Closed before it was handed in: does not count. */
  | 'interrupted'
  /** Withdrawn, with a reason. */
  | 'set-aside'
  /** Cannot be judged by the product alone: waits for a person's look. */
  | 'waiting';

export type Status = 'mastered' | 'check-again' | 'nearly' | 'working' | 'not-started' | 'excused';

/** In the order in which a stacked bar shows them. */
export const STATUSES = [
  'mastered',
  'check-again',
  'nearly',
  'working',
  'not-started',
  'excused',
] as const satisfies readonly Status[];

/** The characters of `ProgressBody.st`. They are stored: never change one. */
export const STATUS_CHARS: Readonly<Record<Status, string>> = {
  mastered: 'M',
  'check-again': 'R',
  nearly: 'N',
  working: 'W',
  'not-started': '-',
  excused: 'X',
};

export type Flag =
  /** Four attempts with outcome "not yet" since the last met one. */
  | 'needs-help'
  | 'ready-to-try'
  | 'would-like-help'
  | 'retention-due'
  /** People disagree. */
  | 'two-views'
  /** A person decided so. */
  | 'decided'
  /** An attempt waits for a look. */
  | 'waiting'
  /** Reached, or counted on, under an earlier revision of the objective. */
  | 'earlier-revision';
