import { Check, LogOut } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { carryOnCheck } from '#state/identified-child.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import type { MyObjective, MyObjectives } from './my-objectives.ts';
import { ObjectiveRow } from './objective-row.tsx';
import css from './student.module.css';
import { questionOf } from './use-open-checks.ts';

const StopDialog = lazy(async () => ({
  default: (await import('./stop-dialog.tsx')).StopDialog,
}));

export interface MyShelfProps {
  readonly snapshot: Snapshot;
  readonly student: StudentId;
  readonly mine: MyObjectives;
  /** The check of this child that is open on this device; it is carried on or stopped before another begins. */
  readonly open: CheckDraft | null;
  readonly onChoose: (mine: MyObjective) => void;
  readonly onLeave: () => void;
}

/** So many of what comes next are in sight at once: enough to see where it goes. */
const NEXT_SHOWN = 3;

/** One primary card, then what I am learning, what comes next, and what I can do. No rank, no points, nobody else. */
export function MyShelf({ snapshot, student, mine, open, onChoose, onLeave }: MyShelfProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const body = snapshot.student(student);
  const name = body?.name ?? '';
  const choose = open === null ? onChoose : null;
  const others = mine.learning.filter((one) => one !== mine.first || open !== null);
  const nothing = mine.learning.length + mine.next.length + mine.can.length === 0;
  return (
    <StudentShell
      headStart={
        <div className={css['hello']}>
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
      {open === null ? null : <OpenCheckCard draft={open} snapshot={snapshot} />}
      {open === null && mine.first !== null ? (
        <FirstCard mine={mine.first} onChoose={onChoose} />
      ) : null}
      {nothing ? (
        <EmptyState title={t`What you learn will be here`}>
          {t`Your teacher chooses what the class works on.`}
        </EmptyState>
      ) : null}
      <div className={css['columns']}>
        <ObjectiveList title={t`I am learning`} all={others} onChoose={choose} />
        <ObjectiveList
          title={t`What comes next`}
          all={mine.next}
          onChoose={choose}
          shown={NEXT_SHOWN}
        />
        {mine.can.length === 0 ? null : (
          <section>
            <h2>{t`I can do this`}</h2>
            <ul className={css['list']}>
              {mine.can.map(({ objective }) => (
                <li key={objective.id} className={css['done']}>
                  <Check aria-hidden />
                  <span>{localText(objective.ican)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </StudentShell>
  );
}

interface FirstCardProps {
  readonly mine: MyObjective;
  readonly onChoose: (mine: MyObjective) => void;
}

function FirstCard({ mine, onChoose }: FirstCardProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  return (
    <Card tone="main" title={mine.status === 'nearly' ? t`Nearly there` : t`Your next check`}>
      <p className={css['ican']}>{localText(mine.objective.ican)}</p>
      <Button kind="primary" size="l" onPress={() => onChoose(mine)}>
        {t`Let's look`}
      </Button>
    </Card>
  );
}

interface ObjectiveListProps {
  readonly title: string;
  readonly all: readonly MyObjective[];
  /** Null while a check is open. */
  readonly onChoose: ((mine: MyObjective) => void) | null;
  /** How many are in sight before "Show all". */
  readonly shown?: number;
}

function ObjectiveList({ title, all, onChoose, shown = 8 }: ObjectiveListProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  if (all.length === 0) return null;
  const inSight = open ? all : all.slice(0, shown);
  return (
    <section className={css['list']}>
      <h2>{title}</h2>
      <ul className={css['list']}>
        {inSight.map((mine) => (
          <li key={mine.objective.id}>
            <ObjectiveRow mine={mine} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {inSight.length < all.length ? (
        <Button kind="quiet" size="l" onPress={() => setOpen(true)}>
          {t`Show all`}
        </Button>
      ) : null}
    </section>
  );
}

interface OpenCheckCardProps {
  readonly draft: CheckDraft;
  readonly snapshot: Snapshot;
}

/** The check that is open: carry on, or stop it for good. */
function OpenCheckCard({ draft, snapshot }: OpenCheckCardProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const services = useServices();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const [notStopped, setNotStopped] = useState(false);
  const question = questionOf(snapshot, draft);
  const objective = snapshot
    .course(draft.course)
    ?.objectives.find(({ id }) => id === draft.objective);
  const carryOn = (): void => {
    carryOnCheck(draft);
    navigate(`/student/${draft.student}/check/${draft.id}`);
  };
  const stop = async (): Promise<void> => {
    setAsking(false);
    const { closeCheck } = await import('#state/check-close.ts');
    const closed = await closeCheck(services, draft);
    setNotStopped(!closed.ok);
  };
  return (
    <Card tone="main" title={t`Carry on where you were?`}>
      {objective === undefined ? null : <p className={css['ican']}>{localText(objective.ican)}</p>}
      <Button kind="primary" size="l" onPress={carryOn}>
        {question === null ? t`Look over the answers` : t`Carry on with question ${question}`}
      </Button>
      <Button kind="quiet" size="l" onPress={() => setAsking(true)}>
        {t`Stop this check`}
      </Button>
      {notStopped ? (
        <p role="alert">{t`It cannot be stopped just now. Your answers are kept on this tablet.`}</p>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          <StopDialog onKeep={() => setAsking(false)} onStop={() => void stop()} />
        </Suspense>
      ) : null}
    </Card>
  );
}
