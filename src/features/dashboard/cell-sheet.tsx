import { lazy, startTransition, useState, type ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { addressKey } from '#domain/mastery/digest.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { DEFAULT_RETENTION, retentionDue } from '#domain/mastery/retention.ts';
import type { Course } from '#domain/model/course.ts';
import type { Decision, Mark } from '#domain/model/event.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Flag } from '#domain/model/status.ts';
import { explain, explainProgress } from '#domain/rules/explain.ts';
import type { Snapshot } from '#data/services.ts';
import { useMay } from '#state/use-may.ts';
import { MarkBar } from '#ui/answer/mark-bar.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { BottomSheet } from '#ui/layout/dialog.tsx';
import { StatusTag } from '#ui/status/status-glyph.tsx';
import { DecideForm } from './decide-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { SureLine } from './sure-line.tsx';
import { useFlagText } from './use-flag-text.ts';
import type { CellTarget, ObjectiveActs } from './use-objective-acts.ts';
import css from './board.module.css';

/** It makes the form of a check again: the grid does without what that needs. */
const AttemptSheet = lazy(async () => ({
  default: (await import('./attempt-sheet.tsx')).AttemptSheet,
}));

export interface CellSheetProps {
  readonly student: StudentId;
  readonly position: number;
  readonly course: Course;
  readonly snapshot: Snapshot;
  readonly acts: ObjectiveActs;
  readonly onClose: () => void;
  /** What can be done about the child's next check. */
  readonly children?: ReactNode;
}

const MARKS: Readonly<Record<'got-it' | 'not-yet', Mark>> = {
  'got-it': { type: 'met' },
  'not-yet': { type: 'not-yet' },
};

/** One student at one objective: the status and why, what was shown, and the marks one tap away. */
export function CellSheet(props: CellSheetProps) {
  const { student, position, course, snapshot, acts, onClose, children } = props;
  const { t, i18n } = useLingui();
  const local = useLocalText();
  const flagText = useFlagText();
  const [mayMark, mayDecide] = [useMay('interview.mark'), useMay('judgement')];
  const [opened, setOpened] = useState<string | null>(null);
  const objective = course.objectives[position];
  const body = snapshot.progress(student, course.id);
  const progress = objectiveProgress(course, body, position, snapshot.dayOf);
  const now = useSchoolNow();
  const timeZone = snapshot.school()?.timeZone;
  const format = useFormatters(timeZone);
  if (objective === undefined || progress === null) return null;
  const language = i18n.locale === 'es' ? 'es' : 'en';
  const { status, evaluation, masteredAt, decidedBy, outcomes } = progress;
  const schedule = snapshot.school()?.retention ?? DEFAULT_RETENTION;
  const isDue = retentionDue(progress, schedule, now, snapshot.dayOf) !== null;
  const flags: readonly Flag[] = isDue ? [...progress.flags, 'retention-due'] : progress.flags;
  const target: CellTarget = {
    student,
    course,
    position,
    objective,
    status,
    decided: decidedBy?.decision ?? 'none',
  };
  const decide = (decision: Decision, reason: string) => void acts.decide(target, decision, reason);
  const attempt = outcomes.find(({ address }) => addressKey(address) === opened);
  if (attempt !== undefined) {
    const back = (): void => setOpened(null);
    return <AttemptSheet {...{ target, attempt, snapshot, acts, onClose }} onBack={back} />;
  }
  return (
    <BottomSheet
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={
        <>
          {snapshot.student(student)?.name}
          <span className={css['subtitle']}>{local(objective.title)}</span>
        </>
      }
      actions={
        mayMark || acts.fault !== null ? (
          <div className={css['marks']}>
            {acts.fault === null ? null : (
              <p className={css['notSaved']}>{t`This was NOT saved. Tap again.`}</p>
            )}
            <FaultMessage fault={acts.fault} />
            {mayMark ? <MarkBar onMark={(mark) => void acts.mark(target, MARKS[mark])} /> : null}
          </div>
        ) : undefined
      }
    >
      <div className={css['now']}>
        <StatusTag status={status} />
        <span>{explainProgress(objective.rule, evaluation, language)}</span>
        <span className="soft">{explain(objective.rule, language)}</span>
        {masteredAt === null ? null : (
          <span className="soft">{t`Mastered since ${format.day(masteredAt)}`}</span>
        )}
      </div>
      {flags.length === 0 ? null : (
        <ul className={css['flags']}>
          {flags.map((flag) => (
            <li key={flag}>{flagText(flag)}</li>
          ))}
        </ul>
      )}
      {children}
      <section>
        <h3>{t`What was shown`}</h3>
        <EvidenceList
          objective={objective}
          outcomes={outcomes}
          pending={snapshot.pending()}
          timeZone={timeZone}
          // The sheet stays until what is opened is there.
          onOpen={({ address }) => startTransition(() => setOpened(addressKey(address)))}
        />
        <SureLine student={student} snapshot={snapshot} />
      </section>
      {mayDecide ? (
        <DecideForm progress={progress} besideMarks={mayMark} onDecide={decide} />
      ) : null}
    </BottomSheet>
  );
}
