import { ChevronRight } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { GroupId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { needsALook, type LookReason } from './needs-a-look.ts';
import css from './today.module.css';

const SHOWN = 5;

export interface LookListProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
}

/** Who needs a look, five at most: each leads to the unit's board. */
export function LookList({ group, snapshot }: LookListProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const words = useReasonWords();
  const looks = needsALook(snapshot, group);
  if (looks.length === 0) return null;
  const more = looks.length - SHOWN;
  return (
    <section aria-label={t`Who needs a look`} className={css['looks']}>
      <h3>{t`Who needs a look`}</h3>
      <ul>
        {looks.slice(0, SHOWN).map(({ reason, student, course, objective }) => (
          <li key={`${student} ${objective.id}`}>
            <Link
              href={`/groups/${group}/objectives/${course.id}/${objective.unit}`}
              className={css['look'] ?? ''}
            >
              <Avatar
                id={snapshot.student(student)?.avatar ?? ''}
                name={snapshot.student(student)?.name ?? ''}
                size="s"
              />
              <span className={css['lookWords']}>
                <strong>{snapshot.student(student)?.name}</strong>
                <span className="soft">
                  {words(reason)} · {local(objective.title)}
                </span>
              </span>
              <ChevronRight aria-hidden className={css['chevron']} />
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="soft">{t`${more} more in the overview.`}</p> : null}
    </section>
  );
}

function useReasonWords(): (reason: LookReason) => string {
  const { t } = useLingui();
  return (reason) => {
    switch (reason) {
      case 'waiting':
        return t`Waits for your look`;
      case 'two-views':
        return t`Two views`;
      case 'needs-help':
        return t`Needs help`;
    }
  };
}
