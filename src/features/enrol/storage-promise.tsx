import { useEffect, useRef } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Banner } from '#ui/layout/banner.tsx';

/** Asks the browser to keep the class on this tablet, now that there is one, and says plainly when it would not promise. */
export function StoragePromise() {
  const { t } = useLingui();
  const { persist, storage } = useServices();
  const { persisted } = useLive(storage);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || persisted === true) return;
    asked.current = true;
    void persist();
  }, [persist, persisted]);
  if (persisted === null) return null;
  return persisted ? (
    <p>{t`The browser has promised to keep this data.`}</p>
  ) : (
    <Banner tone="amber" live="status" title={t`This browser has not promised to keep the data.`}>
      {t`If the tablet runs out of room, it may erase what was not sent. Put the app on the home screen, and connect at least once a day.`}
    </Banner>
  );
}
