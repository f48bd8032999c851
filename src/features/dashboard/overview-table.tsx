import type { CSSProperties } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { Overview } from '#domain/reports/overview.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { cx } from '#ui/cx.ts';
import { barOf, Counts, countsText } from './counts.tsx';
import { FooterNumeral, useStudentsDone } from './footer-numeral.tsx';
import { OverviewRow } from './overview-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useStatusNames, type StatusNames } from './use-status-names.ts';
import css from './dashboard.module.css';

export interface OverviewTableProps {
  readonly overview: Overview;
  readonly course: Course;
  readonly progress: ReadonlyMap<StudentId, ProgressBody>;
  /** Name of the table. */
  readonly label: string;
  readonly onOpen: (unit: UnitId, student: StudentId | null) => void;
}

/** Students by units. Every cell opens the objectives of its unit, at its student. */
export function OverviewTable({ overview, course, progress, label, onOpen }: OverviewTableProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const names = useStatusNames();
  const titles = overview.units.map(({ title }) => local(title));
  const grid = useGridKeys(({ dataset, parentElement }) => {
    const unit = overview.units.find(({ id }) => id === dataset['unit'])?.id;
    const student = overview.rows.find(
      (row) => row.student.id === parentElement?.dataset['student'],
    )?.student.id;
    if (unit !== undefined) onOpen(unit, student ?? null);
  });
  // Custom properties are not in the type of React's styles.
  const columns = { '--units': overview.units.length } as CSSProperties;
  return (
    <div className={css['frame']} style={columns}>
      <table {...grid} aria-label={label} className={cx(css['grid'], css['overview'])}>
        <thead>
          <tr>
            <th scope="col" className={css['name']}>
              {t`Student`}
            </th>
            {overview.units.map(({ id, objectives }, i) => (
              <th
                key={id}
                scope="col"
                data-cell
                data-unit={id}
                tabIndex={-1}
                className={css['head']}
              >
                {titles[i]}
                <small>{plural(objectives, { one: '# objective', other: '# objectives' })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.rows.map((row) => (
            <OverviewRow
              key={row.student.id}
              row={row}
              body={progress.get(row.student.id)}
              course={course}
              titles={titles}
              names={names}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={css['name']}>
              {t`Whole group`}
            </th>
            {overview.footers.map((footer, i) => (
              <FooterCell
                key={footer.unit}
                footer={footer}
                label={`${t`Whole group`}, ${titles[i] ?? ''}`}
                names={names}
              />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface FooterCellProps {
  readonly footer: Overview['footers'][number];
  readonly label: string;
  readonly names: StatusNames;
}

/** The class in one unit: how many students have all of it, and every count. */
function FooterCell({ footer, label, names }: FooterCellProps) {
  const done = useStudentsDone()(footer);
  const { counts, unit } = footer;
  return (
    <td data-cell data-unit={unit} tabIndex={-1} className={css['unit']} style={barOf(footer)}>
      <span className="visually-hidden">{`${label}: ${done}. ${countsText(counts, names)}`}</span>
      <span className={css['numeral']} aria-hidden>
        <FooterNumeral footer={footer} />
      </span>
      <Counts counts={counts} />
    </td>
  );
}
