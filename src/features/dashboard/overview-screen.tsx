import { useMemo, useState } from 'react';
import LayoutList from 'lucide-react/icons/layout-list';
import Printer from 'lucide-react/icons/printer';
import Table2 from 'lucide-react/icons/table-2';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'wouter';
import { overview as makeOverview } from '#domain/reports/overview.ts';
import type { SortBy } from '#domain/reports/sort-students.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import { Button } from '#ui/controls/button.tsx';
import { SegmentedControl } from '#ui/controls/segmented-control.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Page } from '#ui/layout/page.tsx';
import { StatusLegend } from '#ui/status/status-legend.tsx';
import { SortChoice } from './board-controls.tsx';
import { Freshness } from './freshness.tsx';
import { NothingToShow } from './nothing-to-show.tsx';
import { OverviewList } from './overview-list.tsx';
import { OverviewTable } from './overview-table.tsx';
import { useSteady } from './use-steady.ts';
import { useClass, useProgress, type ClassOnBoard, type CourseInUse } from './use-class.ts';
import css from './dashboard.module.css';

/** `/groups/:group/overview/:course?`: students by units. */
export function OverviewScreen() {
  const params = useParams<{ group: string; course?: string }>();
  const group = useClass(params.group);
  const { courses, students, snapshot } = group;
  if (!snapshot.loaded) return null;
  const inUse = courses.find(({ course }) => course.id === params.course) ?? courses[0];
  if (group.name === undefined || students.length === 0 || inUse === undefined) {
    return <NothingToShow group={group} />;
  }
  return <ClassOverview group={group} inUse={inUse} />;
}

type View = 'table' | 'list';

interface ClassOverviewProps {
  readonly group: ClassOnBoard;
  readonly inUse: CourseInUse;
}

function ClassOverview({ group, inUse }: ClassOverviewProps) {
  const { t, i18n } = useLingui();
  const [, navigate] = useLocation();
  const [sort, setSort] = useState<SortBy>('name');
  const [view, setView] = useState<View>(() =>
    matchMedia('(max-width: 44rem)').matches ? 'list' : 'table',
  );
  const { course } = inUse;
  const units = useSteady(inUse.units, String);
  const { id, name = '', snapshot } = group;
  const students = useSteady(group.students, (one) => `${one.id} ${one.name}`);
  const progress = useProgress(snapshot, students, course.id);
  const shown = useMemo(
    () =>
      makeOverview({ students, course, unitsInUse: units, progress, sort, locale: i18n.locale }),
    [students, course, units, progress, sort, i18n.locale],
  );
  const open = (unit: UnitId, student: StudentId | null): void =>
    navigate(
      `/groups/${id}/objectives/${course.id}/${unit}${student === null ? '' : `?student=${student}`}`,
    );
  return (
    <Page
      title={t`Overview`}
      lead={<Freshness group={id} snapshot={snapshot} />}
      width="full"
      className={css['page'] ?? ''}
      actions={
        <Button icon={<Printer />} className="no-print" onPress={() => window.print()}>
          {t`Print`}
        </Button>
      }
    >
      <p className="print-only">{name}</p>
      <Controls
        group={group}
        inUse={inUse}
        sort={sort}
        onSort={setSort}
        view={view}
        onView={setView}
      />
      {view === 'table' ? (
        <OverviewTable
          overview={shown}
          course={course}
          progress={progress}
          label={t`Overview of ${name}`}
          onOpen={open}
        />
      ) : (
        <OverviewList overview={shown} onOpen={open} />
      )}
      <StatusLegend />
    </Page>
  );
}

interface ControlsProps extends ClassOverviewProps {
  readonly sort: SortBy;
  readonly onSort: (sort: SortBy) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
}

function Controls({ group, inUse, sort, onSort, view, onView }: ControlsProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const [, navigate] = useLocation();
  const { id, courses } = group;
  return (
    <div className={css['controls']}>
      {courses.length < 2 ? (
        <h2>{local(inUse.course.title)}</h2>
      ) : (
        <SegmentedControl
          label={t`Course`}
          labelShown
          options={courses.map(({ course }) => ({ id: course.id, label: local(course.title) }))}
          value={inUse.course.id}
          onChange={(course) => navigate(`/groups/${id}/overview/${course}`, { replace: true })}
        />
      )}
      <div className={css['choice']}>
        <SortChoice sort={sort} onSort={onSort} />
      </div>
      <SegmentedControl<View>
        label={t`View`}
        labelShown
        options={[
          { id: 'table', label: t`Table`, icon: <Table2 aria-hidden /> },
          { id: 'list', label: t`List`, icon: <LayoutList aria-hidden /> },
        ]}
        value={view}
        onChange={onView}
      />
    </div>
  );
}
