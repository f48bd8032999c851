/** The languages of the interface. Each is a catalogue of its own, loaded only when chosen. */
export type Language = 'en' | 'es';

export interface LanguageInfo {
  readonly id: Language;
  /** The language's name in itself, as a picker shows it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export const languages: readonly LanguageInfo[] = [
  { id: 'en', name: 'English', direction: 'ltr' },
  { id: 'es', name: 'Español', direction: 'ltr' },
];

/** True when `value` names a language that the interface has. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language.id === value);
}

/**
 * Chooses the language: what was saved on this device, else the first wanted one that exists, else English.
 * `wanted` are BCP 47 tags in order of preference, as navigator.languages gives them.
 */
export function chooseLanguage(saved: string | null, wanted: readonly string[]): Language {
  if (isLanguage(saved)) return saved;
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'en';
}

/**
 * The full locale for dates and numbers: the reader's own region where it fits the language
 * (es-MX writes 1,234.5 and es-ES 1.234,5), else the bare language.
 */
export function localeFor(language: Language, wanted: readonly string[]): string {
  const own = wanted.find((tag) => tag.toLowerCase().split('-')[0] === language);
  return own ?? language;
}
