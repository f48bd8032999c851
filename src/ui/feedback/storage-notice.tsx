import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import { Banner } from '../layout/banner.tsx';

export interface StorageNoticeProps {
  /** Whether the browser promised to keep the data; null when it does not say. */
  readonly persisted: boolean | null;
  /** Asks the browser for the promise; gives its answer. */
  readonly onAsk: () => Promise<boolean>;
}

/** Whether the browser has promised to keep the data; where it has not, a button that asks, and what to do after a refusal. */
export function StorageNotice({ persisted, onAsk }: StorageNoticeProps) {
  const { t } = useLingui();
  const [refused, setRefused] = useState(false);
  if (persisted === true) {
    return <p className="soft">{t`The browser keeps this data, also when room gets short.`}</p>;
  }
  const ask = async () => setRefused(!(await onAsk()));
  return (
    <Banner
      tone="amber"
      title={t`The browser may erase this data when room gets short`}
      action={<Button onPress={() => void ask()}>{t`Keep the data on this device`}</Button>}
    >
      <span role="status">
        {refused
          ? t`The browser said no. Install the app on the home screen and try again from there. Until then send at least once a day: what was sent is safe.`
          : t`What was sent to the school is safe in any case.`}
      </span>
    </Banner>
  );
}
