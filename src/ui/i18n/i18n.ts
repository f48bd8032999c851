import { i18n, setupI18n } from '@lingui/core';
import type { I18n, Messages } from '@lingui/core';
import { chooseLanguage, languages, localeFor } from './language.ts';
import type { Language } from './language.ts';

const STORAGE_KEY = 'nine-of-ten.language';

/** One chunk per language: a student downloads only the one in use. */
const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./en.po'),
  es: () => import('./es.po'),
};

/** Private windows and locked-down browsers may refuse storage: then the choice lasts for this page. */
function savedLanguage(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function saveLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Nothing to repair: the language is active, it is only not remembered.
  }
}

/** The language for this device: saved choice, else the browser's, else English. */
export function detectLanguage(): Language {
  return chooseLanguage(savedLanguage(), navigator.languages);
}

/** Loads the catalogue of `language`, makes it active and sets the document's lang and dir. */
export async function activate(language: Language): Promise<void> {
  const { messages } = await catalogues[language]();
  i18n.loadAndActivate({
    locale: language,
    locales: [localeFor(language, navigator.languages)],
    messages,
  });
  const root = document.documentElement;
  root.lang = language;
  root.dir = languages.find((info) => info.id === language)?.direction ?? 'ltr';
}

/** A language beside the active one, for a part of the page. */
export async function catalogueIn(language: Language): Promise<I18n> {
  const { messages } = await catalogues[language]();
  const locales = [localeFor(language, navigator.languages)];
  return setupI18n({ locale: language, locales, messages: { [language]: messages } });
}

/** The person's own choice: remembered on this device and used at once. */
export async function setLanguage(language: Language): Promise<void> {
  saveLanguage(language);
  await activate(language);
}

export { i18n };
