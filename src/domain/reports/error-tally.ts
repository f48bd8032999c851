/** What goes wrong at an objective: which kinds of error the wrong answers of a group may be, and how many children give them. */
import type { ItemResult } from '../items/grade.ts';
import type { ObjectiveOutcome } from '../mastery/fold.ts';
import type { StudentId } from '../model/ids.ts';

export interface GradedAttempt {
  readonly student: StudentId;
  readonly results: readonly Pick<ItemResult, 'tags'>[];
}

export interface ErrorCount {
  readonly tag: string;
  /** Children with at least one such answer. */
  readonly children: number;
  /** Such answers in all. */
  readonly answers: number;
}

/** The commonest first: by children, then by answers, then by tag. An answer that may be several errors counts for each of them. */
export function tallyErrors(attempts: readonly GradedAttempt[]): readonly ErrorCount[] {
  const found = new Map<string, { readonly children: Set<StudentId>; answers: number }>();
  for (const { student, results } of attempts) {
    for (const { tags } of results) {
      for (const tag of new Set(tags)) {
        const one = found.get(tag) ?? { children: new Set(), answers: 0 };
        one.children.add(student);
        one.answers += 1;
        found.set(tag, one);
      }
    }
  }
  return [...found]
    .map(([tag, { children, answers }]) => ({ tag, children: children.size, answers }))
    .toSorted(
      (a, b) => b.children - a.children || b.answers - a.answers || (a.tag < b.tag ? -1 : 1),
    );
}

/**
 * The attempts of a child that are looked at: the newest checks on a screen that were handed in and stand, `most` of them, none
 * before `since` (ms). `outcomes` newest first.
 */
export function recentChecks(
  outcomes: readonly ObjectiveOutcome[],
  most: number,
  since: number,
): readonly ObjectiveOutcome[] {
  return outcomes
    .filter(
      ({ entry, outcome, moment }) =>
        entry.type === 'check' &&
        entry.notes?.includes('paper') !== true &&
        moment >= since &&
        outcome !== 'set-aside' &&
        outcome !== 'interrupted',
    )
    .slice(0, most);
}
