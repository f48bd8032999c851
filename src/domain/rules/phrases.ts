import type { Unit } from './evaluation.ts';
import type { Distinct, RateRule } from './rule.ts';

/** What a language must be able to say about rules. Phrases begin with a small letter and have no full stop. */
export interface Phrases {
  score(correct: number, of: number, minutes: number | null): string;
  demonstrations(times: number, distinct: Distinct): string;
  consistently(days: number): string;
  rate(compare: RateRule['compare'], percent: number, opportunities: number): string;
  /** `need` of `count` criteria at `level` of `levels` or higher. */
  level(level: number, levels: number, need: number, count: number): string;
  parts(parts: readonly string[]): string;
  any(rules: readonly string[]): string;
  /** @param seconds how long a child may take; null = no time is spoken of */
  childScore(correct: number, of: number, seconds: number | null): string;
  childDemonstrations(times: number, distinct: Distinct): string;
  childConsistently(days: number): string;
  childRate(hits: number, of: number): string;
  counted(have: number, need: number, unit: Exclude<Unit, 'item' | 'opportunity'>): string;
  right(have: number, need: number): string;
  rightButSlower(have: number, need: number): string;
  rightButTooFew(have: number, opportunities: number): string;
}
