import { useLingui } from '@lingui/react';
import { isLanguage, type Language } from './language.ts';

/** The language of the screen. */
export function useLanguage(): Language {
  const { i18n } = useLingui();
  return isLanguage(i18n.locale) ? i18n.locale : 'en';
}
