import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';

export interface ErasedScreenProps {
  readonly kind: 'staff' | 'class-tablet';
}

/** The browser erased what was on this device, and the school still knows the device. */
export function ErasedScreen({ kind }: ErasedScreenProps) {
  const { t } = useLingui();
  return (
    <StudentShell centred headEnd={<LanguageSwitch />}>
      <ErrorState
        title={t`The browser erased what was on this device`}
        safe={t`Everything that was sent is safe with the school. Results that still waited here may be missing; the school is told which ones.`}
        next={
          kind === 'class-tablet'
            ? t`This is still the same class tablet. Connect to the network, and it gets its groups back.`
            : t`Sign in again to go on. You need the network for that, once.`
        }
        action={kind === 'class-tablet' ? <Resume /> : <SignIn />}
      />
    </StudentShell>
  );
}

function Resume() {
  const { t } = useLingui();
  const { session } = useServices();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const resume = async () => {
    setBusy(true);
    setFault(null);
    const result = await session.resume();
    setBusy(false);
    // The enrolment screen shows the download until it is ready for offline.
    if (result.ok) navigate('/enrol');
    else setFault(result.error);
  };
  return (
    <>
      <FaultMessage fault={fault} />
      <Button kind="primary" size="l" isDisabled={busy} onPress={() => void resume()}>
        {busy ? t`One moment` : t`Get the groups back`}
      </Button>
    </>
  );
}

function SignIn() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return <Button kind="primary" size="l" onPress={() => navigate('/sign-in')}>{t`Sign in`}</Button>;
}
