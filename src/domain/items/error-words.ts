/**
 * What kind of error a wrong answer may be, in plain words for a teacher: one line for every tag of every family's error list. A tag
 * that several families use has words that fit them all. A tag says what *may* have happened, so the words say what was done, not why.
 */
import type { LocalText } from '../kernel/local-text.ts';
import { ERRORS_EN } from './error-words-en.ts';
import { ERRORS_ES } from './error-words-es.ts';

const isTag = (tag: string): tag is keyof typeof ERRORS_EN => Object.hasOwn(ERRORS_EN, tag);

/** The words of an error tag; null for one of a later version of the product. */
export function errorWords(tag: string): LocalText | null {
  return isTag(tag) ? { en: ERRORS_EN[tag], es: ERRORS_ES[tag] } : null;
}
