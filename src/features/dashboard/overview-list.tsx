import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { Overview } from '#domain/reports/overview.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { barOf, Counts, countsText } from './counts.tsx';
import { Seal } from './overview-row.tsx';
import { useStatusNames } from './use-status-names.ts';
import css from './dashboard.module.css';

export interface OverviewListProps {
  readonly overview: Overview;
  readonly onOpen: (unit: UnitId, student: StudentId) => void;
}

/** The same figures under each other, for a narrow screen and for reading in order. */
export function OverviewList({ overview, onOpen }: OverviewListProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const names = useStatusNames();
  return (
    <ul className={css['list']}>
      {overview.rows.map(({ student, cells, needsHelp }) => (
        <li key={student.id}>
          <h2>
            {student.name}
            {needsHelp === 0 ? null : <small>{t`Needs help: ${needsHelp}`}</small>}
          </h2>
          <ul>
            {cells.map((cell, i) => {
              const unit = overview.units[i];
              const title = unit === undefined ? '' : local(unit.title);
              const { done, of, counts, seal } = cell;
              return (
                <li key={cell.unit}>
                  <Press
                    onPress={() => onOpen(cell.unit, student.id)}
                    className={css['listed'] ?? ''}
                    style={barOf(cell)}
                  >
                    <span className="visually-hidden">
                      {`${title}: ${t`${done} of ${of} done`}. ${countsText(counts, names)}`}
                    </span>
                    <span className={css['listedUnit']} aria-hidden>
                      {title}
                      <strong className={css['numeral']}>
                        {of === 0 ? '–' : `${done}/${of}`}
                        {seal?.met === true ? <Seal /> : null}
                      </strong>
                    </span>
                    <Counts counts={counts} />
                  </Press>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
