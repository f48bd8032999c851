import { useState } from 'react';
import Users from 'lucide-react/icons/users';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { membersIn } from '#domain/changes/stamp.ts';
import type { MemberId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { useMay } from '#state/use-may.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { UnreadableNotice } from '#ui/feedback/unreadable-notice.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Snackbar, type SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { ContinueInterview } from './continue-interview.tsx';
import { GroupCard } from './group-card.tsx';
import { QuietDevices } from './quiet-devices.tsx';
import css from './today.module.css';
import { useSteadyRows } from './use-steady-rows.ts';

/** The first screen of staff: what is open, who needs a look, and the way to each group. */
export function TodayScreen() {
  const { t } = useLingui();
  const services = useServices();
  const session = useLive(services.session.current);
  const snapshot = useLive(services.snapshot);
  const unreadableDrafts = useLive(services.safety, (safety) => safety.unreadableDrafts);
  const mayMake = useMay('group.add');
  const now = useSchoolNow();
  const [, navigate] = useLocation();
  const steady = useSteadyRows();
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  const format = useFormatters(snapshot.school()?.timeZone);
  if (session.state !== 'unlocked') return null;
  const groups = ownFirst(snapshot, session.member.id);
  return (
    <Page
      title={t`Today`}
      lead={
        snapshot.pulledAt === null
          ? format.dayLong(now)
          : t`${format.dayLong(now)} · results up to ${format.dayTime(snapshot.pulledAt)}`
      }
    >
      <UnreadableNotice count={unreadableDrafts} />
      <Snackbar message={message} onDismiss={() => setMessage(null)} />
      <QuietDevices />
      {groups.length === 0 && !mayMake ? (
        <EmptyState title={t`No groups yet`} icon={<Users />}>
          {t`Teachers make the groups. Those you work with appear here.`}
        </EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState
          title={t`Begin with your group`}
          icon={<Users />}
          action={
            <Button kind="primary" size="l" onPress={() => navigate('/groups/new')}>
              {t`Make a group`}
            </Button>
          }
        >
          {t`Paste the names of your students. Pictures, secrets and badges are made by themselves.`}
        </EmptyState>
      ) : (
        <>
          <ContinueInterview snapshot={snapshot} />
          <div className={css['groups']}>
            {groups.map(({ id }) => (
              <GroupCard key={id} group={id} {...{ snapshot, steady }} onSaid={setMessage} />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}

/** The groups of the member before those of others; each part by name. */
function ownFirst(snapshot: Snapshot, member: MemberId) {
  const isOwn = (staff: Parameters<typeof membersIn>[0]) => membersIn(staff).includes(member);
  return snapshot
    .groups()
    .toSorted((a, b) => Number(isOwn(b.body.staff)) - Number(isOwn(a.body.staff)));
}
