import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { useSetting } from './use-setting.ts';

export interface SchoolNameProps {
  /** Says what was saved, with a way back. */
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** The name of the school, everywhere. */
export function SchoolName({ onSaid }: SchoolNameProps) {
  const { t } = useLingui();
  const services = useServices();
  const name = useLive(services.snapshot, (snapshot) => snapshot.school()?.name) ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const { fault, save } = useSetting(onSaid);
  const text = draft ?? name;
  const wanted = text.trim();

  const rename = async () => {
    const event = (to: string, from: string) =>
      ({
        kind: 'school.name',
        about: 'school',
        body: { set: to, was: from === '' ? null : from },
      }) as const;
    const back = name === '' ? null : event(name, wanted);
    if (await save(event(wanted, name), back)) setDraft(null);
  };

  return (
    <Card title={t`The school`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <Stack gap={4}>
          <TextField
            label={t`Name of the school`}
            maxLength={120}
            value={text}
            onChange={setDraft}
          />
          <FaultMessage fault={fault} />
          <Row>
            <Button type="submit" isDisabled={wanted === '' || wanted === name}>{t`Save`}</Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
