import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useQuietTablets } from './use-quiet-tablets.ts';
import css from './dashboard.module.css';

export interface FreshnessProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
}

/** How fresh the figures are, and which tablets may hold more. */
export function Freshness({ group, snapshot }: FreshnessProps) {
  const { t } = useLingui();
  const { unsent } = useLive(useServices().safety);
  const format = useFormatters(snapshot.school()?.timeZone);
  const quiet = useQuietTablets(group);
  const now = useSchoolNow();
  const { pulledAt, dayOf } = snapshot;
  const isToday = pulledAt !== null && dayOf(pulledAt) === dayOf(now);
  const upTo = pulledAt === null ? '' : isToday ? format.time(pulledAt) : format.dayTime(pulledAt);
  return (
    <p className={css['fresh']}>
      <span>
        {pulledAt === null ? t`Nothing came from the school yet` : t`Results up to ${upTo}`}
      </span>
      {unsent === 0 ? null : (
        <span>
          {plural(unsent, {
            one: 'with # from this tablet that is not sent yet',
            other: 'with # from this tablet that are not sent yet',
          })}
        </span>
      )}
      {quiet.length === 0 ? null : (
        <span
          className={css['quiet']}
        >{t`Not heard from since yesterday: ${format.list(quiet)}`}</span>
      )}
    </p>
  );
}
