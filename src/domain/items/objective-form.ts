import { unreachable } from '../kernel/assert.ts';
import { fault, type Fault, type Result } from '../kernel/result.ts';
import type { Objective } from '../model/course.ts';
import type { Rule, ScoreRule } from '../rules/rule.ts';
import { beginningOf, buildForm, prepareRow, type Form } from './form.ts';

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

/**
 * The form of a check of an objective: as many items as its rule counts, or the first `count` of them. Faults as `buildForm`,
 * `form.no-check` where the objective has no check or no score, `form.bad-count` for more items than there are.
 */
export function formOfObjective(
  objective: Pick<Objective, 'id' | 'rule' | 'check'>,
  seed: string,
  avoid: readonly string[],
  count?: number,
): Result<Form, Fault> {
  const score = scoreRuleOf(objective.rule);
  if (objective.check === undefined || score === null)
    return fault('form.no-check', undefined, objective.id);
  const whole = buildForm({
    objectiveId: objective.id,
    ...objective.check,
    count: score.of,
    seed,
    avoid,
  });
  return whole.ok && count !== undefined ? beginningOf(whole.value, count) : whole;
}

/** Whether hearing an item of this objective would answer it, so that only its directions may be read aloud. */
export function isReadDirectionsOnly(objective: Pick<Objective, 'check'>): boolean {
  const params: unknown = objective.check?.params;
  if (typeof params !== 'object' || params === null || !('readAloud' in params)) return false;
  return params.readAloud === 'directions';
}

/** How many earlier forms a retake of this objective has to avoid: send the identities of that many as `avoid`. */
export function formsToAvoid(objective: Pick<Objective, 'check'>): number {
  if (objective.check === undefined) return 0;
  const { family, version, params } = objective.check;
  const row = prepareRow(family, version, params);
  return row.ok ? row.value.form.fresh.items - 1 : 0;
}
