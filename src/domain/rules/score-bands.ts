/** The bands of a score rule by number right, for a check of the rule's length handed in in time. */
import type { ScoreRule } from './rule.ts';
import { rightNeeded } from './thresholds.ts';

export interface ScoreBand {
  readonly band: 'met' | 'nearly' | 'not-yet';
  /** Smallest and largest number right, both included. */
  readonly from: number;
  readonly to: number;
}

/** The bands from best to least; together they hold every number from 0 to `of` exactly once. */
export function scoreBands(rule: ScoreRule): ScoreBand[] {
  const need = Math.max(0, Math.min(rightNeeded(rule, rule.of), rule.of + 2));
  const bands: ScoreBand[] = [
    { band: 'met', from: need, to: rule.of },
    { band: 'nearly', from: need - 1, to: Math.min(need - 1, rule.of) },
    { band: 'not-yet', from: 0, to: Math.min(need - 2, rule.of) },
  ];
  return bands.filter(({ from, to }) => from >= 0 && from <= to);
}
