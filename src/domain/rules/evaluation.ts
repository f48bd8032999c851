/** What an evaluated rule says: met or not, since when, and how far. */

/** What a rule counts in. */
export type Unit = 'item' | 'demonstration' | 'day' | 'opportunity' | 'criterion' | 'part';

export interface Evaluation {
  readonly met: boolean;
  /** The moment (ms) at which the rule was first met, replaying the evidence in order of moment, then address. */
  readonly metAt: number | null;
  readonly have: number;
  readonly need: number;
  readonly unit: Unit;
  /** Not met, but would be with exactly one more item, demonstration, day, criterion or part, or with only time not run out. */
  readonly nearly: boolean;
  /** Evaluations of the sub-rules of `parts` and `any`, in their order. */
  readonly parts?: readonly Evaluation[];
}
