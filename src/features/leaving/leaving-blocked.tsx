import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import type { Leaving } from '#data/services.ts';
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
  const { title, todo, isRed } = useWords()(leaving.code);
  return (
    <Stack gap={4}>
      <Banner
        tone={isRed ? 'red' : 'amber'}
        live="alert"
        title={title}
        {...(leaving.code === 'offline'
          ? { action: <Button onPress={syncNow}>{t`Try now`}</Button> }
          : {})}
      >
        {todo} {t`Nothing was erased.`}
      </Banner>
      {leaving.code === 'credential' ? <SignIn /> : null}
      {leaving.waiting === 0 ? null : <RescueButton make={rescue.make} />}
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
          todo: t`Save them to a file, and show this to the person who looks after the school's server.`,
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
