/**
 * The short look whether mastery lasted: one item of an objective, and a second one only where the first was missed. One right
 * answer is enough; only two misses say "check again" (with one miss a child who knows 95 percent would be flagged in 23 percent
 * of objectives over five looks, with two in 1.2 percent).
 */
import type { FormResult } from '../items/grade.ts';
import type { CheckBody } from '../model/event.ts';
import type { Rule } from '../rules/rule.ts';
import { scoreRuleOf } from '../rules/score-rule.ts';
import type { CheckEntry } from './entry.ts';

/** Items of the form of a short look: the one, and the second that a miss brings. */
export const LOOK_ITEMS = 2;

/** Whether a check is such a look, by what it asks. */
export function asksShortLook({ purpose, form }: Pick<CheckBody, 'purpose' | 'form'>): boolean {
  return purpose === 'retention' && form.count === LOOK_ITEMS;
}

/** What a look earned: 1 of 1 where the first item was right, 1 of 2 where the second was, else 0 of 2. */
export function scoreLook({ results }: Pick<FormResult, 'results'>): {
  readonly correct: number;
  readonly of: number;
} {
  const right = results.slice(0, LOOK_ITEMS).findIndex(({ verdict }) => verdict === 'right');
  return right < 0 ? { correct: 0, of: LOOK_ITEMS } : { correct: 1, of: right + 1 };
}

/** Whether a digest is of such a look: fewer items than a whole check of the objective has. */
export function isShortLook(
  { purpose, of }: Pick<CheckEntry, 'purpose' | 'of'>,
  rule: Rule,
): boolean {
  const whole = scoreRuleOf(rule)?.of ?? Infinity;
  return purpose === 'retention' && of <= LOOK_ITEMS && whole > LOOK_ITEMS;
}
