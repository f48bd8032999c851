import type { Fault } from '#domain/kernel/result.ts';
import { formOfCheck, rowOfCheck } from '#domain/items/check-form.ts';
import { familyOf } from '#domain/items/families.ts';
import { freshForms } from '#domain/items/fresh-forms.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';

/** Forms of a row that have to come out, each from its own seed. */
const FORMS = 20;

/** Builds forms of every check of a course and searches for the fresh forms it claims; the first fault, or null. */
export function checkForms(course: Course): Fault | null {
  for (const [place, objective] of course.objectives.entries()) {
    const found = checkRow(objective, `objectives[${place}].check.params`);
    if (found !== null) return found;
  }
  return null;
}

function checkRow(objective: Objective, path: string): Fault | null {
  const score = scoreRuleOf(objective.rule);
  if (objective.check === undefined || score === null) return null;
  for (let i = 0; i < FORMS; i += 1) {
    const form = formOfCheck(objective, `check ${i}`, [], familyOf);
    if (!form.ok) return { code: 'pack.form-impossible', path, detail: form.error.code };
  }
  const row = rowOfCheck(objective, familyOf);
  if (!row.ok) return row.error;
  const claim = row.value.form.fresh;
  const found = freshForms(row.value, score.of);
  if (found.items >= claim.items && found.twins >= claim.twins) return null;
  const detail = `found ${found.items} without a common item, ${found.twins} without a common twin`;
  return { code: 'pack.fresh-unreachable', path: `${path}.fresh`, detail };
}
