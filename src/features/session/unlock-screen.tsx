import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { MemberId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Session, SignedInMember } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { AvatarTile } from '#ui/controls/avatar-tile.tsx';
import { Button } from '#ui/controls/button.tsx';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './session.module.css';
import { PinEntry } from './pin-entry.tsx';

/** The locked device: a PIN opens it exactly where it was. No network needed. */
export function UnlockScreen() {
  const session = useLive(useServices().session.current);
  if (session.state !== 'locked') return null;
  return <Locked session={session} />;
}

type LockedSession = Extract<Session, { state: 'locked' }>;

function Locked({ session }: { readonly session: LockedSession }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<MemberId | null>(null);
  const { members, device } = session;
  const member = members.length === 1 ? members[0] : members.find(({ id }) => id === chosen);
  return (
    <StudentShell
      centred
      headStart={
        device.kind === 'class-tablet' ? (
          <Button onPress={() => navigate('/student')}>{t`Back to the students`}</Button>
        ) : undefined
      }
      headEnd={<LanguageSwitch />}
    >
      {members.length === 0 ? <NobodyYet /> : null}
      {members.length > 1 && member === undefined ? (
        <Members members={members} onChoose={setChosen} />
      ) : null}
      {member === undefined ? null : (
        <PinEntry key={member.id} member={member} waitUntil={session.waitUntil} />
      )}
      {members.length === 0 ? null : (
        <Stack gap={2} align="center">
          {members.length > 1 && member !== undefined ? (
            <Button kind="quiet" onPress={() => setChosen(null)}>{t`I am somebody else`}</Button>
          ) : null}
          <Button kind="quiet" onPress={() => navigate('/sign-in')}>
            {t`Sign in with email`}
          </Button>
        </Stack>
      )}
    </StudentShell>
  );
}

interface MembersProps {
  readonly members: readonly SignedInMember[];
  readonly onChoose: (id: MemberId) => void;
}

function Members({ members, onChoose }: MembersProps) {
  const { t } = useLingui();
  return (
    <>
      <h1>{t`Who is unlocking?`}</h1>
      <div className={css['members']}>
        {members.map(({ id, name }) => (
          <AvatarTile key={id} layout="row" name={name} avatar="" onPress={() => onChoose(id)} />
        ))}
      </div>
    </>
  );
}

function NobodyYet() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <EmptyState
      isWholeScreen
      title={t`For the staff of the school`}
      action={
        <Button kind="primary" size="l" onPress={() => navigate('/sign-in')}>{t`Sign in`}</Button>
      }
    >
      {t`Nobody has signed in on this tablet yet. The first time needs the network; afterwards a PIN is enough.`}
    </EmptyState>
  );
}
