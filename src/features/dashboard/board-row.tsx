import { memo } from 'react';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { Flag } from '#domain/model/status.ts';
import type { ObjectiveRow as Row } from '#domain/reports/objective-board.ts';
import { FLAG_SIGNS } from './use-flag-text.ts';
import type { StatusNames } from './use-status-names.ts';
import css from './board.module.css';

export interface BoardRowProps {
  readonly row: Row;
  /** What the row was made from: the row is drawn again when one of these is another. */
  readonly body: ProgressBody | undefined;
  /** Where another look is due. */
  readonly due: readonly number[] | undefined;
  readonly course: Course;
  /** Titles of the objectives, in the language of the screen; the same array while they say the same. */
  readonly titles: readonly string[];
  readonly names: StatusNames;
  readonly flagText: (flag: Flag) => string;
}

/** One student: bare cells whose shape comes from CSS, so that a grid of thousands stays light. */
export const BoardRow = memo(StudentRow, isSame);

function isSame(a: BoardRowProps, b: BoardRowProps): boolean {
  return (
    a.body === b.body &&
    a.due === b.due &&
    a.course === b.course &&
    a.titles === b.titles &&
    a.names === b.names &&
    a.row.student.name === b.row.student.name
  );
}

function StudentRow({ row, titles, names, flagText }: BoardRowProps) {
  const { student, cells } = row;
  return (
    <tr data-student={student.id}>
      <th scope="row" className={css['name']}>
        {student.name}
      </th>
      {cells.map(({ position, status, flags }, i) => {
        const shown = flags.filter((flag) => FLAG_SIGNS[flag] !== undefined);
        const said = [names[status], ...shown.map(flagText)].join('. ');
        return (
          <td
            key={position}
            data-cell=""
            data-position={position}
            data-status={status}
            tabIndex={-1}
            aria-label={`${student.name}, ${titles[i] ?? ''}: ${said}`}
            {...(shown.length === 0
              ? {}
              : { 'data-flags': shown.map((flag) => FLAG_SIGNS[flag]).join('') })}
          />
        );
      })}
    </tr>
  );
}
