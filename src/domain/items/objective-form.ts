/**
 * Forms of objectives with every released family at hand: for the server, the content and tests. A device loads one family
 * at a time instead, and uses `check-form.ts`.
 */
import type { Fault, Result } from '../kernel/result.ts';
import type { Objective } from '../model/course.ts';
import { formOfCheck, formsToAvoidWith, type FormChange } from './check-form.ts';
import { familyOf } from './families.ts';
import type { Form } from './form.ts';

/** As `formOfCheck`. */
export function formOfObjective(
  objective: Pick<Objective, 'id' | 'rule' | 'check'>,
  seed: string,
  avoid: readonly string[],
  change?: FormChange,
): Result<Form, Fault> {
  return formOfCheck(objective, seed, avoid, familyOf, change);
}

/** How many earlier forms a retake of this objective has to avoid: send the identities of that many as `avoid`. */
export function formsToAvoid(objective: Pick<Objective, 'id' | 'check'>): number {
  return formsToAvoidWith(objective, familyOf);
}
