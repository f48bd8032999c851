import { useEffect, useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { Fault } from '#domain/kernel/result.ts';
import { liveCell } from '#data/live.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { RescueButton } from '#ui/feedback/rescue-button.tsx';
import { UnreadableNotice } from '#ui/feedback/unreadable-notice.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import css from './leaving.module.css';

/** Why the last try ended. Kept outside of the screen: while it ran, another screen stood here. */
const lastFault = liveCell<Fault | null>(null);

/** Before a device is left: what will happen, and what is on it now. */
export function LeaveScreen() {
  const { t } = useLingui();
  const { session, leaving } = useServices();
  const [, navigate] = useLocation();
  const current = useLive(session.current);
  const [busy, setBusy] = useState(false);
  const fault = useLive(lastFault);
  useEffect(() => () => lastFault.set(null), []);
  if (!('device' in current)) return null;
  const onTablet = current.device.kind === 'class-tablet';
  const leave = async () => {
    setBusy(true);
    lastFault.set(null);
    const result = await leaving.leave();
    setBusy(false);
    // Somebody who stopped it knows that.
    if (!result.ok && result.error.code !== 'stopped') lastFault.set(result.error);
  };
  return (
    <Page
      width="reading"
      title={onTablet ? t`Give this tablet back` : t`Sign out on this device`}
      lead={current.device.name}
    >
      <Card title={t`What happens now`}>
        <Stack gap={5}>
          <ol className={css['plan']}>
            <li>{t`Checks that are still running are closed. Their answers are kept, and they do not count.`}</li>
            <li>{t`Everything that is on this device is sent to the school. That needs the network.`}</li>
            <li>{t`It waits until the school has everything safely.`}</li>
            <li>
              {onTablet
                ? t`Only then the names, the results and the badges are erased from this tablet.`
                : t`Only then the names, the results and your sign-in are erased from this device.`}
            </li>
          </ol>
          <OnDevice />
          <Unreadable />
          <p>{t`You can stop at any time before the last step, and nothing is lost.`}</p>
          <FaultMessage fault={fault} />
          <Row>
            <Button kind="danger" size="l" isDisabled={busy} onPress={() => void leave()}>
              {t`Send everything, then erase`}
            </Button>
            <Button size="l" isDisabled={busy} onPress={() => navigate('/settings')}>
              {t`Not now`}
            </Button>
          </Row>
        </Stack>
      </Card>
    </Page>
  );
}

/** What cannot be read cannot be sent either: it has to be saved before it is erased. */
function Unreadable() {
  const { safety, rescue } = useServices();
  const { unreadableDrafts } = useLive(safety);
  if (unreadableDrafts === 0) return null;
  return (
    <>
      <UnreadableNotice count={unreadableDrafts} />
      <RescueButton make={rescue.make} />
    </>
  );
}

/** What is on the device at this moment. */
function OnDevice() {
  const { t } = useLingui();
  const { unsent, openDrafts } = useLive(useServices().safety);
  const results = plural(unsent, {
    one: '# result is not with the school yet',
    other: '# results are not with the school yet',
  });
  const checks = plural(openDrafts, {
    one: '# check is still running',
    other: '# checks are still running',
  });
  return (
    <ul className={css['now']} aria-label={t`On this device now`}>
      <li>{unsent === 0 ? t`Every result is with the school` : results}</li>
      <li>{openDrafts === 0 ? t`No check is running` : checks}</li>
    </ul>
  );
}
