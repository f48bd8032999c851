/** What follows an answer in a look: nothing tells the child whether the first one was right. */
import type { Form } from '#domain/items/form.ts';
import { gradeForm } from '#domain/items/grade.ts';
import type { Work } from './check-work.ts';

/** @param work as it stands after the child went on @returns whether the look is over */
export function isLookOver(work: Work, form: Form): boolean {
  const [first] = gradeForm(form, work.answers).results;
  return work.position >= form.items.length || (work.position > 0 && first?.verdict === 'right');
}
