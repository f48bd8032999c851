/** The numbers that a rule turns on, in whole-number arithmetic. Evaluation, explanation and bands all read these. */
import type { LevelRule, RateRule, ScoreRule } from './rule.ts';

/** Opportunities a rate needs unless its rule says otherwise. */
const USUAL_OPPORTUNITIES = 20;

/**
 * How many of `of` items must be right. A check of another length than the rule's (an earlier revision): a longer one needs
 * the same proportion; a shorter one needs as many right as the rule, for the items it lacks could all have been wrong.
 */
export function rightNeeded(rule: ScoreRule, of: number): number {
  return of <= rule.of ? rule.correct : ceilDivide(rule.correct * of, rule.of);
}

/** The limit in ms, stretched by `factor`; null when there is none (the rule has no minutes, or factor 0 = untimed). */
export function timeLimit(rule: ScoreRule, factor: number): number | null {
  if (rule.minutes === undefined || factor === 0) return null;
  return (Math.round(rule.minutes * 60_000) * Math.round(factor * 100)) / 100;
}

/** The smallest number of opportunities that counts. */
export function opportunitiesNeeded(rule: RateRule): number {
  return rule.opportunities ?? USUAL_OPPORTUNITIES;
}

/** The smallest number of hits out of `of` that is more than (or at least) the rule's percentage. May exceed `of`. */
export function hitsNeeded(rule: RateRule, of: number): number {
  return rule.compare === 'more'
    ? Math.floor((rule.percent * of) / 100) + 1
    : ceilDivide(rule.percent * of, 100);
}

/** Number of criteria; a rubric that names none has one, the whole. */
export function criteriaCount(rule: LevelRule): number {
  return Math.max(1, rule.criteria.length);
}

/** How many criteria must reach the level: the rule's share of them, rounded up. */
export function criteriaNeeded(rule: LevelRule): number {
  return ceilDivide((rule.share ?? 100) * criteriaCount(rule), 100);
}

/** a / b rounded up, for whole numbers (the quotient of two is correctly rounded, so a whole quotient is exact). */
export function ceilDivide(a: number, b: number): number {
  return Math.ceil(a / b);
}
