import { useState } from 'react';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { Fault } from '#domain/kernel/result.ts';
import type { MemberId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { SignedInMember } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { useNow } from '#state/use-now.ts';
import { AvatarTile } from '#ui/controls/avatar-tile.tsx';
import { Button } from '#ui/controls/button.tsx';
import { PinPad } from '#ui/controls/pin-pad.tsx';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import type { Child } from './name-grid.tsx';
import css from './student.module.css';

export interface AdultStepProps {
  readonly child: Child;
  /** A grown-up of the school has said who this is; the tablet is still unlocked. */
  readonly onVouched: () => void;
  readonly onBack: () => void;
}

/**
 * A child with neither pictures nor badge is let in by a grown-up's PIN, right here: remembering is never the only way
 * (WCAG 3.3.8). It lets this one child in and opens nothing else.
 */
export function AdultStep({ child, onVouched, onBack }: AdultStepProps) {
  const { t } = useLingui();
  const { session } = useServices();
  const current = useLive(session.current);
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<MemberId | null>(null);
  const members = 'members' in current ? current.members : [];
  const member = members.length === 1 ? members[0] : members.find(({ id }) => id === chosen);
  return (
    <StudentShell
      key={member?.id}
      centred
      headStart={
        <Button kind="quiet" size="l" icon={<ArrowLeft />} onPress={onBack}>
          {t`Back`}
        </Button>
      }
    >
      {members.length === 0 ? (
        <EmptyState
          title={t`For the staff of the school`}
          action={
            <Button kind="primary" size="l" onPress={() => navigate('/sign-in')}>
              {t`Sign in`}
            </Button>
          }
        >
          {t`Nobody has signed in on this tablet yet. The first time needs the network; afterwards a PIN is enough.`}
        </EmptyState>
      ) : member === undefined ? (
        <>
          <h1>{t`Who is the grown-up?`}</h1>
          <div className={css['members']}>
            {members.map(({ id, name }) => (
              <AvatarTile
                key={id}
                layout="row"
                name={name}
                avatar=""
                onPress={() => setChosen(id)}
              />
            ))}
          </div>
        </>
      ) : (
        <Vouch key={member.id} child={child} member={member} onVouched={onVouched} />
      )}
    </StudentShell>
  );
}

interface VouchProps {
  readonly child: Child;
  readonly member: SignedInMember;
  readonly onVouched: () => void;
}

/** One PIN. A wait after too many wrong ones is shown as a wait, not as an alarm. */
function Vouch({ child, member, onVouched }: VouchProps) {
  const { t } = useLingui();
  const { session } = useServices();
  const text = useFaultText();
  const current = useLive(session.current);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [ownWait, setOwnWait] = useState(0);
  const now = useNow(1000);
  const waitUntil = current.state === 'locked' ? (current.waitUntil ?? ownWait) : ownWait;
  const seconds = Math.max(0, Math.ceil((waitUntil - now) / 1000));
  const unlock = async (pin: string): Promise<void> => {
    setBusy(true);
    const unlocked = await session.unlock(pin, member.id);
    if (unlocked.ok) return onVouched();
    setBusy(false);
    const { code, detail } = unlocked.error;
    if (code === 'wait') setOwnWait(Date.now() + Number(detail ?? 0));
    setFault(unlocked.error);
    setAttempt((count) => count + 1);
  };
  const words =
    seconds > 0
      ? t`Too many wrong PINs. You can go on in ${seconds} seconds; everything is safe meanwhile.`
      : fault === null || fault.code === 'wait'
        ? null
        : text(fault);
  const { name } = child;
  return (
    <>
      <h1 data-private>{t`Let ${name} in`}</h1>
      <PinPad
        label={t`PIN of ${member.name}`}
        attempt={attempt}
        isDisabled={busy || seconds > 0}
        error={words}
        onComplete={(pin) => void unlock(pin)}
      />
    </>
  );
}
