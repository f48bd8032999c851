import { useEffect, useRef, useState } from 'react';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { StorageNotice } from '#ui/feedback/storage-notice.tsx';

/** Asks the browser to keep the class on this tablet, now that there is one, and says plainly when it would not promise. */
export function StoragePromise() {
  const services = useServices();
  const storage = useLive(services.storage);
  const { persist } = services;
  const { persisted } = storage;
  const asked = useRef(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (asked.current || persisted === true) return;
    asked.current = true;
    void persist().then((promised) => setRefused(!promised));
  }, [persist, persisted]);
  return <StorageNotice storage={storage} onAsk={persist} isRefused={refused} />;
}
