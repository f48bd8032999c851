import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { isLanguage, languages } from '#ui/i18n/language.ts';
import type { Language } from '#ui/i18n/language.ts';
import { Card } from '#ui/layout/card.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { TimeZoneField } from './time-zone-field.tsx';
import { ownZone } from './time-zones.ts';

export interface SchoolForm {
  readonly name: string;
  readonly timeZone: string;
  readonly language: Language;
}

export interface SchoolStepProps {
  /** What was filled in before, when the person comes back. */
  readonly first: SchoolForm | null;
  readonly onDone: (form: SchoolForm) => void;
}

/** Step 1: the school. */
export function SchoolStep({ first, onDone }: SchoolStepProps) {
  const { t, i18n } = useLingui();
  const [name, setName] = useState(first?.name ?? '');
  const [zone, setZone] = useState<string | null>(first?.timeZone ?? ownZone());
  const [chosen, setChosen] = useState<Language | null>(first?.language ?? null);
  const [tried, setTried] = useState(false);
  const language = chosen ?? (isLanguage(i18n.locale) ? i18n.locale : 'en');
  const nameFault = name.trim() === '' ? t`The school needs a name.` : undefined;
  const zoneFault = zone === null ? t`Choose the time zone.` : undefined;
  return (
    <>
      <h1>{t`Set up your school`}</h1>
      <Card>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (nameFault === undefined && zone !== null) {
              onDone({ name: name.trim(), timeZone: zone, language });
            }
          }}
        >
          <Stack gap={5}>
            <TextField
              label={t`Name of the school`}
              autoComplete="organization"
              maxLength={120}
              value={name}
              onChange={setName}
              error={tried ? nameFault : undefined}
            />
            <TimeZoneField value={zone} onChange={setZone} error={tried ? zoneFault : undefined} />
            <SegmentedControl
              label={t`Language of the school`}
              labelShown
              options={languages.map((option) => ({ id: option.id, label: option.name }))}
              value={language}
              onChange={setChosen}
            />
            <Button type="submit" kind="primary">{t`Next`}</Button>
          </Stack>
        </form>
      </Card>
    </>
  );
}
