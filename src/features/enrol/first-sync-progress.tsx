import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import type { FirstSync, Part } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { ProgressList } from '#ui/layout/progress-list.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { Stack } from '#ui/layout/stack.tsx';

/** In the order in which they matter to a class that begins. */
const PARTS: readonly Part[] = ['school', 'groups', 'students', 'courses', 'progress', 'other'];

export interface FirstSyncProgressProps {
  /** The app itself is on this device: without it the data would be of no use offline. */
  readonly isAppKept: boolean;
}

/**
 * The first download, part by part. "Ready for offline" stands here only once everything was read back from local storage
 * and the app is there too. It goes on by itself after every interruption: nothing has to be tapped.
 */
export function FirstSyncProgress({ isAppKept }: FirstSyncProgressProps) {
  const services = useServices();
  const sync = useLive(services.firstSync);
  if (sync.state === 'not-begun') return <Skeleton lines={4} />;
  return (
    <Stack gap={5}>
      <Parts sync={sync} />
      {sync.state === 'waiting' ? <Waiting code={sync.code} onTry={services.syncNow} /> : null}
      <State sync={sync} isAppKept={isAppKept} />
    </Stack>
  );
}

type Begun = Exclude<FirstSync, { state: 'not-begun' }>;

function Parts({ sync }: { readonly sync: Begun }) {
  const { t } = useLingui();
  const labels: Readonly<Record<Part, string>> = {
    school: t`School`,
    groups: t`Classes`,
    students: t`Names and badges`,
    courses: t`Courses`,
    progress: t`Progress so far`,
    other: t`The rest`,
  };
  const ready = sync.state === 'ready';
  return (
    <ProgressList
      label={t`What this device has`}
      parts={PARTS.filter((part) => sync.parts[part] > 0 || (!ready && part !== 'other')).map(
        (id) => ({
          id,
          label: labels[id],
          done: sync.parts[id],
          // Only the whole is known before the end: a part is whole when everything was read back.
          total: ready ? sync.parts[id] : null,
        }),
      )}
    />
  );
}

function State({ sync, isAppKept }: FirstSyncProgressProps & { readonly sync: Begun }) {
  const { t } = useLingui();
  const { time, number } = useFormatters();
  switch (sync.state) {
    case 'downloading': {
      const done = number(sync.done);
      const total = sync.total === null ? null : number(sync.total);
      return <p role="status">{total === null ? t`${done} so far` : t`${done} of ${total}`}</p>;
    }
    case 'checking':
      return <p role="status">{t`Everything is here. Reading it back to be sure.`}</p>;
    case 'waiting':
      return null;
    case 'ready': {
      if (!isAppKept)
        return <p role="status">{t`Almost ready: the app itself is still arriving.`}</p>;
      const at = time(sync.checkedAt);
      return (
        <Banner live="status" title={t`Ready for offline`}>
          {t`Read back from this device and checked at ${at}.`}
        </Banner>
      );
    }
  }
}

interface WaitingProps {
  readonly code: string;
  readonly onTry: () => void;
}

function Waiting({ code, onTry }: WaitingProps) {
  const { t } = useLingui();
  return (
    <Banner
      live="status"
      title={code === 'busy' ? t`The school is busy` : t`Waiting for the network`}
      action={
        <Button size="l" onPress={onTry}>
          {t`Try now`}
        </Button>
      }
    >
      {code === 'busy'
        ? t`What has arrived stays here. It goes on by itself.`
        : t`What has arrived stays here. The rest comes by itself once the school answers.`}
    </Banner>
  );
}
