import { memo } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { OverviewCell, OverviewRow as Row } from '#domain/reports/overview.ts';
import { barOf, Counts, countsText } from './counts.tsx';
import type { StatusNames } from './use-status-names.ts';
import css from './dashboard.module.css';

export interface OverviewRowProps {
  readonly row: Row;
  /** What the row was made from: the row is drawn again when one of these is another. */
  readonly body: ProgressBody | undefined;
  readonly course: Course;
  /** Titles of the units, in the language of the screen. */
  readonly titles: readonly string[];
  readonly names: StatusNames;
}

/** One student. Its cells change only with its progress document. */
export const OverviewRow = memo(StudentRow, isSame);

function isSame(a: OverviewRowProps, b: OverviewRowProps): boolean {
  return (
    a.body === b.body &&
    a.course === b.course &&
    a.names === b.names &&
    a.row.student.name === b.row.student.name &&
    a.titles.join('\n') === b.titles.join('\n')
  );
}

function StudentRow({ row, titles, names }: OverviewRowProps) {
  const { t } = useLingui();
  const { student, cells, needsHelp } = row;
  return (
    <tr data-student={student.id}>
      <th scope="row" className={css['name']}>
        {student.name}
        {needsHelp === 0 ? null : <small>{t`Needs help: ${needsHelp}`}</small>}
      </th>
      {cells.map((cell, i) => (
        <UnitCell
          key={cell.unit}
          cell={cell}
          label={`${student.name}, ${titles[i] ?? ''}`}
          names={names}
        />
      ))}
    </tr>
  );
}

interface UnitCellProps {
  readonly cell: OverviewCell;
  readonly label: string;
  readonly names: StatusNames;
}

function UnitCell({ cell, label, names }: UnitCellProps) {
  const { t } = useLingui();
  const { counts, done, of, seal, unit } = cell;
  const reached = seal?.met === true ? `${t`Unit reached`}. ` : '';
  return (
    <td data-cell data-unit={unit} tabIndex={-1} className={css['unit']} style={barOf(cell)}>
      <span className="visually-hidden">
        {`${label}: ${t`${done} of ${of} done`}. ${reached}${countsText(counts, names)}`}
      </span>
      <span className={css['numeral']} aria-hidden>
        {of === 0 ? '–' : `${done}/${of}`}
        {seal?.met === true ? <Seal /> : null}
      </span>
      <Counts counts={counts} />
    </td>
  );
}

/** The seal of a unit: its own rule is met. */
export function Seal() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={css['seal'] ?? ''}>
      <path
        d="M12 1.5 15 4l3.8-.3.7 3.8 3 2.4-1.6 3.5 1 3.7-3.6 1.3-1.9 3.3-3.4-1.5-3.4 1.5-1.9-3.3-3.6-1.3 1-3.7L2.5 9.9l3-2.4.7-3.8L10 4Z"
        fill="currentColor"
      />
      <path d="m7.5 12.2 3 3 6-6.4" fill="none" stroke="var(--surface)" strokeWidth="2.4" />
    </svg>
  );
}
