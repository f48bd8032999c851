import { useEffect } from 'react';
import { ServicesProvider } from '#data/services-context.tsx';
import type { DataServices } from '#data/services.ts';
import { LeavingGate } from './leaving-gate.tsx';
import { Routes } from './routes.tsx';
import { UpdateBanner } from './update-banner.tsx';

export interface AppProps {
  readonly services: DataServices;
}

/** Everything on the screen, once the data of this device are open. */
export function App({ services }: AppProps) {
  useEffect(() => tellTouches(services), [services]);
  useEffect(() => warnBeforeClosing(services), [services]);

  return (
    <ServicesProvider services={services}>
      <LeavingGate>
        <UpdateBanner />
        <Routes />
      </LeavingGate>
    </ServicesProvider>
  );
}

/** Touches and keys hold off the lock that comes after five idle minutes. */
function tellTouches({ session }: DataServices): () => void {
  addEventListener('pointerdown', session.touched, { passive: true });
  addEventListener('keydown', session.touched, { passive: true });
  return () => {
    removeEventListener('pointerdown', session.touched);
    removeEventListener('keydown', session.touched);
  };
}

/**
 * Closing the page would lose what the browser could not write; in a profile that is erased with its last window, also what was not
 * sent. The browser asks whether it may.
 */
function warnBeforeClosing({ safety, storage }: DataServices): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    const { aside, unsent } = safety.get();
    if (aside > 0 || (unsent > 0 && storage.get().temporary === true)) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
