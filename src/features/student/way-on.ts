import type { Status } from '#domain/model/status.ts';
import type { MyObjective } from './my-objectives.ts';

/**
 * What a child can do with an objective now: there is always a way on. `ask`: the teacher asks about it. `start`: its check.
 * `mistakes`: what went wrong comes first, and this tablet has it. `practice-first`: it was on another tablet or on paper, so
 * practice takes its place. `tomorrow`: enough checks for today. `practice`: it is mastered, nothing has to be shown.
 */
export type WayOn = 'ask' | 'start' | 'mistakes' | 'practice-first' | 'tomorrow' | 'practice';

/** Mastered, and nobody asks whether it lasted. */
const DONE: readonly Status[] = ['mastered', 'excused'];

/**
 * @param mistakesHere whether this tablet has the answers of the last attempt
 * @param isOffered whether the teacher has started its check for the child
 */
export function wayOn(
  { objective, status, retake }: Pick<MyObjective, 'objective' | 'status' | 'retake'>,
  mistakesHere: boolean,
  isOffered: boolean,
): WayOn {
  if (objective.check === undefined) return 'ask';
  if (DONE.includes(status) && !isOffered) return 'practice';
  switch (retake) {
    case 'review-first':
      return mistakesHere ? 'mistakes' : 'practice-first';
    case 'another-day':
      return 'tomorrow';
    case 'open':
      return 'start';
  }
}
