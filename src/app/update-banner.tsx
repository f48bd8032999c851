import { useEffect, useSyncExternalStore } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useLive } from '#data/use-live.ts';
import type { AppUpdate } from '#platform/service-worker.ts';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { appUpdate } from './app-update.ts';
import { isAtWork } from './at-work.ts';
import css from './update-banner.module.css';

/** "New version ready", at the head of whatever is on the screen; nothing at all while a check or an interview runs. */
export function UpdateBanner() {
  const update = useLive(appUpdate);
  return update === null ? null : <Offer update={update} />;
}

function Offer({ update }: { readonly update: AppUpdate }) {
  const { t } = useLingui();
  const [path] = useLocation();
  const ready = useSyncExternalStore(update.subscribe, update.ready);
  const atWork = isAtWork(path);
  // Another tab may take the update: then this tab reloads at the end of its work, not in the middle of it.
  useEffect(() => (atWork ? update.guard() : undefined), [atWork, update]);
  if (!ready || atWork) return null;
  return (
    <div className={`${css['place']} no-print`}>
      <Banner
        live="status"
        title={t`New version ready`}
        action={<Button onPress={() => update.apply()}>{t`Use it now`}</Button>}
      >
        {t`Everything on this device stays. It takes a few seconds.`}
      </Banner>
    </div>
  );
}
