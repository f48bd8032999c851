import { useEffect } from 'react';
import { useLingui } from '@lingui/react';
import { statusKeys, statusStyle } from './status-style.ts';

/**
 * Gives status.css the letters of the active language as custom properties on the root
 * (--letter-mastered: "M" ...), so that a grid cell needs no attribute and no child for its letter.
 */
export function useStatusLetters(): void {
  const { i18n } = useLingui();
  const locale = i18n.locale;
  useEffect(() => {
    for (const key of statusKeys) {
      const letter = statusStyle[key].letter;
      const text = letter === null ? '' : i18n._(letter);
      document.documentElement.style.setProperty(`--letter-${key}`, JSON.stringify(text));
    }
  }, [i18n, locale]);
}
