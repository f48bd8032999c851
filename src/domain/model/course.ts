/**
 * A course as the rest of the domain reads it. Packs in `src/content` hold this shape as data; a device gets it as the
 * body of the state document `course/<id>`.
 *
 * `objectives` is append-only over the versions of a course: progress documents name an objective by its place in it.
 */
import type { LocalText } from '../kernel/local-text.ts';
import type { Rule, ShareRule } from '../rules/rule.ts';
import type { CourseId, ObjectiveId, UnitId } from './ids.ts';

/** A way to show an objective; all that an objective accepts are equally valid. */
export type Method = 'check' | 'interview' | 'observation' | 'passage' | 'work';

/** Which generator makes the items of a check, and with which parameters. */
export interface CheckSpec {
  readonly family: string;
  readonly version: number;
  readonly params: unknown;
}

/** What an assessor says and listens for. */
export interface InterviewSpec {
  readonly questions: readonly LocalText[];
  /** Examples of what counts. */
  readonly counts: readonly LocalText[];
  /** Examples of what does not count yet. */
  readonly notYet: readonly LocalText[];
  /** The different things that can be shown, where the rule is distinct by thing. */
  readonly things?: readonly { readonly id: string; readonly name: LocalText }[];
}

export interface Objective {
  readonly id: ObjectiveId;
  /** Content hash of what decides mastery here: two teachers offline never collide over a number. */
  readonly rev: string;
  readonly unit: UnitId;
  readonly concept?: LocalText;
  /** The statement a teacher reads. */
  readonly title: LocalText;
  /** The I-can sentence a child reads. */
  readonly ican: LocalText;
  /** A worked example for the child, as short lines. */
  readonly example: readonly LocalText[];
  readonly rule: Rule;
  /**
   * Rules of earlier revisions, oldest first; append-only. Mastery once reached under one of them stays, evidence that was
   * not yet enough counts on under the new rule. A digest names the revision it was made under by its place here (the
   * current revision stands behind the last).
   */
  readonly earlier?: readonly { readonly rev: string; readonly rule: Rule }[];
  readonly methods: readonly Method[];
  readonly check?: CheckSpec;
  readonly interview?: InterviewSpec;
  readonly prerequisites: readonly ObjectiveId[];
  readonly standards: readonly string[];
  /** Still in `objectives` for the sake of its place, but no longer taught. */
  readonly retired?: boolean;
}

export interface Unit {
  readonly id: UnitId;
  readonly title: LocalText;
  readonly seal?: ShareRule;
}

export interface Course {
  readonly id: CourseId;
  /** Counts up with every published edition of the pack. */
  readonly version: number;
  readonly subject: LocalText;
  readonly title: LocalText;
  /** Whether children see the time bar where their teacher has not said; left out: it is shown. */
  readonly timer?: 'hidden';
  /** Its children are still learning to read: every one of them may hear a question, not only those with that support. */
  readonly voice?: 'everyone';
  readonly units: readonly Unit[];
  /** Append-only; the place of an objective here is its place in every progress string. */
  readonly objectives: readonly Objective[];
}
