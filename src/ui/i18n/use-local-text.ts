import { useCallback } from 'react';
import { useLingui } from '@lingui/react';
import { isLanguage } from './language.ts';
import type { Language } from './language.ts';

/** Picks the reader's language out of a text that exists in every language (titles of courses and units). */
export function useLocalText(): (text: Readonly<Record<Language, string>>) => string {
  const { locale } = useLingui().i18n;
  return useCallback((text) => text[isLanguage(locale) ? locale : 'en'], [locale]);
}
