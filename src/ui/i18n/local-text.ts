import { useLingui } from '@lingui/react';
import type { Language } from './language.ts';

/** One text in every language of the interface, as course packs carry it. */
export type LocalText = Readonly<Record<Language, string>>;

/** The text in the active language. */
export function useLocalText(): (text: LocalText) => string {
  const { locale } = useLingui().i18n;
  return (text) => (locale === 'es' ? text.es : text.en);
}
