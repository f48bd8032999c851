import { useCallback, useEffect, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault, Result } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { Card } from '#ui/layout/card.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { ConnectTablet } from './connect-tablet.tsx';
import { DeviceList } from './device-list.tsx';

/** How often the list asks again while it is open, ms. */
const LOOK_EVERY = 30_000;

/** Class tablets and other devices of the school: a new one, and how the others are. */
export function DevicesScreen() {
  const { t } = useLingui();
  const { answer, look } = useDevices();
  return (
    <Page title={t`Devices`}>
      <ConnectTablet />
      <Card
        title={t`Devices of the school`}
        aside={<Button kind="quiet" onPress={look}>{t`Look again`}</Button>}
      >
        <Devices answer={answer} />
      </Card>
    </Page>
  );
}

function Devices({ answer }: { readonly answer: Result<DevicesAnswer, Fault> | null }) {
  const { t } = useLingui();
  const text = useFaultText();
  if (answer === null) return <Skeleton />;
  if (!answer.ok) {
    return <Banner title={t`The list needs the network`}>{text(answer.error)}</Banner>;
  }
  if (answer.value.devices.length === 0) {
    return (
      <EmptyState
        title={t`No devices yet`}
      >{t`Class tablets appear here once they are connected.`}</EmptyState>
    );
  }
  return <DeviceList devices={answer.value.devices} now={answer.value.now} />;
}

function useDevices() {
  const { staff } = useServices();
  const [answer, setAnswer] = useState<Result<DevicesAnswer, Fault> | null>(null);
  const look = useCallback(() => void staff.devices().then(setAnswer), [staff]);
  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [look]);
  return { answer, look };
}
