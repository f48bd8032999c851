import type { Rule } from '#domain/rules/rule.ts';

/** How many items a check under this rule has; null where no part of it counts items. Light: the door loads no items. */
export function itemsIn(rule: Rule): number | null {
  if (rule.type === 'score') return rule.of;
  const inner = rule.type === 'any' ? rule.rules : [];
  const parts = rule.type === 'parts' ? rule.parts.map((part) => part.rule) : inner;
  return parts.map(itemsIn).find((items) => items !== null) ?? null;
}
