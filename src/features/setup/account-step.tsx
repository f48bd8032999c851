import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import { deviceName } from '#platform/device-name.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { NewPassphraseField } from '#ui/credentials/new-passphrase-field.tsx';
import { PinFields } from '#ui/credentials/pin-fields.tsx';
import { isFaultless, useCredentialFaults } from '#ui/credentials/use-credential-faults.ts';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import type { SchoolForm } from './school-step.tsx';
import css from './setup.module.css';

export interface AccountStepProps {
  readonly school: SchoolForm;
  readonly onBack: () => void;
}

/** The one-time token of the printed link: it stands behind the hash, so that it reaches no server log. */
const token = (): string => decodeURIComponent(location.hash.slice(1));

const EMPTY = { name: '', email: '', passphrase: '', pin: '', repeated: '' };

/** Step 2: the first account. Sending it makes the school and signs this device in; the screen then goes on by itself. */
export function AccountStep({ school, onBack }: AccountStepProps) {
  const { t } = useLingui();
  const { session } = useServices();
  const [form, setForm] = useState({ ...EMPTY, device: deviceName() });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const check = useCredentialFaults();
  const { name, email, device, pin, passphrase } = form;
  const faults = {
    ...check(form),
    name: name.trim() === '' ? t`Your name is missing.` : undefined,
    email: /^[^\s@]+@[^\s@]+$/u.test(email.trim()) ? undefined : t`This is not an email address.`,
  };
  const shown = tried ? faults : null;

  const submit = async () => {
    setTried(true);
    if (busy || !isFaultless(faults)) return;
    setBusy(true);
    setFault(null);
    const result = await session.setUp({
      token: token(),
      school,
      member: { name: name.trim(), email: email.trim(), passphrase, pin },
      deviceName: device.trim() || deviceName(),
    });
    setBusy(false);
    if (!result.ok) setFault(result.error);
  };

  return (
    <>
      <h1>{t`Your account`}</h1>
      <Card>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Stack gap={5}>
            <TextField
              label={t`Your name`}
              hint={t`As colleagues know you.`}
              autoComplete="name"
              maxLength={120}
              value={name}
              onChange={(text) => setForm({ ...form, name: text })}
              error={shown?.name}
            />
            <TextField
              label={t`Email`}
              hint={t`Only for signing in. Nothing is sent to it.`}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(text) => setForm({ ...form, email: text })}
              error={shown?.email}
            />
            <NewPassphraseField
              value={passphrase}
              onChange={(text) => setForm({ ...form, passphrase: text })}
              error={shown?.passphrase}
            />
            <PinFields
              pin={pin}
              repeated={form.repeated}
              onChange={(first, second) => setForm({ ...form, pin: first, repeated: second })}
              error={shown?.pin}
              repeatedError={shown?.repeated}
            />
            <TextField
              label={t`Name of this device`}
              hint={t`So that you find it in the list of devices.`}
              maxLength={120}
              value={device}
              onChange={(text) => setForm({ ...form, device: text })}
            />
            <FaultMessage fault={fault} />
            <div className={css['actions']}>
              <Button type="submit" kind="primary" isDisabled={busy}>
                {busy ? t`One moment` : t`Make the school`}
              </Button>
              <Button kind="quiet" isDisabled={busy} onPress={onBack}>{t`Back`}</Button>
            </div>
          </Stack>
        </form>
      </Card>
    </>
  );
}
