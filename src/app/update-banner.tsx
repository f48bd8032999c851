import { useEffect, useSyncExternalStore } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import type { AppUpdate } from '#platform/service-worker.ts';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';
import { appUpdate } from './app-update.ts';
import { holdOf, type Hold } from './at-work.ts';
import css from './update-banner.module.css';

/** "New version ready", at the head of whatever is on the screen; nothing at all while a check or an interview runs. */
export function UpdateBanner() {
  const update = useLive(appUpdate);
  return update === null ? null : <Offer update={update} />;
}

/** The offer itself; it waits while there is something that an update could disturb. */
export function Offer({ update }: { readonly update: AppUpdate }) {
  const [path] = useLocation();
  const safety = useLive(useServices().safety);
  const state = useSyncExternalStore(update.subscribe, update.state);
  const hold = holdOf(path, safety);
  const held = hold !== null;
  useEffect(() => (held ? update.guard() : undefined), [held, update]);
  // Children are told nothing that they cannot do anything about.
  const isStudent = path.startsWith('/student');
  if (state === 'none' || hold === 'at-work' || (held && isStudent)) return null;
  return (
    <div className={`${css['place']} no-print`}>
      {held ? (
        <Waiting hold={hold} openDrafts={safety.openDrafts} />
      ) : (
        <Ready state={state} onUse={() => update.apply()} />
      )}
    </div>
  );
}

interface ReadyProps {
  readonly state: 'waiting' | 'coming' | 'taken';
  readonly onUse: () => void;
}

function Ready({ state, onUse }: ReadyProps) {
  const { t } = useLingui();
  return state !== 'taken' ? (
    <Banner
      live="status"
      title={state === 'coming' ? t`Loading the new version` : t`New version ready`}
      action={
        <Button isDisabled={state === 'coming'} onPress={onUse}>
          {t`Use it now`}
        </Button>
      }
    >
      {t`Everything on this device stays. It takes a few seconds.`}
    </Banner>
  ) : (
    <Banner
      tone="amber"
      live="status"
      title={t`This page is of an older version`}
      action={<Button onPress={onUse}>{t`Load it again`}</Button>}
    >
      {t`The app was updated in another tab. Everything that was saved stays.`}
    </Banner>
  );
}

interface WaitingProps {
  readonly hold: Exclude<Hold, 'at-work' | null>;
  readonly openDrafts: number;
}

function Waiting({ hold, openDrafts }: WaitingProps) {
  const { t } = useLingui();
  return (
    <Banner title={t`New version ready`}>
      {hold === 'not-saved'
        ? t`It waits until everything on this page is saved.`
        : t`${plural(openDrafts, { one: 'It waits until # check is handed in that is still open on this device.', other: 'It waits until # checks are handed in that are still open on this device.' })}`}
    </Banner>
  );
}
