import { useEffect } from 'react';
import { ServicesProvider } from '#data/services-context.tsx';
import type { DataServices } from '#data/services.ts';
import { Routes } from './routes.tsx';
import { UpdateBanner } from './update-banner.tsx';

export interface AppProps {
  readonly services: DataServices;
}

/** Everything on the screen, once the data of this device are open. */
export function App({ services }: AppProps) {
  useEffect(() => tellTouches(services), [services]);
  return (
    <ServicesProvider services={services}>
      <UpdateBanner />
      <Routes />
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
