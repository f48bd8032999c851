import Check from 'lucide-react/icons/check';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import type { GroupId } from '#domain/model/ids.ts';
import type { AcceptReason } from '#domain/reports/to-accept.ts';
import type { Snapshot } from '#data/services.ts';
import { useMay } from '#state/use-may.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { acceptables, type Acceptable } from './acceptables.ts';
import css from './today.module.css';
import { useAccept, type Accepted } from './use-accept.ts';
import { useRowsChange, type SteadyRows } from './use-steady-rows.ts';

const SHOWN = 4;

export interface AcceptListProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly steady: SteadyRows;
  /** Says what was done, with a way back where there is one. */
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** Accurate attempts that wait for a word of the teacher: one tap accepts, one leaves the evidence as it is. */
export function AcceptList({ group, snapshot, steady, onSaid }: AcceptListProps) {
  const { t } = useLingui();
  const now = useSchoolNow();
  const mayDecide = useMay('judgement');
  const { fault, act } = useAccept(({ id, what, undo }: Accepted) => {
    const text = {
      accepted: t`Accepted, saved on this tablet`,
      left: t`Left as it is, saved on this tablet`,
      undo: t`Taken back`,
    }[what];
    onSaid(undo === null ? { id, text } : { id, text, onUndo: () => void undo() });
  });
  // A helper does not decide: what they tapped would wait at the school, uncounted.
  const all = mayDecide ? acceptables(snapshot, group, now) : [];
  const shown = all.slice(0, SHOWN).map((one) => ({ one, key: keyOf(one) }));
  const more = all.length - SHOWN;
  useRowsChange(steady, shown.map(({ key }) => key).join());
  if (all.length === 0) return null;
  const title = t`Accurate, to accept`;
  return (
    <section aria-label={`${snapshot.group(group)?.name}: ${title}`} className={css['looks']}>
      <h3>{title}</h3>
      <FaultMessage fault={fault} />
      <ul>
        {shown.map(({ one, key }) => (
          <Row
            key={key}
            {...{ one, group, snapshot }}
            onAct={(what) => steady.act(() => act(one, what))}
          />
        ))}
      </ul>
      {more > 0 ? <p className="soft">{t`${more} more after these.`}</p> : null}
    </section>
  );
}

const keyOf = ({ student, objective }: Acceptable): string => `${student} ${objective.id}`;

interface RowProps extends Pick<AcceptListProps, 'group' | 'snapshot'> {
  readonly one: Acceptable;
  readonly onAct: (what: 'accepted' | 'left') => void;
}

function Row({ one, group, snapshot, onAct }: RowProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const words = useWords();
  const format = useFormatters(snapshot.school()?.timeZone);
  const { student, course, objective, reason, attempt } = one;
  const { correct, of } = attempt.entry;
  const name = snapshot.student(student)?.name ?? '';
  const title = local(objective.title);
  return (
    <li className={css['accept']}>
      <Link
        href={`/groups/${group}/objectives/${course.id}/${objective.unit}?student=${student}`}
        className={css['look'] ?? ''}
      >
        <Avatar id={snapshot.student(student)?.avatar ?? ''} name={name} size="s" />
        <span className={css['lookWords']}>
          <strong>{name}</strong>
          <span className="soft">
            {t`${correct} of ${of} right`} · {words(reason)} · {title} ·{' '}
            {format.day(attempt.moment)}
          </span>
        </span>
      </Link>
      <span className={css['acts']}>
        <Button
          icon={<Check />}
          aria-label={t`Accept: ${name}, ${title}`}
          onPress={() => onAct('accepted')}
        >
          {t`Accept`}
        </Button>
        <Button
          kind="quiet"
          aria-label={t`Leave as it is: ${name}, ${title}`}
          onPress={() => onAct('left')}
        >
          {t`Leave as it is`}
        </Button>
      </span>
    </li>
  );
}

function useWords(): (reason: AcceptReason) => string {
  const { t } = useLingui();
  return (reason) => {
    switch (reason) {
      case 'slower':
        return t`took longer`;
      case 'rapid':
        return t`answered too quickly to read`;
      case 'pauses':
        return t`with many pauses`;
      default:
        return unreachable(reason);
    }
  };
}
