import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { Overview } from '#domain/reports/overview.ts';
import type { Tally } from '#domain/reports/tally.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { barOf, Counts, countsText } from './counts.tsx';
import { FooterNumeral, useStudentsDone } from './footer-numeral.tsx';
import { Seal } from './overview-row.tsx';
import { useStatusNames } from './use-status-names.ts';
import css from './dashboard.module.css';

export interface OverviewListProps {
  readonly overview: Overview;
  /** `student` null: the whole group. */
  readonly onOpen: (unit: UnitId, student: StudentId | null) => void;
}

/** The same figures under each other, for a narrow screen and for reading in order; the whole group at the end, as in the table. */
export function OverviewList({ overview, onOpen }: OverviewListProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const studentsDone = useStudentsDone();
  const titleAt = (i: number): string => {
    const unit = overview.units[i];
    return unit === undefined ? '' : local(unit.title);
  };
  return (
    <ul className={css['list']}>
      {overview.rows.map(({ student, cells, needsHelp }) => (
        <li key={student.id}>
          <h2>
            {student.name}
            {needsHelp === 0 ? null : <small>{t`Needs help: ${needsHelp}`}</small>}
          </h2>
          <ul>
            {cells.map(({ unit, counts, done, of, seal }, i) => (
              <ListedUnit
                key={unit}
                title={titleAt(i)}
                said={`${t`${done} of ${of} done`}.${seal?.met === true ? ` ${t`Unit reached`}.` : ''}`}
                counts={counts}
                onPress={() => onOpen(unit, student.id)}
              >
                {of === 0 ? '–' : `${done}/${of}`}
                {seal?.met === true ? <Seal /> : null}
              </ListedUnit>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <h2>{t`Whole group`}</h2>
        <ul>
          {overview.footers.map((footer, i) => (
            <ListedUnit
              key={footer.unit}
              title={titleAt(i)}
              said={`${studentsDone(footer)}.`}
              counts={footer.counts}
              onPress={() => onOpen(footer.unit, null)}
            >
              <FooterNumeral footer={footer} />
            </ListedUnit>
          ))}
        </ul>
      </li>
    </ul>
  );
}

interface ListedUnitProps extends Pick<Tally, 'counts'> {
  readonly title: string;
  /** The numeral and the seal, for the ear. */
  readonly said: string;
  readonly onPress: () => void;
  /** The numeral. */
  readonly children: ReactNode;
}

function ListedUnit({ title, said, counts, onPress, children }: ListedUnitProps) {
  const names = useStatusNames();
  return (
    <li>
      <Press onPress={onPress} className={css['listed'] ?? ''} style={barOf({ counts })}>
        <span className="visually-hidden">{`${title}: ${said} ${countsText(counts, names)}`}</span>
        <span className={css['listedUnit']} aria-hidden>
          {title}
          <strong className={css['numeral']}>{children}</strong>
        </span>
        <Counts counts={counts} />
      </Press>
    </li>
  );
}
