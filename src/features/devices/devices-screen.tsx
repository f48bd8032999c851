import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
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
import { BringRescue } from './bring-rescue.tsx';
import { ConnectTablet } from './connect-tablet.tsx';
import { DeviceList } from './device-list.tsx';
import { SecondCopyNotice } from './second-copy-notice.tsx';
import { useAsked } from './use-asked.ts';

/** How often the list asks again while it is open, ms. */
const LOOK_EVERY = 30_000;

/** Class tablets and other devices of the school: a new one, and how the others are. */
export function DevicesScreen() {
  const { t } = useLingui();
  const { staff } = useServices();
  const { answer, look } = useAsked(staff.devices, LOOK_EVERY);
  return (
    <Page title={t`Devices`}>
      <ConnectTablet />
      <SecondCopyNotice answer={answer} />
      <HeldNotice answer={answer} />
      <Card
        title={t`Devices of the school`}
        aside={<Button kind="quiet" onPress={look}>{t`Look again`}</Button>}
      >
        <Devices answer={answer} onChanged={look} />
      </Card>
      <BringRescue onBrought={look} />
    </Page>
  );
}

interface DevicesProps {
  readonly answer: Result<DevicesAnswer, Fault> | null;
  readonly onChanged: () => void;
}

function Devices({ answer, onChanged }: DevicesProps) {
  const { t } = useLingui();
  const text = useFaultText();
  if (answer === null) return <Skeleton />;
  if (!answer.ok) {
    return <Banner title={t`The list needs the network`}>{text(answer.error)}</Banner>;
  }
  const { devices, now } = answer.value;
  if (devices.length === 0) {
    return (
      <EmptyState
        title={t`No devices yet`}
      >{t`Class tablets appear here once they are connected.`}</EmptyState>
    );
  }
  return (
    <>
      <p className="soft">{t`As each device said itself when it was last heard.`}</p>
      <DeviceList devices={devices} now={now} onChanged={onChanged} />
    </>
  );
}

/** Entries that do not count yet, of all devices together. */
function HeldNotice({ answer }: Pick<DevicesProps, 'answer'>) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const count =
    answer?.ok === true ? answer.value.devices.reduce((sum, { held }) => sum + held, 0) : 0;
  if (count === 0) return null;
  return (
    <Banner
      tone="amber"
      title={t`${plural(count, { one: '# entry is with the school and does not count yet', other: '# entries are with the school and do not count yet' })}`}
      action={<Button onPress={() => navigate('/devices/held')}>{t`See why`}</Button>}
    >
      {t`Nothing is lost. Each one says what to do.`}
    </Banner>
  );
}
