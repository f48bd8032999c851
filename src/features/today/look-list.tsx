import { useState } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import type { GroupId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { LookAct } from './look-act.tsx';
import { needsALook, type Look, type LookReason } from './needs-a-look.ts';
import css from './today.module.css';
import { useRowsChange, type SteadyRows } from './use-steady-rows.ts';

const SHOWN = 5;

export interface LookListProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly steady: SteadyRows;
  /** Says what was done, with a way back where there is one. */
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** Who needs a look, five until all are asked for: each leads to the unit's board; what a child asks for can be answered here. */
export function LookList({ group, snapshot, steady, onSaid }: LookListProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const words = useReasonWords();
  const { number } = useFormatters();
  const [all, setAll] = useState(false);
  const looks = needsALook(snapshot, group);
  const shown = looks
    .slice(0, all ? undefined : SHOWN)
    .map((look) => ({ ...look, key: keyOf(look) }));
  useRowsChange(steady, shown.map(({ key }) => key).join());
  if (looks.length === 0) return null;
  const title = t`Who needs a look`;
  return (
    <section aria-label={`${snapshot.group(group)?.name}: ${title}`} className={css['looks']}>
      <h3>{title}</h3>
      <ul>
        {shown.map(({ key, ...look }) => (
          <li key={key} className={css['lookRow']}>
            <Link
              href={`/groups/${group}/objectives/${look.course.id}/${look.objective.unit}?student=${look.student}`}
              className={css['look'] ?? ''}
            >
              <Avatar
                id={snapshot.student(look.student)?.avatar ?? ''}
                name={snapshot.student(look.student)?.name ?? ''}
                size="s"
              />
              <span className={css['lookWords']}>
                <strong>{snapshot.student(look.student)?.name}</strong>
                <span className="soft">
                  {look.reasons.map(words).join(' · ')} · {local(look.objective.title)}
                </span>
              </span>
              <ChevronRight aria-hidden className={css['chevron']} />
            </Link>
            <LookAct {...{ group, look, snapshot, steady, onSaid }} />
          </li>
        ))}
      </ul>
      {looks.length > SHOWN && !all ? (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {t`Show all ${number(looks.length)}`}
        </Button>
      ) : null}
    </section>
  );
}

const keyOf = ({ student, objective }: Look): string => `${student} ${objective.id}`;

function useReasonWords(): (reason: LookReason) => string {
  const { t } = useLingui();
  return (reason) => {
    switch (reason) {
      case 'waiting':
        return t`Waits for your look`;
      case 'would-like-help':
        return t`Would like help`;
      case 'ready-to-try':
        return t`Ready to try`;
      case 'two-views':
        return t`Two views`;
      case 'needs-help':
        return t`Needs help`;
    }
  };
}
