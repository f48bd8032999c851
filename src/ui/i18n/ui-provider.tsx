import type { ReactNode } from 'react';
import { I18nProvider } from '@lingui/react';
import { useStatusLetters } from '../status/use-status-letters.ts';
import { i18n } from './i18n.ts';

export interface UiProviderProps {
  readonly children: ReactNode;
}

/** Wraps the app once. Call `activate(detectLanguage())` before the first render. */
export function UiProvider({ children }: UiProviderProps) {
  return (
    <I18nProvider i18n={i18n}>
      <WithLetters>{children}</WithLetters>
    </I18nProvider>
  );
}

function WithLetters({ children }: UiProviderProps) {
  useStatusLetters();
  return children;
}
