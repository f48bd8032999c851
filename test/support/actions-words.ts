/** The words on the screen, in either language: a test names what it taps in English and finds it in the language of the device. */
import { setupI18n } from '@lingui/core';
import { builtInCourses } from '#content/courses.ts';
import { textsOnScreens } from './catalogues.ts';

/** @param context where the catalogue tells two meanings apart by one */
export type Words = (
  english: string,
  values?: Readonly<Record<string, unknown>>,
  context?: string,
) => string;

type Language = 'en' | 'es';

/** Texts of the interface and of the built-in courses. Throws for a text that is not on any screen in that language. */
export async function wordsOf(language: Language): Promise<Words> {
  const texts = new Map<string, string>();
  for (const { message, translation, context } of await textsOnScreens(language)) {
    if (message !== undefined) texts.set(keyOf(message, context), translation ?? '');
  }
  for (const { en, es } of textsIn(builtInCourses())) texts.set(en, language === 'en' ? en : es);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(texts) } });
  return (english, values = {}, context) => {
    const key = keyOf(english, context);
    const found = texts.get(key);
    if (found === undefined || found === '') throw new Error(`No ${language} text for: ${english}`);
    return i18n._(key, { ...values });
  };
}

const keyOf = (message: string, context: string | undefined): string =>
  context === undefined ? message : `${context}: ${message}`;

interface Text {
  readonly en: string;
  readonly es: string;
}

/** Every text in two languages within a value. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if (
    'en' in value &&
    'es' in value &&
    typeof value.en === 'string' &&
    typeof value.es === 'string'
  )
    return [{ en: value.en, es: value.es }];
  return Object.values(value).flatMap(textsIn);
}
