/** The objective dashboard: students x objectives of one unit, as a plain view-model. */
import type { Course, Objective } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';
import type { StudentId, UnitId } from '../model/ids.ts';
import type { Flag, Status } from '../model/status.ts';
import { flagsAt, statusAt } from '../mastery/progress.ts';
import { taughtIn } from './overview.ts';
import { sortRows, type NamedStudent, type SortBy } from './sort-students.ts';
import { helpCount, statusesAt, tally, type Tally } from './tally.ts';

export interface ObjectiveBoardInput {
  readonly students: readonly NamedStudent[];
  readonly course: Course;
  readonly unit: UnitId;
  /** Progress in this course by student; a student without any has no entry. */
  readonly progress: ReadonlyMap<StudentId, ProgressBody>;
  /** Places at which another look is due today, by student: no stored flag, for it depends on what day it is. */
  readonly due: ReadonlyMap<StudentId, readonly number[]>;
  readonly sort: SortBy;
  /** Orders the names. */
  readonly locale: string;
}

export interface ObjectiveColumn extends Tally {
  /** Place in `course.objectives`. */
  readonly position: number;
  readonly objective: Objective;
}

export interface ObjectiveCell {
  readonly position: number;
  readonly status: Status;
  readonly flags: readonly Flag[];
}

export interface ObjectiveRow extends Tally {
  readonly student: NamedStudent;
  /** One for each column, in their order. */
  readonly cells: readonly ObjectiveCell[];
  readonly needsHelp: number;
}

export interface ObjectiveBoard {
  /** The objectives that are taught in the unit, in course order, with the class's counts per status. */
  readonly columns: readonly ObjectiveColumn[];
  readonly rows: readonly ObjectiveRow[];
}

/** The objective dashboard of some students in one unit. */
export function objectiveBoard(input: ObjectiveBoardInput): ObjectiveBoard {
  const { students, course, unit, progress, due, sort, locale } = input;
  const positions = taughtIn(course, unit);
  const columns = positions.flatMap((position): ObjectiveColumn[] => {
    const objective = course.objectives[position];
    if (objective === undefined) return [];
    return [
      {
        position,
        objective,
        ...tally(students.map(({ id }) => statusAt(progress.get(id), position))),
      },
    ];
  });
  const rows = students.map((student): ObjectiveRow => {
    const body = progress.get(student.id);
    const isDue = (position: number): boolean => due.get(student.id)?.includes(position) === true;
    return {
      student,
      cells: positions.map((position) => ({
        position,
        status: statusAt(body, position),
        flags: [
          ...flagsAt(body, position),
          ...(isDue(position) ? (['retention-due'] as const) : []),
        ],
      })),
      ...tally(statusesAt(body, positions)),
      needsHelp: helpCount(body, positions),
    };
  });
  return { columns, rows: sortRows(rows, sort, locale) };
}
