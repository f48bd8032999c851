import type { Rule } from '#domain/rules/rule.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';

/** How many items a check under this rule has; null where no part of it counts items. */
export function itemsIn(rule: Rule): number | null {
  return scoreRuleOf(rule)?.of ?? null;
}
