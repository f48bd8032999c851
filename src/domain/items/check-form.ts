import { fault, type Fault, type Result } from '../kernel/result.ts';
import type { Objective } from '../model/course.ts';
import { scoreRuleOf } from '../rules/score-rule.ts';
import type { FamilyLookup } from './family.ts';
import { beginningOf, buildForm, prepareRow, type Form, type PreparedRow } from './form.ts';

/** How a form differs from the one that its seed gives. */
export interface FormChange {
  /** Only so many items, the first ones. */
  readonly count?: number | undefined;
  /** Places whose item was exchanged for a sibling, in the order in which that happened. */
  readonly replaced?: readonly number[] | undefined;
}

/**
 * The form of a check of an objective, with the families at hand: as many items as its rule counts, unless `change` says
 * otherwise. Faults as `buildForm`, `form.no-check` where the objective has no check or no score, `form.bad-count` for more items
 * than there are.
 */
export function formOfCheck(
  objective: Pick<Objective, 'id' | 'rule' | 'check'>,
  seed: string,
  avoid: readonly string[],
  families: FamilyLookup,
  { count, replaced = [] }: FormChange = {},
): Result<Form, Fault> {
  const { id, check, rule } = objective;
  const score = scoreRuleOf(rule);
  if (check === undefined || score === null) return fault('form.no-check', undefined, id);
  const request = { objectiveId: id, ...check, count: score.of, seed, avoid, replaced };
  const whole = buildForm(request, families);
  return whole.ok && count !== undefined ? beginningOf(whole.value, count) : whole;
}

/** The prepared row of an objective's check. Faults as `prepareRow`, and `form.no-check`. */
export function rowOfCheck(
  { id, check }: Pick<Objective, 'id' | 'check'>,
  families: FamilyLookup,
): Result<PreparedRow, Fault> {
  if (check === undefined) return fault('form.no-check', undefined, id);
  return prepareRow(check.family, check.version, check.params, families);
}

/** Whether hearing an item of this objective would answer it, so that only its directions may be read aloud. */
export function isReadDirectionsOnly(objective: Pick<Objective, 'check'>): boolean {
  const params: unknown = objective.check?.params;
  if (typeof params !== 'object' || params === null || !('readAloud' in params)) return false;
  return params.readAloud === 'directions';
}

/** How many earlier forms a retake of this objective has to avoid: send the identities of that many as `avoid`. */
export function formsToAvoidWith(
  objective: Pick<Objective, 'id' | 'check'>,
  families: FamilyLookup,
): number {
  const row = rowOfCheck(objective, families);
  return row.ok ? row.value.form.fresh.items - 1 : 0;
}
