import { i18n, setupI18n } from '@lingui/core';
import type { I18n, Messages } from '@lingui/core';
import { chooseLanguage, languages, localeFor } from './language.ts';
import type { Language } from './language.ts';

const STORAGE_KEY = 'nine-of-ten.language';

/** Who reads a text: everybody may, a child too, or staff alone (`.linguirc.ts` says where those stand). */
type Readers = 'everybody' | 'staff';

/** One chunk per language and readers: a child's tablet downloads only its own. */
const catalogues: Record<Readers, Record<Language, () => Promise<{ messages: Messages }>>> = {
  everybody: { en: () => import('./en.po'), es: () => import('./es.po') },
  staff: { en: () => import('./staff/en.po'), es: () => import('./staff/es.po') },
};

/** Whose texts this page has needed so far. */
const readers = new Set<Readers>(['everybody']);
/** The language that was asked for last: its texts may still be on their way. */
let wanted: Language = 'en';

async function textsIn(language: Language): Promise<Messages> {
  const parts = await Promise.all([...readers].map((who) => catalogues[who][language]()));
  return Object.fromEntries(parts.flatMap(({ messages }) => Object.entries(messages)));
}

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

/** Loads the texts of `language`, makes it active and sets the document's lang and dir. */
export async function activate(language: Language): Promise<void> {
  wanted = language;
  i18n.load(language, await textsIn(language));
  i18n.activate(language, [localeFor(language, navigator.languages)]);
  const root = document.documentElement;
  root.lang = language;
  root.dir = languages.find((info) => info.id === language)?.direction ?? 'ltr';
}

let adding: Promise<void> | null = null;

/** Adds the texts that only staff read, now and for every language that is chosen later. Before one of their screens is shown. */
export function addStaffTexts(): Promise<void> {
  readers.add('staff');
  const language = wanted;
  adding ??= textsIn(language).then(
    (messages) => i18n.load(language, messages),
    (cause: unknown) => {
      // Said by the screen that cannot be shown; the next one tries again.
      adding = null;
      throw cause;
    },
  );
  return adding;
}

/** A language beside the active one, for a part of the page. */
export async function catalogueIn(language: Language): Promise<I18n> {
  const messages = await textsIn(language);
  const locales = [localeFor(language, navigator.languages)];
  return setupI18n({ locale: language, locales, messages: { [language]: messages } });
}

/** The person's own choice: remembered on this device and used at once. */
export async function setLanguage(language: Language): Promise<void> {
  saveLanguage(language);
  await activate(language);
}

export { i18n };
