import { useLingui } from '@lingui/react';
import { Button } from '../controls/button.tsx';
import { setLanguage } from './i18n.ts';
import { languages } from './language.ts';

/** For a child: a button for each other language, named in itself. */
export function LanguageButtons() {
  const { i18n } = useLingui();
  return languages
    .filter(({ id }) => id !== i18n.locale)
    .map(({ id, name }) => (
      <Button key={id} kind="quiet" size="l" lang={id} onPress={() => void setLanguage(id)}>
        {name}
      </Button>
    ));
}
