import { useEffect, useState } from 'react';
import { untilAppKept } from '#platform/service-worker.ts';

/** Whether the app itself is on this device and serves this page: it then opens without a network. */
export function useAppKept(): boolean {
  // In development no service worker is registered (app-update.ts).
  const [kept, setKept] = useState(!import.meta.env.PROD);
  useEffect(() => {
    if (kept) return;
    void untilAppKept().then(() => setKept(true));
  }, [kept]);
  return kept;
}
