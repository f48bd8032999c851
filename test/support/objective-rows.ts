import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { builtInCourses } from '#content/courses.ts';
import type { CheckSpec, Objective } from '#domain/model/course.ts';
import type { ScoreRule } from '#domain/rules/rule.ts';

/** One row of the objective table, as text. */
export interface ObjectiveRow {
  readonly id: string;
  readonly statement: string;
  readonly constraints: string;
  readonly correct: string;
  readonly of: string;
  readonly minutes: string;
  readonly prerequisites: string;
  readonly family: string;
  readonly params: string;
}

const file = join(import.meta.dirname, '..', 'corpus', 'objectives', 'k5-math-rows.csv');

/** All rows, in the order of the table. */
export const objectiveRows: readonly ObjectiveRow[] = Papa.parse<ObjectiveRow>(
  readFileSync(file, 'utf8').trim(),
  { header: true },
).data;

export type CheckedObjective = Objective & { readonly check: CheckSpec; readonly rule: ScoreRule };

/** Every objective of the built-in courses that has a check. */
export const checkedObjectives: readonly CheckedObjective[] = builtInCourses()
  .flatMap((course) => course.objectives)
  .filter((one): one is CheckedObjective => one.check !== undefined && one.rule.type === 'score');

/** Units whose items are named by plain arithmetic ("7x8", "_+5=12"); the others have proofs of their own (hold-family.ts). */
const ARITHMETIC: readonly string[] = ['addition', 'subtraction', 'multiplication'];

/** The objectives of these units. */
export const arithmeticObjectives: readonly CheckedObjective[] = checkedObjectives.filter(
  ({ unit }) => ARITHMETIC.includes(unit),
);

/** The row of an objective. */
export function rowOf(id: string): ObjectiveRow {
  const row = objectiveRows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}
