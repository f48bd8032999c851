/** When a check slows down or offers to stop, for the child's sake. Facts for the teacher, never a penalty. */
import type { Form } from '#domain/items/form.ts';
import { gradeForm } from '#domain/items/grade.ts';
import { countAnswered, type Work } from './check-work.ts';

/** Quicker than an item can be read, thought about and typed. */
const RAPID_MS = 1200;
/** So many rapid answers in a row are guessing. */
export const RAPID_IN_A_ROW = 3;

/** The offer to stop is made once this many are answered ... */
const OFFER_AFTER = 5;
/** ... of which at most so many are right ... */
const OFFER_AT_MOST = 1;
/** ... and at least so many are still to do. */
const OFFER_LEFT = 2;

/** @param ms active time on the item */
export function isRapid(ms: number): boolean {
  return ms < RAPID_MS;
}

/** Whether stopping here would be kinder than going on: exactly after the fifth answer, with hardly anything right. */
export function isKindStop(work: Work, form: Form): boolean {
  if (countAnswered(work) !== OFFER_AFTER) return false;
  if (form.items.length - OFFER_AFTER < OFFER_LEFT) return false;
  return gradeForm(form, work.answers).correct <= OFFER_AT_MOST;
}
