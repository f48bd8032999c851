/** What a digest says, parsed. The text form is described at the head of `digest.ts`. */
import type { Decision, Mark, Purpose } from '../model/event.ts';
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
}

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

/** A record of a later version: kept, never counted. */
export interface UnknownEntry {
  readonly type: 'unknown';
  readonly text: string;
}

export type Entry = CheckEntry | MarkEntry | JudgementEntry | WithdrawEntry | UnknownEntry;

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
