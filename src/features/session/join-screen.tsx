import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import { deviceName } from '#platform/device-name.ts';
import { Button } from '#ui/controls/button.tsx';
import { CodeField, cleanCode } from '#ui/controls/code-field.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { NewPassphraseField } from '#ui/credentials/new-passphrase-field.tsx';
import { PinFields } from '#ui/credentials/pin-fields.tsx';
import { isFaultless, useCredentialFaults } from '#ui/credentials/use-credential-faults.ts';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { EntryShell } from './entry-shell.tsx';
import { useSubmit } from './use-submit.ts';

const CODE_LENGTH = 8;

/** An invited colleague chooses a passphrase and a PIN, and this device becomes theirs. The code comes in the link's hash. */
export function JoinScreen() {
  const { t } = useLingui();
  const { session } = useServices();
  const [, navigate] = useLocation();
  const [code, setCode] = useState(() => cleanCode(decodeURIComponent(location.hash.slice(1))));
  const [form, setForm] = useState({ passphrase: '', pin: '', repeated: '', device: deviceName() });
  const [tried, setTried] = useState(false);
  const { busy, fault, run } = useSubmit();
  const check = useCredentialFaults();
  const faults = check(form);
  const codeFault = code.length === CODE_LENGTH ? undefined : t`The code has eight characters.`;

  const submit = () => {
    setTried(true);
    if (!isFaultless({ ...faults, code: codeFault })) return;
    const { passphrase, pin, device } = form;
    void run(
      () => session.join({ code, passphrase, pin, deviceName: device.trim() || deviceName() }),
      () => navigate('/teacher', { replace: true }),
    );
  };

  return (
    <EntryShell
      title={t`Welcome`}
      lead={t`You were invited. Choose how you get in, then this device is ready for you.`}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap={5}>
          <CodeField
            label={t`Code of your invitation`}
            value={code}
            onChange={setCode}
            error={tried ? codeFault : undefined}
          />
          <NewPassphraseField
            value={form.passphrase}
            onChange={(passphrase) => setForm({ ...form, passphrase })}
            error={tried ? faults.passphrase : undefined}
          />
          <PinFields
            pin={form.pin}
            repeated={form.repeated}
            onChange={(pin, repeated) => setForm({ ...form, pin, repeated })}
            error={tried ? faults.pin : undefined}
            repeatedError={tried ? faults.repeated : undefined}
          />
          <TextField
            label={t`Name of this device`}
            hint={t`So that you find it in the list of devices.`}
            value={form.device}
            onChange={(device) => setForm({ ...form, device })}
          />
          <FaultMessage fault={fault} />
          <Button type="submit" kind="primary" isDisabled={busy}>
            {busy ? t`One moment` : t`Begin`}
          </Button>
        </Stack>
      </form>
    </EntryShell>
  );
}
