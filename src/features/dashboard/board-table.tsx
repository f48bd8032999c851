import { useEffect, useMemo, type CSSProperties } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { ObjectiveBoard } from '#domain/reports/objective-board.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { cx } from '#ui/cx.ts';
import { barOf, countsText } from './counts.tsx';
import { BoardRow } from './board-row.tsx';
import type { DuePlaces } from './use-due.ts';
import { useFlagText } from './use-flag-text.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useStatusNames } from './use-status-names.ts';
import css from './board.module.css';

/** From so many columns on, their titles stand upright. */
const MANY = 7;

export interface BoardTableProps {
  readonly board: ObjectiveBoard;
  readonly course: Course;
  readonly progress: ReadonlyMap<StudentId, ProgressBody>;
  readonly due: DuePlaces;
  /** Name of the table. */
  readonly label: string;
  /** Whose row is brought into sight first. */
  readonly lookAt: StudentId | null;
  /** `student` null: the head of a column. */
  readonly onOpen: (position: number, student: StudentId | null) => void;
}

/** Students by the objectives of one unit. */
export function BoardTable(props: BoardTableProps) {
  const { board, course, progress, due, label, lookAt, onOpen } = props;
  const { t } = useLingui();
  const names = useStatusNames();
  const flagText = useFlagText();
  const titles = useTitles(board);
  const grid = useGridKeys(({ dataset, parentElement }) => {
    const position = Number(dataset['position']);
    const student = board.rows.find((row) => row.student.id === parentElement?.dataset['student']);
    onOpen(position, student?.student.id ?? null);
  });
  const { ref } = grid;
  useEffect(() => {
    const row = lookAt === null ? null : ref.current?.querySelector(`[data-student="${lookAt}"]`);
    row?.scrollIntoView({ block: 'center' });
  }, [lookAt, ref]);
  // Custom properties are not in the type of React's styles.
  const columns = { '--columns': board.columns.length } as CSSProperties;
  return (
    <div className={css['frame']} style={columns}>
      <table
        {...grid}
        aria-label={label}
        className={cx('status-grid', css['board'], board.columns.length >= MANY && css['many'])}
      >
        <thead>
          <tr>
            <th scope="col" className={css['name']}>
              {t`Student`}
            </th>
            {board.columns.map(({ position, counts }, i) => (
              <th
                key={position}
                scope="col"
                data-cell=""
                data-position={position}
                tabIndex={-1}
                aria-label={`${titles[i] ?? ''}. ${countsText(counts, names)}`}
                className={css['head']}
              >
                <span>{titles[i]}</span>
              </th>
            ))}
          </tr>
          <tr className={css['totals']}>
            <th scope="row" className={css['name']}>
              {t`Whole group`}
            </th>
            {board.columns.map(({ position, counts, done, of }) => (
              <td key={position} style={barOf({ counts })}>
                <strong>{of === 0 ? '–' : `${done}/${of}`}</strong>
                <span className={css['column']}>
                  {counts.map(({ status, count }) => (
                    <span key={status} data-status={status}>
                      <span className="visually-hidden">{`${names[status]}: `}</span>
                      {count}
                    </span>
                  ))}
                </span>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <BoardRow
              key={row.student.id}
              row={row}
              body={progress.get(row.student.id)}
              due={due.get(row.student.id)}
              course={course}
              titles={titles}
              names={names}
              flagText={flagText}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Titles of the columns. The same array while they say the same: rows that did not change are not drawn again. */
function useTitles({ columns }: ObjectiveBoard): readonly string[] {
  const local = useLocalText();
  const all = columns.map(({ objective }) => local(objective.title)).join('\n');
  return useMemo(() => all.split('\n'), [all]);
}
