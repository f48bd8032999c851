import { useMemo } from 'react';
import { useLingui } from '@lingui/react';
import { makeFormatters } from './format.ts';
import type { Formatters } from './format.ts';

/** Formatters in the active language. Give the school's time zone (IANA name) wherever a date is shown. */
export function useFormatters(timeZone?: string): Formatters {
  const { i18n } = useLingui();
  const locale = localeOf(i18n.locales, i18n.locale);
  return useMemo(() => makeFormatters(locale, timeZone), [locale, timeZone]);
}

function localeOf(locales: string | string[] | undefined, locale: string): string {
  if (typeof locales === 'string') return locales;
  return locales?.[0] ?? locale;
}
