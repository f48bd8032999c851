import type { Language } from '../kernel/local-text.ts';

/** The decimal mark of a language's schools (CLDR: en ".", es ","). */
const MARK: Readonly<Record<Language, string>> = { en: '.', es: ',' };

/** Digits in threes with a thin space from 10 000 on: the one grouping that no country reads as a decimal mark. */
function grouped(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/gu, '\u2009');
}

/** A whole number as it is printed: 12 345. */
export function wholeText(value: number): string {
  return value < 0 ? `−${grouped(String(-value))}` : grouped(String(value));
}

/** digits / scale with all its places, in the language's way of writing: 340 / 100 is "3.40" or "3,40". */
export function decimalWriting(digits: number, scale: number, language: Language): string {
  const places = String(scale).length - 1;
  if (places === 0) return wholeText(digits);
  const all = String(digits).padStart(places + 1, '0');
  return `${grouped(all.slice(0, -places))}${MARK[language]}${all.slice(-places)}`;
}

/** An amount of US dollars: 35¢, or $0.35 with the language's decimal mark. */
export function moneyWriting(
  cents: number,
  notation: 'cents' | 'dollars',
  language: Language,
): string {
  if (notation === 'cents') return `${wholeText(cents)}¢`;
  return `$${decimalWriting(cents, 100, language)}`;
}

/** A typed answer in the language's way of writing: our own pad writes a point. */
export function typedWriting(raw: string, language: Language): string {
  return raw.replace('.', MARK[language]).replace(/^-/u, '−');
}

/** The decimal mark of a language, for the key that writes it. */
export function decimalMark(language: Language): string {
  return MARK[language];
}
