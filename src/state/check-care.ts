/** When a check slows down or offers to stop, for the child's sake. Facts for the teacher, never a penalty. */
import type { Form } from '#domain/items/form.ts';
import { gradeForm } from '#domain/items/grade.ts';
import { countAnswered, type Work } from './check-work.ts';

/** Quicker than an item can be read, thought about and typed ... */
const RAPID_MS = 1200;
/** ... or than this share of what the child usually takes. */
const RAPID_SHARE = 0.25;
/** So many rapid answers in a row are guessing. */
export const RAPID_IN_A_ROW = 3;

/** The offer to stop is made once this many are answered ... */
const OFFER_AFTER = 5;
/** ... of which at most so many are right ... */
const OFFER_AT_MOST = 1;
/** ... and at least so many are still to do. */
const OFFER_LEFT = 2;

/**
 * Whether an answer came too quickly to have been thought about.
 * @param ms active time on the item @param before active times of the items answered before it
 */
export function isRapid(ms: number, before: readonly number[]): boolean {
  return ms < Math.max(RAPID_MS, RAPID_SHARE * median(before));
}

/** The lower one of the two in the middle; 0 of none. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/** Whether stopping here would be kinder than going on: exactly after the fifth answer, with hardly anything right. */
export function isKindStop(work: Work, form: Form): boolean {
  if (countAnswered(work) !== OFFER_AFTER) return false;
  if (form.items.length - OFFER_AFTER < OFFER_LEFT) return false;
  return gradeForm(form, work.answers).correct <= OFFER_AT_MOST;
}
