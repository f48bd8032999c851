import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import { useFormatters } from '../i18n/use-formatters.ts';
import { Banner } from '../layout/banner.tsx';
import { Stack } from '../layout/stack.tsx';

export interface StorageFigures {
  /** Whether the browser promised to keep the data; null when it does not say. */
  readonly persisted: boolean | null;
  /** Bytes, or null. */
  readonly usage: number | null;
  readonly quota: number | null;
  /** The profile is erased at sign-out of the computer, as far as that can be told. */
  readonly temporary: boolean | null;
}

export interface StorageNoticeProps {
  readonly storage: StorageFigures;
  /** Asks the browser for the promise; gives its answer. */
  readonly onAsk: () => Promise<boolean>;
  /** It was asked already, and the browser said no. */
  readonly isRefused?: boolean;
}

/** Share of the quota from which on writes may begin to fail. */
const ALMOST_FULL = 0.9;

/** How safe the data are on this device: kept or not, how full, and a profile that is erased. With what to do. */
export function StorageNotice({ storage, onAsk, isRefused = false }: StorageNoticeProps) {
  return (
    <Stack gap={3}>
      <Full usage={storage.usage} quota={storage.quota} />
      {storage.temporary === true ? (
        <Temporary />
      ) : (
        <Kept persisted={storage.persisted} onAsk={onAsk} isRefused={isRefused} />
      )}
    </Stack>
  );
}

function Full({ usage, quota }: Pick<StorageFigures, 'usage' | 'quota'>) {
  const { t } = useLingui();
  const { number } = useFormatters();
  if (usage === null || quota === null || quota === 0 || usage / quota <= ALMOST_FULL) return null;
  const megabytes = (bytes: number) => number(Math.max(1, Math.round(bytes / 1_000_000)));
  return (
    <Banner
      tone="red"
      title={t`This device is almost full: ${megabytes(usage)} of ${megabytes(quota)} MB`}
    >
      {t`When it is full, results can no longer be saved. Make room: remove photos, downloads or other apps.`}
    </Banner>
  );
}

function Temporary() {
  const { t } = useLingui();
  return (
    <Banner tone="amber" title={t`This is a guest or private profile`}>
      {t`Everything in it is erased when somebody signs out of the computer or closes its windows. Before that, wait until it says "All sent", or sign out in Settings: that sends everything first.`}
    </Banner>
  );
}

interface KeptProps {
  readonly persisted: boolean | null;
  readonly onAsk: () => Promise<boolean>;
  readonly isRefused: boolean;
}

function Kept({ persisted, onAsk, isRefused }: KeptProps) {
  const { t } = useLingui();
  const [saidNo, setSaidNo] = useState(false);
  const refused = saidNo || isRefused;
  if (persisted === true) {
    return <p className="soft">{t`The browser keeps this data, also when room gets short.`}</p>;
  }
  const ask = async () => setSaidNo(!(await onAsk()));
  return (
    <Banner
      tone="amber"
      title={t`The browser may erase this data when room gets short`}
      action={
        <Button onPress={() => void ask()}>
          {refused ? t`Ask again` : t`Keep the data on this device`}
        </Button>
      }
    >
      <span role="status">
        {refused
          ? t`The browser said no. Install the app on the home screen and try again from there. Until then send at least once a day: what was sent is safe.`
          : t`What was sent to the school is safe in any case.`}
      </span>
    </Banner>
  );
}
