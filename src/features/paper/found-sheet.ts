import type { StudentId } from '#domain/model/ids.ts';
import type { PaperSheet } from '#state/paper-sheet.ts';

/** A sheet that came back. */
export interface FoundSheet {
  readonly sheet: PaperSheet;
  /** Whose it is, as far as the sheet says. */
  readonly student: StudentId | null;
}
