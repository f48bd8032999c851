import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import type { Safety } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { ClockNotice } from '#ui/feedback/clock-notice.tsx';
import { RescueButton } from '#ui/feedback/rescue-button.tsx';
import { UnreadableNotice } from '#ui/feedback/unreadable-notice.tsx';
import { StorageNotice } from '#ui/feedback/storage-notice.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { BottomSheet } from '#ui/layout/dialog.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { HeldList } from './held-list.tsx';
import css from './sync.module.css';

export interface SyncSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly timeZone: string;
}

/** Where every result is: on this device, at the school, or waiting for a person. */
export function SyncSheet({ isOpen, onOpenChange, timeZone }: SyncSheetProps) {
  const { t } = useLingui();
  const { syncNow } = useServices();
  const [, navigate] = useLocation();
  const seeHeld = () => {
    onOpenChange(false);
    navigate('/devices/held');
  };
  return (
    <BottomSheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t`Where the results are`}
      actions={
        <>
          <Button kind="primary" onPress={syncNow}>{t`Try now`}</Button>
          <Button onPress={() => onOpenChange(false)}>{t`Close`}</Button>
        </>
      }
    >
      <Story timeZone={timeZone} onSeeHeld={seeHeld} />
    </BottomSheet>
  );
}

interface StoryProps {
  readonly timeZone: string;
  readonly onSeeHeld: () => void;
}

function Story({ timeZone, onSeeHeld }: StoryProps) {
  const { t } = useLingui();
  const services = useServices();
  const safety = useLive(services.safety);
  const storage = useLive(services.storage);
  const pulledAt = useLive(services.snapshot, (snapshot) => snapshot.pulledAt);
  const format = useFormatters(timeZone);
  const { unsent, aside, lastSentAt, oldestUnsentAt, openDrafts, held, clockOff, reason } = safety;
  const { unreadableDrafts } = safety;
  const isAllThere = unsent === 0 && aside === 0 && unreadableDrafts === 0 && reason !== 'refused';
  return (
    <Stack gap={5}>
      {aside > 0 ? (
        <NotSaved count={aside} />
      ) : (
        <p role="status" className={css['headline']}>
          <Headline safety={safety} />
        </p>
      )}
      <dl className={css['facts']}>
        <Fact name={aside > 0 ? t`Not sent yet` : t`Saved on this device, not sent yet`}>
          {unsent === 0
            ? t`nothing`
            : oldestUnsentAt === null
              ? format.number(unsent)
              : t`${format.number(unsent)}, the oldest of ${format.dayTime(oldestUnsentAt)}`}
        </Fact>
        {openDrafts === 0 ? null : (
          <Fact name={t`Checks that are still open`}>{format.number(openDrafts)}</Fact>
        )}
        <Fact name={t`Everything was last sent`}>
          {lastSentAt === null ? t`not yet` : format.dayTime(lastSentAt)}
        </Fact>
        <Fact name={t`Results of other devices up to`}>
          {pulledAt === null ? t`not yet` : format.dayTime(pulledAt)}
        </Fact>
      </dl>
      <HeldList held={held} onSee={onSeeHeld} />
      <ClockNotice off={clockOff} />
      <StorageNotice storage={storage} onAsk={services.persist} />
      <UnreadableNotice count={unreadableDrafts} />
      {isAllThere ? null : <RescueButton make={services.rescue.make} />}
      <Banner>
        {t`Marking, checks and all pages of your groups work without a network. Sending begins by itself.`}
      </Banner>
    </Stack>
  );
}

/** The browser could not write: the truth, first and in red. */
function NotSaved({ count }: { readonly count: number }) {
  const { t } = useLingui();
  return (
    <Banner
      tone="red"
      live="alert"
      title={t`${plural(count, { one: '# result is not saved yet. Keep this page open.', other: '# results are not saved yet. Keep this page open.' })}`}
    >
      {t`The browser could not write it and tries again by itself. Make room on the device, or save the results to a file below.`}
    </Banner>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className={css['fact']}>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}

function Headline({ safety: { state, reason, unsent } }: { readonly safety: Safety }): string {
  const { t } = useLingui();
  const saved = t`${plural(unsent, { one: '# result is saved on this device', other: '# results are saved on this device' })}`;
  switch (state) {
    case 'all-sent':
      return t`Everything is with the school.`;
    case 'waiting':
      return t`${saved} and will be sent by itself.`;
    case 'sending':
      return t`Sending to the school now.`;
    case 'offline':
      return unsent === 0 ? t`No connection. Everything works on.` : t`No connection. ${saved}.`;
    case 'busy':
      return unsent === 0
        ? t`The school is busy. It goes on by itself.`
        : t`The school is busy. ${saved}. It goes on by itself.`;
    case 'old':
      return t`${saved} for more than a day. Connect this device to the network soon.`;
    case 'needs-you':
      if (reason === 'refused')
        return t`Some results were not taken in by the school. They stay here; save them to a file below.`;
      return reason === 'credential'
        ? t`The school does not know this device any more. What is saved here stays. Sign in again to send it.`
        : t`Some results wait for a person. They are listed below.`;
    case 'storage-risk':
      return reason === 'almost-full'
        ? t`This device is almost full. Make some room, so that results can be saved.`
        : t`This browser may erase what is saved here when room gets short. Send often, and keep the data (below).`;
    default:
      return unreachable(state);
  }
}
