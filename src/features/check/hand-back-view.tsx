import { useMemo } from 'react';
import { useLingui } from '@lingui/react/macro';
import { frontier } from '#domain/mastery/frontier.ts';
import type { Objective } from '#domain/model/course.ts';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { SafetyLine } from '#ui/sync/safety-line.tsx';
import css from './check.module.css';
import { NoVoiceNote, ReadAloud } from './read-to-me.tsx';
import type { OpenedCheck } from './use-running-check.ts';

export interface HandBackViewProps {
  readonly opened: Pick<OpenedCheck, 'isRead' | 'directionsOnly' | 'draft'>;
  readonly isMet: boolean;
  readonly onPractice: () => void;
  readonly onMyWork: () => void;
  readonly onDone: () => void;
}

/** The end: what comes next, and the tablet goes to the next child. */
export function HandBackView(props: HandBackViewProps) {
  const { opened, isMet, onPractice, onMyWork, onDone } = props;
  const { t } = useLingui();
  const localText = useLocalText();
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const { state, unsent, aside } = useLive(services.safety);
  const next = useMemo(() => whatIsNext(snapshot, opened.draft), [snapshot, opened.draft]);
  const [title, nextTitle] = [t`All done!`, t`What comes next`];
  const lead = t`Give the tablet to the next child, or to your teacher.`;
  const nextLines = next === null ? [] : [nextTitle, localText(next.ican)];
  return (
    <StudentShell
      centred
      headEnd={opened.isRead ? <ReadAloud lines={[title, ...nextLines, lead]} /> : undefined}
      foot={
        <div className={css['end']}>
          <Button kind="primary" size="xl" wide onPress={onDone}>{t`I am done`}</Button>
          {isMet ? null : <Button size="l" wide onPress={onPractice}>{t`Practice this`}</Button>}
          <Button kind="quiet" size="l" wide onPress={onMyWork}>{t`Back to my work`}</Button>
          <SafetyLine isSent={state === 'all-sent'} unsent={unsent} notSaved={aside} />
        </div>
      }
    >
      <h1>{title}</h1>
      <NoVoiceNote hearing={opened} />
      {next === null ? null : (
        <Card title={nextTitle} className={css['worked'] ?? ''}>
          <p className={css['next']}>{localText(next.ican)}</p>
        </Card>
      )}
      <p className={css['lead']}>{lead}</p>
    </StudentShell>
  );
}

/** The first open objective of the same unit, else of the course; not the one that was just checked. */
function whatIsNext(
  snapshot: Snapshot,
  { student, course: id, objective }: CheckDraft,
): Objective | null {
  const course = snapshot.course(id);
  if (course === undefined) return null;
  const records = snapshot.recordsOf(student);
  const units = new Set(
    snapshot
      .groups()
      .filter(({ body }) => records.some((record) => body.students[record]?.on === true))
      .flatMap((group) => snapshot.use(group.id)?.courses[id]?.units ?? []),
  );
  const unit = course.objectives.find((one) => one.id === objective)?.unit;
  const open = frontier(course, snapshot.progress(student, id), [...units])
    .flatMap((position) => course.objectives[position] ?? [])
    .filter((one) => one.id !== objective);
  return open.find((one) => one.unit === unit) ?? open[0] ?? null;
}
