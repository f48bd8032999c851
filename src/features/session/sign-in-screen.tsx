import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { deviceName } from '#platform/device-name.ts';
import { Button } from '#ui/controls/button.tsx';
import { PassphraseField } from '#ui/controls/passphrase-field.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { EntryShell } from './entry-shell.tsx';
import css from './session.module.css';
import { useSubmit } from './use-submit.ts';

/** Staff sign in: online, once per device. The same PIN unlocks the device afterwards, with or without a network. */
export function SignInScreen() {
  const { t } = useLingui();
  const { session } = useServices();
  const current = useLive(session.current);
  const [, navigate] = useLocation();
  const known = 'device' in current ? current.device.name : null;
  const [form, setForm] = useState({
    email: '',
    passphrase: '',
    pin: '',
    device: known ?? deviceName(),
  });
  const { busy, fault, run } = useSubmit();
  const complete =
    form.email.includes('@') && form.passphrase !== '' && /^\d{4,6}$/u.test(form.pin);

  const submit = () =>
    void run(
      () =>
        session.signIn({
          email: form.email.trim(),
          passphrase: form.passphrase,
          pin: form.pin,
          deviceName: form.device.trim() || deviceName(),
        }),
      () => navigate('/teacher', { replace: true }),
    );

  return (
    <EntryShell
      title={t`Sign in`}
      lead={t`Once on this device, with the network. After that your PIN is enough.`}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) submit();
        }}
      >
        <Stack gap={5}>
          <TextField
            label={t`Email`}
            type="email"
            autoComplete="username"
            value={form.email}
            onChange={(email) => setForm({ ...form, email })}
          />
          <PassphraseField
            label={t`Passphrase`}
            autoComplete="current-password"
            value={form.passphrase}
            onChange={(passphrase) => setForm({ ...form, passphrase })}
          />
          <TextField
            label={t`PIN`}
            hint={t`The PIN you chose for yourself.`}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            className={css['short'] ?? ''}
            value={form.pin}
            onChange={(pin) => setForm({ ...form, pin: pin.replaceAll(/\D/gu, '').slice(0, 6) })}
          />
          {known === null ? (
            <TextField
              label={t`Name of this device`}
              hint={t`So that you find it in the list of devices.`}
              value={form.device}
              onChange={(device) => setForm({ ...form, device })}
            />
          ) : null}
          <FaultMessage fault={fault} />
          <div className={css['actions']}>
            <Button type="submit" kind="primary" isDisabled={!complete || busy}>
              {busy ? t`One moment` : t`Sign in`}
            </Button>
            <Button kind="quiet" onPress={() => navigate('/')}>{t`Back`}</Button>
          </div>
        </Stack>
      </form>
    </EntryShell>
  );
}
