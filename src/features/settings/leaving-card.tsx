import { useState } from 'react';
import LogOut from 'lucide-react/icons/log-out';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { Session, SignedInMember } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import css from './settings.module.css';

export interface LeavingCardProps {
  readonly session: Extract<Session, { state: 'unlocked' }>;
}

/** Who is signed in on this device, and the two ways to leave it: one person, or the whole device. */
export function LeavingCard({ session }: LeavingCardProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { members, device } = session;
  const onTablet = device.kind === 'class-tablet';
  // The last person on a device of staff leaves with all of it: that is the other button.
  const mayLeaveAlone = onTablet || members.length > 1;
  return (
    <Card title={onTablet ? t`Giving this tablet back` : t`Signing out`}>
      <Stack gap={4}>
        {mayLeaveAlone && members.length > 0 ? (
          <ul className={css['staff']} aria-label={t`Signed in on this device`}>
            {members.map((member) => (
              <li key={member.id} className={css['person']}>
                <span>{member.name}</span>
                <SignOut member={member} />
              </li>
            ))}
          </ul>
        ) : null}
        <p className="soft">
          {onTablet
            ? t`Sends everything that is on this tablet, then erases it. It belongs to no class afterwards.`
            : t`Sends everything that is on this device, then erases it.`}
        </p>
        <Row>
          <Button icon={<LogOut />} onPress={() => navigate('/settings/leave')}>
            {onTablet ? t`Give this tablet back` : t`Sign out on this device`}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function SignOut({ member }: { readonly member: SignedInMember }) {
  const { t } = useLingui();
  const { leaving } = useServices();
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { name } = member;
  const signOut = async () => {
    // Not disabled meanwhile: it would lose the focus.
    if (busy) return;
    setBusy(true);
    setFault(null);
    const result = await leaving.signOut(member.id);
    setBusy(false);
    if (result.ok) setOpen(false);
    else setFault(result.error);
  };
  return (
    <>
      <Button
        kind="quiet"
        aria-label={t`Sign out: ${name}`}
        onPress={() => setOpen(true)}
      >{t`Sign out`}</Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        role="alertdialog"
        title={t`Sign ${name} out here?`}
        actions={
          <>
            <Button kind="primary" onPress={() => void signOut()}>
              {busy ? t`One moment` : t`Sign out`}
            </Button>
            <Button onPress={() => setOpen(false)}>{t`Stay signed in`}</Button>
          </>
        }
      >
        <p>{t`What this person saved here stays and is sent. To work here again they sign in with email and passphrase, and need the network for it once.`}</p>
        <FaultMessage fault={fault} />
      </Dialog>
    </>
  );
}
