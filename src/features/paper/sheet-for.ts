import type { StudentId } from '#domain/model/ids.ts';
import type { Rule } from '#domain/rules/rule.ts';
import type { PaperSheet } from '#state/paper-sheet.ts';

/** A sheet, and whose it is: null and "" for whoever gets it. */
export interface SheetFor {
  readonly sheet: PaperSheet;
  readonly student: StudentId | null;
  readonly name: string;
  /** As it stands for them: a limit stretched or lifted. */
  readonly rule: Rule;
}
