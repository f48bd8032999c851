import { unreachable } from '../kernel/assert.ts';
import type { Rule, ScoreRule } from './rule.ts';

/** The rule that a check of this objective is judged by: the score rule itself, or the one among several ways. */
export function scoreRuleOf(rule: Rule): ScoreRule | null {
  switch (rule.type) {
    case 'score':
      return rule;
    case 'any':
      return rule.rules.map(scoreRuleOf).find((found) => found !== null) ?? null;
    case 'parts':
      return (
        rule.parts.map((part) => scoreRuleOf(part.rule)).find((found) => found !== null) ?? null
      );
    case 'demonstrations':
    case 'consistently':
    case 'rate':
    case 'level':
      return null;
    default:
      return unreachable(rule);
  }
}
