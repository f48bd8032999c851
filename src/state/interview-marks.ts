/** Marks of a sitting read back from the records: an interview that was closed in the middle goes on where it was. */
import { refToEvent, refToPlace } from '#domain/changes/refs.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { ObjectiveOutcome } from '#domain/mastery/fold.ts';
import type { Course } from '#domain/model/course.ts';
import type { ProgressBody } from '#domain/model/documents.ts';
import type { Placed } from '#domain/model/event.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { MadeMark } from './interview-machine.ts';
import type { InterviewStep } from './interview-plan.ts';

/** How to name an event of which only the place is known: by its id where this device still has it waiting. */
export function refOf(address: Address, pending: readonly Placed[]): string {
  const own = pending.find(
    ({ stream, slot }) => stream === address.stream && slot === address.slot,
  );
  return own === undefined ? refToPlace(address) : refToEvent(own.event.id);
}

/**
 * The marks of one sitting that stand, in the order of their making.
 * @param occasion of at most 8 characters, as a digest keeps it
 */
export function marksOf(
  occasion: string,
  course: Course,
  steps: readonly InterviewStep[],
  body: ProgressBody | undefined,
  pending: readonly Placed[],
  day: (moment: number) => string,
): readonly MadeMark[] {
  const found = steps.flatMap((step, index) =>
    standing(course, step, body, day).flatMap((outcome) => {
      const { entry, address } = outcome;
      if (entry.type !== 'mark' || entry.occasion !== occasion) return [];
      const { mark, thing } = entry;
      const answer = { mark, ...(thing === undefined ? {} : { thing }) };
      return [{ outcome, made: { ref: refOf(address, pending), step: index, answer } }];
    }),
  );
  return found
    .toSorted(
      ({ outcome: a }, { outcome: b }) =>
        a.moment - b.moment ||
        a.address.stream - b.address.stream ||
        a.address.slot - b.address.slot,
    )
    .map(({ made }) => made);
}

/** Ids of the things of a step that were shown, in this sitting or an earlier one. */
export function thingsShown(
  course: Course,
  step: InterviewStep,
  body: ProgressBody | undefined,
  day: (moment: number) => string,
): ReadonlySet<string> {
  const shown = standing(course, step, body, day).flatMap(({ entry, outcome }) =>
    entry.type === 'mark' && outcome === 'met' && entry.thing !== undefined ? [entry.thing] : [],
  );
  return new Set(shown);
}

/** What stands of a step: not set aside, and of its part where the rule has parts. */
function standing(
  course: Course,
  { position, part }: InterviewStep,
  body: ProgressBody | undefined,
  day: (moment: number) => string,
): readonly ObjectiveOutcome[] {
  const outcomes = objectiveProgress(course, body, position, day)?.outcomes ?? [];
  return outcomes.filter(
    ({ outcome, entry }) =>
      outcome !== 'set-aside' && entry.type === 'mark' && entry.part === part?.path,
  );
}
