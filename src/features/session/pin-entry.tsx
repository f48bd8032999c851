import { useEffect, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { SignedInMember } from '#data/services.ts';
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
  const seconds = useSecondsUntil(waitUntil ?? ownWait);

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
      <h1>{t`Hello, ${member.name}`}</h1>
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

/** Whole seconds left until a wall-clock moment, counting down; 0 when it has passed or there is none. */
function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
  useEffect(() => {
    if (moment === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return left;
}
