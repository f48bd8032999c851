/** What a digest says, parsed. The text form is described at the head of `digest.ts`. */
import type { Decision, Mark, Purpose, Signal, Sureness } from '../model/event.ts';
import type { AssignableRole } from '../model/role.ts';
import type { Address } from '../rules/evidence.ts';

export interface CheckEntry {
  readonly type: 'check';
  readonly correct: number;
  readonly of: number;
  /** In ms, kept to the tenth of a second, rounded up. */
  readonly activeMs: number;
  /** Stretches the limit: 1, 1.25, 2 ... kept to the percent; 0 = untimed. */
  readonly timeFactor: number;
  readonly purpose: Purpose;
  readonly finished: boolean;
  /** What the child said before the check, where it was asked. */
  readonly sure?: Sureness;
  /** What a teacher may want to look at, in a fixed order; left out: nothing. */
  readonly notes?: readonly CheckNote[];
}

/**
 * `rapid`: answers came quicker than they can be read. `pauses`: it was left many times. `stopped`: the child took the offer
 * to practice first. `paper`: written on paper, entered by staff.
 */
export type CheckNote = 'rapid' | 'pauses' | 'stopped' | 'paper';

export interface MarkEntry {
  readonly type: 'mark';
  readonly mark: Mark;
  readonly purpose: Purpose;
  readonly role: AssignableRole;
  /** A short name of the sitting. */
  readonly occasion: string;
  readonly thing?: string;
  readonly part?: string;
}

export interface JudgementEntry {
  readonly type: 'judgement';
  readonly decision: Decision;
  readonly replaces: readonly Address[];
}

export interface WithdrawEntry {
  readonly type: 'withdraw';
  readonly targets: readonly Address[];
}

/** Takes withdrawals back: what they set aside counts again. */
export interface RestoreEntry {
  readonly type: 'restore';
  readonly targets: readonly Address[];
}

/** The child has looked at the mistakes of these attempts. */
export interface ReviewEntry {
  readonly type: 'review';
  readonly targets: readonly Address[];
}

/** The child may try again now. */
export interface AllowEntry {
  readonly type: 'allow';
}

export interface SignalEntry {
  readonly type: 'signal';
  readonly signal: Signal;
}

/** A record of a later version: kept, never counted. */
export interface UnknownEntry {
  readonly type: 'unknown';
  readonly text: string;
}

export type Entry =
  | CheckEntry
  | MarkEntry
  | JudgementEntry
  | WithdrawEntry
  | RestoreEntry
  | ReviewEntry
  | AllowEntry
  | SignalEntry
  | UnknownEntry;

export interface Digest extends Address {
  /** Place of the objective in `course.objectives`. */
  readonly position: number;
  /** In ms, kept to the second. */
  readonly moment: number;
  /** Place of the revision it was made under: 0 .. `earlier.length` (the current one). */
  readonly rev: number;
  readonly entry: Entry;
  /** The moment is not certain: the clocks contradicted each other. */
  readonly unsure?: true;
  /** Fields that a later version added, as they stood. */
  readonly rest?: string;
}
