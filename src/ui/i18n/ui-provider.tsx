import type { ReactNode } from 'react';
import { I18nProvider as LinguiProvider, useLingui } from '@lingui/react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider';
import { useStatusLetters } from '../status/use-status-letters.ts';
import { i18n } from './i18n.ts';

export interface UiProviderProps {
  readonly children: ReactNode;
}

/** Wraps the app once. Call `activate(detectLanguage())` before the first render. */
export function UiProvider({ children }: UiProviderProps) {
  return (
    <LinguiProvider i18n={i18n}>
      <ActiveLocale>{children}</ActiveLocale>
    </LinguiProvider>
  );
}

function ActiveLocale({ children }: UiProviderProps) {
  const active = useLingui().i18n;
  useStatusLetters();
  return <AriaI18nProvider locale={active.locale}>{children}</AriaI18nProvider>;
}
