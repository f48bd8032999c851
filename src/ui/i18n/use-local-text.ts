import { useCallback } from 'react';
import { useLingui } from '@lingui/react';
import { isLanguage, type Language } from './language.ts';

/** One text in every language of the interface, as course packs carry it. */
export type LocalText = Readonly<Record<Language, string>>;

/** Picks the reader's language out of a text that exists in every language. */
export function useLocalText(): (text: LocalText) => string {
  const { locale } = useLingui().i18n;
  return useCallback((text) => text[isLanguage(locale) ? locale : 'en'], [locale]);
}
