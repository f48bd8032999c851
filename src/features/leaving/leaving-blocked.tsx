import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import type { Leaving } from '#data/services-leaving.ts';
import { Button } from '#ui/controls/button.tsx';
import { RescueButton } from '#ui/feedback/rescue-button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { Stack } from '#ui/layout/stack.tsx';

export interface LeavingBlockedProps {
  readonly leaving: Extract<Leaving, { state: 'blocked' }>;
}

/** Why it cannot go on for now, and what a person does. Nothing was erased. */
export function LeavingBlocked({ leaving }: LeavingBlockedProps) {
  const { t } = useLingui();
  const { rescue, syncNow } = useServices();
  const [isSaved, setSaved] = useState(false);
  const { title, todo, isRed } = useWords()(leaving.code);
  return (
    <Stack gap={4}>
      <Banner
        tone={isRed ? 'red' : 'amber'}
        live="alert"
        title={title}
        {...(leaving.code === 'offline' || leaving.code === 'no-second-copy'
          ? { action: <Button onPress={syncNow}>{t`Try now`}</Button> }
          : {})}
      >
        {todo} {t`Nothing was erased.`}
      </Banner>
      {leaving.code === 'credential' ? <SignIn /> : null}
      {leaving.waiting === 0 ? null : (
        <RescueButton make={rescue.make} onSaved={() => setSaved(true)} />
      )}
      {leaving.code === 'refused' && isSaved ? <WithoutThem /> : null}
    </Stack>
  );
}

interface Words {
  readonly title: string;
  readonly todo: string;
  /** It does not go on by itself: a person has to act. */
  readonly isRed: boolean;
}

function useWords(): (code: string) => Words {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'offline':
        return {
          title: t`No connection to the school`,
          todo: t`Connect this device to the network. It goes on by itself.`,
          isRed: false,
        };
      case 'busy':
        return {
          title: t`The school is busy`,
          todo: t`It goes on by itself.`,
          isRed: false,
        };
      case 'no-second-copy':
        return {
          title: t`The school has everything once, but not yet twice`,
          todo: t`It waits for the second copy and goes on by itself. If this stays, tell the person who looks after the school's server.`,
          isRed: false,
        };
      case 'credential':
        return {
          title: t`The school does not know this device any more`,
          todo: t`Stop here, sign in again, and begin once more.`,
          isRed: true,
        };
      case 'refused':
        return {
          title: t`The school did not take in some of the results`,
          todo: t`They are only on this device. Save them to a file, and give the file to the person who looks after the school's server.`,
          isRed: true,
        };
      case 'other-tab':
        return {
          title: t`Another tab of this app is open`,
          todo: t`Close all other tabs and windows of Nine of Ten on this device. Then it goes on by itself.`,
          isRed: true,
        };
      case 'storage':
        return {
          title: t`The browser cannot write`,
          todo: t`Make room on the device. Save the results to a file to be safe.`,
          isRed: true,
        };
      default:
        return {
          title: t`It cannot go on just now (${code})`,
          todo: t`Wait a moment, or stop and try again later.`,
          isRed: false,
        };
    }
  };
}

/** What was refused is in the file that was just saved: a person says that they have it, and the device goes on without. */
function WithoutThem() {
  const { t } = useLingui();
  const { rescue } = useServices();
  return (
    <Stack gap={3}>
      <p>{t`Look whether the file is there, and copy it to a safe place. After this step it is the only place where these results are.`}</p>
      <div>
        <Button kind="primary" onPress={() => void rescue.keepsFile()}>
          {t`I have the file. Go on`}
        </Button>
      </div>
    </Stack>
  );
}

function SignIn() {
  const { t } = useLingui();
  const { leaving } = useServices();
  const [, navigate] = useLocation();
  const go = () => {
    leaving.stop();
    navigate('/sign-in');
  };
  return (
    <div>
      <Button kind="primary" onPress={go}>{t`Stop and sign in`}</Button>
    </div>
  );
}
