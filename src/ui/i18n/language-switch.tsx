import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '../controls/segmented-control.tsx';
import { setLanguage } from './i18n.ts';
import { isLanguage, languages } from './language.ts';

/** The language of this device, each named in itself: takes effect at once and is remembered. */
export function LanguageSwitch() {
  const { t, i18n } = useLingui();
  return (
    <SegmentedControl
      label={t`Language`}
      options={languages.map(({ id, name }) => ({ id, label: <span lang={id}>{name}</span> }))}
      value={isLanguage(i18n.locale) ? i18n.locale : null}
      onChange={(id) => void setLanguage(id)}
    />
  );
}
