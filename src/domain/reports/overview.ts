/** The overview dashboard: students x units in use, as a plain view-model. */
import type { LocalText } from '../kernel/local-text.ts';
import type { Course } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';
import type { StudentId, UnitId } from '../model/ids.ts';
import { unitSeal, type Seal } from '../rules/seal.ts';
import { sortRows, type NamedStudent, type SortBy } from './sort-students.ts';
import { helpCount, statusesAt, tally, type Tally } from './tally.ts';

export interface OverviewInput {
  readonly students: readonly NamedStudent[];
  readonly course: Course;
  readonly unitsInUse: readonly UnitId[];
  /** Progress in this course by student; a student without any has no entry. */
  readonly progress: ReadonlyMap<StudentId, ProgressBody>;
  readonly sort: SortBy;
  /** Orders the names. */
  readonly locale: string;
}

export interface OverviewCell extends Tally {
  readonly unit: UnitId;
  /** Where the unit has a rule of its own. */
  readonly seal?: Seal;
  readonly needsHelp: number;
}

export interface OverviewRow {
  readonly student: NamedStudent;
  /** One for each unit, in the order of `units`. */
  readonly cells: readonly OverviewCell[];
  /** Over all units in use. */
  readonly done: number;
  readonly of: number;
  readonly needsHelp: number;
}

export interface OverviewFooter extends Tally {
  readonly unit: UnitId;
  /** "18 of 28 done": students with everything that is not excused mastered, of those with anything not excused. */
  readonly studentsDone: number;
  readonly studentsOf: number;
  /** Students who reached the unit's seal, where it has one. */
  readonly sealed?: number;
}

export interface Overview {
  /** Units in use, in course order, with how many objectives are taught in each. */
  readonly units: readonly {
    readonly id: UnitId;
    readonly title: LocalText;
    readonly objectives: number;
  }[];
  readonly rows: readonly OverviewRow[];
  /** Class totals, one for each unit. */
  readonly footers: readonly OverviewFooter[];
}

/** The overview of some students in one course. */
export function overview(input: OverviewInput): Overview {
  const { students, course, progress, sort, locale } = input;
  const units = course.units
    .filter(({ id }) => input.unitsInUse.includes(id))
    .map((unit) => ({ ...unit, positions: taughtIn(course, unit.id) }));
  const rows = students.map((student): OverviewRow => {
    const body = progress.get(student.id);
    const cells = units.map((unit): OverviewCell => {
      const counted = tally(statusesAt(body, unit.positions));
      return {
        unit: unit.id,
        ...counted,
        ...(unit.seal === undefined ? {} : { seal: unitSeal(unit.seal, counted.done, counted.of) }),
        needsHelp: helpCount(body, unit.positions),
      };
    });
    return {
      student,
      cells,
      done: sum(cells.map(({ done }) => done)),
      of: sum(cells.map(({ of }) => of)),
      needsHelp: sum(cells.map(({ needsHelp }) => needsHelp)),
    };
  });
  return {
    units: units.map(({ id, title, positions }) => ({ id, title, objectives: positions.length })),
    rows: sortRows(rows, sort, locale),
    footers: units.map((unit, column) => footer(unit, rows, column)),
  };
}

/** Places of the objectives that are taught in a unit, in course order. */
export function taughtIn(course: Course, unit: UnitId): number[] {
  return [...course.objectives.entries()]
    .filter(([, objective]) => objective.unit === unit && objective.retired !== true)
    .map(([position]) => position);
}

function footer(
  unit: Course['units'][number],
  rows: readonly OverviewRow[],
  column: number,
): OverviewFooter {
  const cells = rows.flatMap((row) => row.cells[column] ?? []);
  const counted = cells.filter(({ of }) => of > 0);
  return {
    unit: unit.id,
    ...tally(
      cells.flatMap(({ counts }) =>
        counts.flatMap(({ status, count }) => Array.from({ length: count }, () => status)),
      ),
    ),
    studentsDone: counted.filter(({ done, of }) => done === of).length,
    studentsOf: counted.length,
    ...(unit.seal === undefined
      ? {}
      : { sealed: cells.filter(({ seal }) => seal?.met === true).length }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
