import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { SignedInMember } from '#data/services.ts';
import { useNow } from '#state/use-now.ts';
import { PinPad } from '#ui/controls/pin-pad.tsx';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import css from './session.module.css';

export interface PinEntryProps {
  readonly member: SignedInMember;
  /** Wall clock until which no PIN is taken, or null. */
  readonly waitUntil: number | null;
}

/** The PIN of one member. Wrong ones clear the dots and say so; a wait is shown as a wait, not as an alarm. */
export function PinEntry({ member, waitUntil }: PinEntryProps) {
  const { t } = useLingui();
  const { session } = useServices();
  const text = useFaultText();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  /** This member's own wait, where others on the device may still try. */
  const [ownWait, setOwnWait] = useState<number | null>(null);
  const now = useNow(1000);
  const seconds = Math.max(0, Math.ceil(((waitUntil ?? ownWait ?? 0) - now) / 1000));

  const unlock = async (pin: string) => {
    setBusy(true);
    const result = await session.unlock(pin, member.id);
    setBusy(false);
    if (result.ok) return;
    const { code, detail } = result.error;
    if (code === 'wait') setOwnWait(Date.now() + Number(detail ?? 0));
    setFault(result.error);
    setAttempt((count) => count + 1);
  };

  const waiting = seconds > 0;
  const words = waiting
    ? t`Too many wrong PINs. You can go on in ${seconds} seconds; everything is safe meanwhile.`
    : fault === null || fault.code === 'wait'
      ? null
      : text(fault);
  return (
    <div className={css['pin']}>
      <h1 data-private>{t`Hello, ${member.name}`}</h1>
      <PinPad
        label={t`Your PIN`}
        attempt={attempt}
        isDisabled={busy || waiting}
        error={words}
        onComplete={(pin) => void unlock(pin)}
      />
    </div>
  );
}
