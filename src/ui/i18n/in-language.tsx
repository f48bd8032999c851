import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from '@lingui/react';
import type { I18n } from '@lingui/core';
import { catalogueIn } from './i18n.ts';
import type { Language } from './language.ts';

export interface InLanguageProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Shows its children in a language of their own, whatever the language of the screen: what a child reads on paper. */
export function InLanguage({ language, children }: InLanguageProps) {
  const [loaded, setLoaded] = useState<I18n | null>(null);
  useEffect(() => {
    let gone = false;
    void catalogueIn(language).then((i18n) => {
      if (!gone) setLoaded(i18n);
    });
    return () => {
      gone = true;
    };
  }, [language]);
  if (loaded?.locale !== language) return null;
  return (
    <I18nProvider i18n={loaded}>
      <div lang={language}>{children}</div>
    </I18nProvider>
  );
}
