import { Suspense, type ReactNode } from 'react';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { staffScreen } from '#ui/i18n/staff-screen.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';

const LeavingScreen = staffScreen(
  async () => (await import('#features/leaving/leaving-screen.tsx')).LeavingScreen,
);

/** While this device is being left, here or in another tab, there is nothing else on the screen. */
export function LeavingGate({ children }: { readonly children: ReactNode }) {
  const leaving = useLive(useServices().leaving.current);
  if (leaving.state === 'no') return children;
  return (
    <Suspense fallback={<Skeleton />}>
      <LeavingScreen leaving={leaving} onStart={() => location.assign('/')} />
    </Suspense>
  );
}
