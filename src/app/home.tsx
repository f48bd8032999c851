import { Redirect } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { staffScreen } from '#ui/i18n/staff-screen.tsx';

const WelcomeScreen = staffScreen(
  async () => (await import('#features/welcome/welcome-screen.tsx')).WelcomeScreen,
);
const ErasedScreen = staffScreen(
  async () => (await import('#features/welcome/erased-screen.tsx')).ErasedScreen,
);

/** `/`: the welcome of an unknown browser, or the first screen of whoever this device belongs to. */
export function Home() {
  const session = useLive(useServices().session.current);
  switch (session.state) {
    case 'none':
      return <WelcomeScreen />;
    case 'erased':
      return <ErasedScreen kind={session.kind} />;
    case 'locked':
    case 'unlocked':
      return (
        <Redirect to={session.device.kind === 'class-tablet' ? '/student' : '/teacher'} replace />
      );
    default:
      return unreachable(session);
  }
}
