import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'wouter';
import { standingOffers } from '#domain/mastery/offers.ts';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { EmptyGroup } from '#ui/layout/empty-group.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import css from './class-checks.module.css';
import { LiveLine } from './live-line.tsx';
import { liveRows } from './live-rows.ts';
import { usePresence, type PresenceNow } from './use-presence.ts';

/** `/groups/:group/checks/live`: who of the group is at which question, while there is a network. */
export function LiveScreen() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const params = useParams<{ group: string }>();
  const group = asId<GroupId>(params.group);
  const snapshot = useLive(useServices().snapshot);
  const presence = usePresence(group);
  const now = useSchoolNow();
  const timeZone = snapshot.school()?.timeZone;
  const body = snapshot.group(group);
  if (body === undefined)
    return snapshot.loaded ? <NoGroup onGroups={() => navigate('/groups')} /> : null;
  const offers = standingOffers(snapshot.offers(group), now, snapshot.dayOf);
  const rows = liveRows(snapshot, group, offers, presence.heard);
  return (
    <Page title={t`${body.name} at work`} lead={<AsOf presence={presence} timeZone={timeZone} />}>
      <NotSeen presence={presence} timeZone={timeZone} />
      {rows.length === 0 ? (
        <EmptyGroup onAdd={() => navigate(`/groups/${group}`)}>
          {t`Who is at work is shown here.`}
        </EmptyGroup>
      ) : (
        <ul className={css['live']} aria-label={t`Children at work`}>
          {rows.map((row) => (
            <LiveLine key={row.id} row={row} snapshot={snapshot} />
          ))}
        </ul>
      )}
    </Page>
  );
}

/** How fresh it is. */
function AsOf({ presence: { fault, asOf }, timeZone }: NotSeenProps) {
  const { t } = useLingui();
  const format = useFormatters(timeZone);
  if (fault !== null) return t`What this device knows`;
  return asOf === null
    ? t`Asking who is at work`
    : t`As of ${format.time(asOf)}: each question shows up some seconds after it was answered`;
}

interface NotSeenProps {
  readonly presence: PresenceNow;
  readonly timeZone: string | undefined;
}

/** What cannot be seen while nothing answers. */
function NotSeen({ presence: { fault, asOf }, timeZone }: NotSeenProps) {
  const { t } = useLingui();
  const text = useFaultText();
  const format = useFormatters(timeZone);
  if (fault === null) return null;
  if (fault.code !== 'unreachable' && fault.code !== 'not-an-answer')
    return (
      <Banner live="status" tone="amber" title={t`Who is at work cannot be seen now`}>
        {text(fault)}
      </Banner>
    );
  return (
    <Banner
      live="status"
      title={
        asOf === null ? t`Not connected to the school` : t`Not connected since ${format.time(asOf)}`
      }
    >
      {t`Who is at which question is not seen now. Results on this device are shown; those of other tablets come when both are connected again. The children work on all the same.`}
    </Banner>
  );
}
