/**
 * Rules that one attempt alone decides: score, rate, level. `measure` holds one piece of evidence against such a rule.
 *
 *             | score {correct, of}      | rate {hits, of}        | levels        | mark        | observed
 *   score     | right and in time        | as a score, untimed    | no comparison | met = meets | no comparison
 *   rate      | as hits and of           | hits and opportunities | no comparison | met = meets | no comparison
 *   level     | no comparison            | no comparison          | criteria      | met = meets | no comparison
 *
 * A plain mark is a person's word about the whole objective, by whatever method: it meets any of them. One sighting
 * ("observed") says nothing about a measured threshold, neither do numbers of another kind: they are evidence (the child
 * is working on it), but cannot meet the rule.
 */
import { unreachable } from '../kernel/assert.ts';
import type { EvidenceBody } from './evidence.ts';
import type { LevelRule, RateRule, ScoreRule } from './rule.ts';
import {
  criteriaCount,
  criteriaNeeded,
  hitsNeeded,
  opportunitiesNeeded,
  rightNeeded,
  timeLimit,
} from './thresholds.ts';

export type MeasuredRule = ScoreRule | RateRule | LevelRule;

export interface Measured {
  readonly result: 'met' | 'slower' | 'not-yet';
  readonly have: number;
  readonly need: number;
  /** Not met, and one more item, opportunity or criterion would do, or only the time ran out. */
  readonly nearly: boolean;
}

/** How far one attempt alone is under a measured rule; null when the two cannot be compared. */
export function measure(rule: MeasuredRule, body: EvidenceBody): Measured | null {
  if (body.type === 'mark') return measureMark(rule, body.met);
  if (body.type === 'observed') return null;
  switch (rule.type) {
    case 'score':
      if (body.type === 'levels') return null;
      return body.type === 'score'
        ? measureScore(rule, body.correct, body.of, body.activeMs, body.timeFactor)
        : measureScore(rule, body.hits, body.of, 0, 0);
    case 'rate':
      if (body.type === 'levels') return null;
      return measureRate(rule, body.type === 'score' ? body.correct : body.hits, body.of);
    case 'level':
      return body.type === 'levels' ? measureLevels(rule, body.levels) : null;
    default:
      return unreachable(rule);
  }
}

/** The number that would do, before there is any attempt. */
export function usualNeed(rule: MeasuredRule): number {
  switch (rule.type) {
    case 'score':
      return rule.correct;
    case 'rate':
      return hitsNeeded(rule, opportunitiesNeeded(rule));
    case 'level':
      return criteriaNeeded(rule);
    default:
      return unreachable(rule);
  }
}

function measureMark(rule: MeasuredRule, met: boolean): Measured {
  const need = usualNeed(rule);
  return { result: met ? 'met' : 'not-yet', have: met ? need : 0, need, nearly: false };
}

function measureScore(
  rule: ScoreRule,
  correct: number,
  of: number,
  activeMs: number,
  factor: number,
): Measured {
  const need = rightNeeded(rule, of);
  const limit = timeLimit(rule, factor);
  const inTime = limit === null || activeMs <= limit;
  if (correct >= need)
    return { result: inTime ? 'met' : 'slower', have: correct, need, nearly: !inTime };
  return { result: 'not-yet', have: correct, need, nearly: inTime && correct + 1 === need };
}

function measureRate(rule: RateRule, hits: number, of: number): Measured {
  const least = opportunitiesNeeded(rule);
  const meets = (h: number, n: number): boolean => n >= least && h >= hitsNeeded(rule, n);
  const need = hitsNeeded(rule, Math.max(of, least));
  if (meets(hits, of)) return { result: 'met', have: hits, need, nearly: false };
  // One more hit: in place of a miss, or at one further opportunity.
  const nearly = (hits < of && meets(hits + 1, of)) || meets(hits + 1, of + 1);
  return { result: 'not-yet', have: hits, need, nearly };
}

function measureLevels(rule: LevelRule, levels: readonly number[]): Measured {
  const reached = levels
    .slice(0, criteriaCount(rule))
    .filter((level) => level >= rule.level).length;
  const need = criteriaNeeded(rule);
  if (reached >= need) return { result: 'met', have: reached, need, nearly: false };
  return { result: 'not-yet', have: reached, need, nearly: reached + 1 === need };
}
