/**
 * Sentences of stories. A story is written once for all numbers; what depends on a number or a gender stands in braces:
 *
 *     {a}         5 birds, 1 bird; "some birds" where the number is not told
 *     {a+}        5 more birds (5 pájaros más)
 *     {a*} {a.}   birds; bird
 *     {a#}        5
 *     {a?is|are}  the first for 1, the second for every other number
 *     {a~os|as}   by the gender of the Spanish word
 *     {P}         words: a name, a place
 *
 * A name in braces that is none of these stays as it is: it is the place of a value (see `TextLine`).
 */
import type { Language, LocalText } from '../../kernel/local-text.ts';

/** A countable thing, one and many of it, with the gender of the Spanish word. */
export interface Noun {
  readonly en: readonly [one: string, many: string];
  readonly es: readonly [one: string, many: string];
  readonly gender: 'm' | 'f';
}

/** English and Spanish of the same sentence. */
export type Words = readonly [en: string, es: string];

/** What stands for a name in braces: a counted thing (null: its number is not told), or words. */
export type Slot = { readonly n: number | null; readonly noun: Noun } | LocalText;
export type Slots = Readonly<Record<string, Slot>>;

/** A noun from its forms: `noun('leaf|leaves', 'hoja|hojas', 'f')`. */
export function noun(en: string, es: string, gender: 'm' | 'f'): Noun {
  return { en: formsOf(en), es: formsOf(es), gender };
}

function formsOf(text: string): readonly [string, string] {
  const [one = '', many = one] = text.split('|');
  return [one, many];
}

/** Many of a noun in both languages: what is printed beside the box of an answer. */
export function manyOf({ en, es }: Noun): LocalText {
  return { en: en[1], es: es[1] };
}

/** Words that are the same in every language: a name. */
export function sameWords(text: string): LocalText {
  return { en: text, es: text };
}

const PLACE = /\{(\w+)(?:([+*.#])|([?~])([^|}]*)\|([^}]*))?\}/gu;

/** Sentences told one after the other with their places filled; every sentence begins with a capital. */
export function tell(sentences: readonly Words[], slots: Slots): LocalText {
  const inLanguage = (language: Language, place: 0 | 1): string =>
    capitalised(sentences.map((words) => fill(words[place], slots, language)).join(' '));
  return { en: withArticles(inLanguage('en', 0)), es: withJoins(inLanguage('es', 1)) };
}

function fill(text: string, slots: Slots, language: Language): string {
  const filled = text.replace(
    PLACE,
    (whole, name: string, mark?: string, by?: string, first?: string, second?: string) => {
      const slot = slots[name];
      if (slot === undefined) return whole;
      if (!('noun' in slot)) return slot[language];
      if (by === '?') return (slot.n === 1 ? first : second) ?? '';
      if (by === '~') return (slot.noun.gender === 'm' ? first : second) ?? '';
      return counted(slot.n, slot.noun, mark ?? '', language);
    },
  );
  // Words put into a sentence (a place, an event) may have places of their own.
  return filled === text ? filled : fill(filled, slots, language);
}

function counted(
  n: number | null,
  { en, es, gender }: Noun,
  mark: string,
  language: Language,
): string {
  const [one, many] = language === 'en' ? en : es;
  if (mark === '*') return many;
  if (mark === '.') return one;
  if (mark === '#') return String(n ?? '');
  const some = gender === 'm' ? 'algunos' : 'algunas';
  const number = n === null ? (language === 'en' ? 'some' : some) : String(n);
  const word = n === 1 ? one : many;
  if (mark !== '+') return `${number} ${word}`;
  return language === 'en' ? `${number} more ${word}` : `${number} ${word} más`;
}

function capitalised(text: string): string {
  return text.replaceAll(
    /(^|[.?!] )(¿?)(\p{Ll})/gu,
    (_, before: string, mark: string, letter: string) => `${before}${mark}${letter.toUpperCase()}`,
  );
}

/** "a eraser" is "an eraser". */
function withArticles(text: string): string {
  return text.replaceAll(/(?<!\p{L})([Aa]) (?=[aeio])/gu, '$1n ');
}

/** Before the sound of an i, "y" is "e": "Ana e Inés". */
function withJoins(text: string): string {
  return text.replaceAll(/ y (?=h?i[^aeo])/giu, ' e ');
}
