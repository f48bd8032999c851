import { useMemo, useState } from 'react';
import Printer from 'lucide-react/icons/printer';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams, useSearch } from 'wouter';
import { asId, type StudentId, type UnitId } from '#domain/model/ids.ts';
import { objectiveBoard } from '#domain/reports/objective-board.ts';
import type { SortBy } from '#domain/reports/sort-students.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Page } from '#ui/layout/page.tsx';
import { Snackbar, type SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { StatusLegend } from '#ui/status/status-legend.tsx';
import { SortChoice } from './board-controls.tsx';
import { BoardTable } from './board-table.tsx';
import { CellSheet } from './cell-sheet.tsx';
import { FlagLegend } from './flag-legend.tsx';
import { Freshness } from './freshness.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { ObjectiveSheet } from './objective-sheet.tsx';
import { SignalActs } from './signal-acts.tsx';
import { useClass, useProgress, type ClassOnBoard, type CourseInUse } from './use-class.ts';
import { useDue } from './use-due.ts';
import { useSteady } from './use-steady.ts';
import { useObjectiveActs, type Done } from './use-objective-acts.ts';
import css from './dashboard.module.css';

type Params = Record<'group' | 'course' | 'unit', string>;

/** `/groups/:group/objectives/:course/:unit`: students by the objectives of one unit. `?student=` is brought into sight. */
export function ObjectiveBoardScreen() {
  const params = useParams<Params>();
  const group = useClass(params.group);
  const { courses, students, snapshot } = group;
  if (!snapshot.loaded) return null;
  const inUse = courses.find(({ course }) => course.id === params.course);
  const unit = inUse?.units.find((id) => id === params.unit);
  if (
    group.name === undefined ||
    students.length === 0 ||
    inUse === undefined ||
    unit === undefined
  ) {
    return <NothingToShow group={group} />;
  }
  return <UnitBoard key={`${inUse.course.id} ${unit}`} group={group} inUse={inUse} unit={unit} />;
}

interface UnitBoardProps {
  readonly group: ClassOnBoard;
  readonly inUse: CourseInUse;
  readonly unit: UnitId;
}

/** A cell, or the head of a column. */
interface Opened {
  readonly position: number;
  readonly student: StudentId | null;
}

function UnitBoard({ group, inUse, unit }: UnitBoardProps) {
  const { t, i18n } = useLingui();
  const local = useLocalText();
  const search = useSearch();
  const [, navigate] = useLocation();
  const [sort, setSort] = useState<SortBy>('name');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { message, say, dismiss } = useSaid(() => setOpened(null));
  const acts = useObjectiveActs(say);
  const { course } = inUse;
  const { id, name = '', snapshot } = group;
  const students = useSteady(group.students, (one) => `${one.id} ${one.name}`);
  const progress = useProgress(snapshot, students, course.id);
  const due = useDue(snapshot, course, unit, progress);
  const board = useMemo(
    () => objectiveBoard({ students, course, unit, progress, due, sort, locale: i18n.locale }),
    [students, course, unit, progress, due, sort, i18n.locale],
  );
  const lookAt = new URLSearchParams(search).get('student');
  const title = course.units.find((one) => one.id === unit)?.title;
  const close = (): void => {
    acts.clearFault();
    setOpened(null);
  };
  return (
    <Page
      title={title === undefined ? '' : local(title)}
      lead={<Freshness group={id} snapshot={snapshot} />}
      width="full"
      className={css['page'] ?? ''}
      actions={
        <Button icon={<Printer />} className="no-print" onPress={() => window.print()}>
          {t`Print`}
        </Button>
      }
    >
      <Snackbar message={message} onDismiss={dismiss} />
      <p className="print-only">{`${name} · ${local(course.title)}`}</p>
      <div className={css['controls']}>
        <UnitChoice group={id} inUse={inUse} unit={unit} />
        <div className={css['choice']}>
          <SortChoice sort={sort} onSort={setSort} />
        </div>
      </div>
      <BoardTable
        board={board}
        course={course}
        progress={progress}
        due={due}
        label={t`Objectives of ${name}`}
        lookAt={lookAt === null ? null : asId<StudentId>(lookAt)}
        onOpen={(position, student) => setOpened({ position, student })}
      />
      <StatusLegend />
      <FlagLegend board={board} />
      {opened === null ? null : opened.student === null ? (
        <ObjectiveSheet
          group={id}
          board={board}
          course={course}
          snapshot={snapshot}
          position={opened.position}
          onClose={close}
          onStart={(objective) =>
            navigate(`/groups/${id}/checks?course=${course.id}&objective=${objective}`)
          }
        />
      ) : (
        <CellSheet
          student={opened.student}
          position={opened.position}
          course={course}
          snapshot={snapshot}
          acts={acts}
          onClose={close}
        >
          <SignalActs
            group={id}
            student={opened.student}
            course={course}
            position={opened.position}
            snapshot={snapshot}
            onDone={say}
          />
        </CellSheet>
      )}
    </Page>
  );
}

/** What was just saved, with the way back. */
function useSaid(onSaved: () => void) {
  const { t } = useLingui();
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  const say = ({ id, what, undo }: Done): void => {
    const texts = {
      mark: t`Saved on this tablet`,
      decision: t`Decision saved on this tablet`,
      offer: t`The check is started for this child`,
      allow: t`The child may try again now`,
      talked: t`Taken off the list`,
      aside: t`Set aside, saved on this tablet`,
      restored: t`Counts again, saved on this tablet`,
      undo: t`Taken back`,
    };
    const text = texts[what];
    setMessage(undo === null ? { id, text } : { id, text, onUndo: () => void undo() });
    onSaved();
  };
  return { message, say, dismiss: () => setMessage(null) };
}

interface UnitChoiceProps {
  readonly group: string;
  readonly inUse: CourseInUse;
  readonly unit: UnitId;
}

function UnitChoice({ group, inUse: { course, units }, unit }: UnitChoiceProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const [, navigate] = useLocation();
  if (units.length < 2) return null;
  return (
    <div className={css['choice']}>
      <Select
        label={t`Unit`}
        options={course.units
          .filter(({ id }) => units.includes(id))
          .map(({ id, title }) => ({ id, label: local(title) }))}
        value={unit}
        onChange={(next) =>
          navigate(`/groups/${group}/objectives/${course.id}/${next}`, { replace: true })
        }
      />
    </div>
  );
}
