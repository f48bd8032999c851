import LogOut from 'lucide-react/icons/log-out';
import { useLingui } from '@lingui/react/macro';
import type { StudentId } from '#domain/model/ids.ts';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { useVoice } from '#state/use-voice.ts';
import { Button } from '#ui/controls/button.tsx';
import { NoVoice } from '#ui/feedback/no-voice.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { FirstCard } from './first-card.tsx';
import { LookCard } from './look-card.tsx';
import type { MyObjective, MyObjectives } from './my-objectives.ts';
import css from './my-work.module.css';
import { ObjectiveList } from './objective-list.tsx';
import { OpenCheckCard } from './open-check-card.tsx';
import { SureCard } from './sure-card.tsx';

export interface MyShelfProps {
  readonly snapshot: Snapshot;
  readonly student: StudentId;
  readonly mine: MyObjectives;
  /** How many short questions a look at what lasted has, one that was begun too; 0 = nothing is due. */
  readonly looks: number;
  /** The school's calendar day today. */
  readonly today: string;
  /** The check of this child that is open on this device; it is carried on or stopped before another begins. */
  readonly open: CheckDraft | null;
  readonly onChoose: (mine: MyObjective) => void;
  readonly onLeave: () => void;
}

/** So many of what comes next are in sight at once: enough to see where it goes. */
const NEXT_SHOWN = 3;

/** One primary card, then what I am learning, what comes next, and what I can do. No rank, no points, nobody else. */
export function MyShelf(props: MyShelfProps) {
  const { snapshot, student, mine, looks, today, open, onLeave } = props;
  const { t } = useLingui();
  const read = useVoice(useLanguage());
  const body = snapshot.student(student);
  const name = body?.name ?? '';
  const onChoose = open === null ? props.onChoose : null;
  // The check that is open is carried on; it is not offered a second time.
  const offered = mine.offered.filter(({ objective }) => objective.id !== open?.objective);
  const first = offered[0] ?? (open === null ? mine.first : null);
  // What stands above is not listed a second time.
  const above = new Set([first, ...offered].map((one) => one?.objective.id));
  const below = (list: readonly MyObjective[]): readonly MyObjective[] =>
    list.filter(({ objective }) => !above.has(objective.id));
  const nothing = mine.learning.length + mine.next.length + mine.can.length === 0;
  return (
    <StudentShell
      headStart={
        <div className={css['who']}>
          <Avatar id={body?.avatar ?? ''} name={name} size="m" />
          <strong>{name}</strong>
        </div>
      }
      headEnd={
        <Button kind="quiet" size="l" icon={<LogOut />} onPress={onLeave}>
          {t`I am done`}
        </Button>
      }
    >
      <h1 className="visually-hidden">{t`My work`}</h1>
      {read === null && body?.supports?.includes('read-aloud') === true ? <NoVoice /> : null}
      {open === null ? null : <OpenCheckCard draft={open} snapshot={snapshot} />}
      {first === null ? null : (
        <FirstCard mine={first} isOffered={offered.length > 0} onChoose={onChoose} read={read} />
      )}
      <ObjectiveList
        title={t`Your teacher has these for you too`}
        all={offered.slice(1)}
        onChoose={onChoose}
        read={read}
      />
      {open === null && looks > 0 ? (
        <LookCard student={student} count={looks} today={today} read={read} />
      ) : null}
      {nothing && first === null ? (
        <EmptyState title={t`What you learn will be here`}>
          {t`Your teacher chooses what the class works on.`}
        </EmptyState>
      ) : null}
      <div className={css['lists']}>
        <ObjectiveList
          title={t`I am learning`}
          all={below(mine.learning)}
          onChoose={onChoose}
          read={read}
        />
        <ObjectiveList
          title={t`What comes next`}
          all={below(mine.next)}
          onChoose={onChoose}
          read={read}
          shown={NEXT_SHOWN}
        />
        <ObjectiveList
          title={t`I can do this`}
          all={below(mine.can)}
          onChoose={onChoose}
          read={read}
        />
      </div>
      <SureCard student={student} snapshot={snapshot} />
    </StudentShell>
  );
}
