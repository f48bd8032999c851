import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';

/** The name of the school, everywhere. */
export function SchoolName() {
  const { t } = useLingui();
  const services = useServices();
  const name = useLive(services.snapshot, (snapshot) => snapshot.school()?.name) ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const text = draft ?? name;
  const wanted = text.trim();

  const save = async () => {
    const body = { set: wanted, was: name === '' ? null : name };
    const result = await services.append({ kind: 'school.name', about: 'school', body });
    setFault(result.ok ? null : result.error);
    if (result.ok) setDraft(null);
  };

  return (
    <Card title={t`The school`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
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
