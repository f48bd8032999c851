import { unreachable } from '../kernel/assert.ts';
import type { Rule, ScoreRule } from './rule.ts';
import { timeLimit } from './thresholds.ts';

/** A rule as it stands for a child with more time: every limit in it stretched by `factor`, or left out (0 = untimed). */
export function stretchRule(rule: Rule, factor: number): Rule {
  switch (rule.type) {
    case 'score':
      return stretchScore(rule, factor);
    case 'parts':
      return {
        ...rule,
        parts: rule.parts.map((part) => ({ ...part, rule: stretchRule(part.rule, factor) })),
      };
    case 'any':
      return { ...rule, rules: rule.rules.map((one) => stretchRule(one, factor)) };
    case 'demonstrations':
    case 'consistently':
    case 'rate':
    case 'level':
      return rule;
    default:
      return unreachable(rule);
  }
}

function stretchScore(rule: ScoreRule, factor: number): ScoreRule {
  const { minutes: _, ...untimed } = rule;
  const limit = timeLimit(rule, factor);
  return limit === null ? untimed : { ...untimed, minutes: limit / 60_000 };
}
