import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

/** Tells the controls of React Aria the language of the screen. Around every part that has some. */
export function AriaLocale({ children }: { readonly children: ReactNode }) {
  const { locale } = useLingui().i18n;
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
