import type { ObjectiveId } from '#domain/model/ids.ts';
import type { Course, Objective } from '#domain/model/course.ts';

/**
 * A course pack: one course as plain data (JSON in `packs/`), read by `loadPack`. It has the shape of the `Course` that
 * the domain reads, with two differences: a pack never writes `rev` (the loader computes it), and it may say what the
 * course assumes.
 *
 * - `version` counts up with every published edition.
 * - `objectives` is append-only: progress names an objective by its place in this list. An objective that is no longer
 *   taught gets `retired: true` and keeps its place (`checkSuccessor` holds an edition against the one before it).
 * - `prerequisites` are objectives of the same course and open or close an objective. `assumes` are ids of objectives
 *   elsewhere that a child is expected to bring along: a note for people. It never closes an objective, because a school
 *   may use this course alone, and then nobody could ever open what depends on a course that is not there.
 * - Every text stands in every language. Each line of `example` is short; `interview.questions` are said aloud as they
 *   stand, so a question in a language that is learnt carries its meaning in brackets where a reader needs it.
 */
export type PackObjective = Omit<Objective, 'rev'> & { readonly assumes?: readonly string[] };

/** A loaded pack: the course, and the notes that stay behind in the school. */
export interface LoadedPack {
  readonly course: Course;
  /** By objective: what it assumes from elsewhere. */
  readonly assumes: ReadonlyMap<ObjectiveId, readonly string[]>;
}
