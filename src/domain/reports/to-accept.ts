/**
 * Attempts that a teacher may accept with one tap: accurate ones that took longer than the limit, and met ones that were answered too
 * quickly to be read or with many pauses. Nothing is decided here: until somebody looks, the evidence stands as it is.
 */
import { objectiveProgress, positionsNoted, statusAt } from '../mastery/progress.ts';
import type { CheckEntry } from '../mastery/entry.ts';
import { isDecidedSince } from '../mastery/judgements.ts';
import type { ObjectiveOutcome, ObjectiveProgress } from '../mastery/fold.ts';
import type { Course } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';

/** `slower`: accurate, took longer. `rapid`, `pauses`: met, and worth a look. */
export type AcceptReason = 'slower' | 'rapid' | 'pauses';

export interface ToAccept {
  /** Place in `course.objectives`. */
  readonly position: number;
  readonly reason: AcceptReason;
  readonly attempt: ObjectiveOutcome & { readonly entry: CheckEntry };
}

/** Documents are never changed in place: what one says is worked out once. */
const known = new WeakMap<ProgressBody, { readonly course: Course; readonly all: ToAccept[] }>();

/**
 * The newest attempts of a student that wait for a word of the teacher, by position.
 * @param since older ones are left alone, ms
 * @param day the school's calendar day of a moment
 */
export function attemptsToAccept(
  course: Course,
  body: ProgressBody,
  since: number,
  day: (moment: number) => string,
): readonly ToAccept[] {
  const before = known.get(body);
  const all = before?.course === course ? before.all : find(course, body, day);
  if (before?.all !== all) known.set(body, { course, all });
  return all.filter(({ attempt }) => attempt.moment >= since);
}

function find(course: Course, body: ProgressBody, day: (moment: number) => string): ToAccept[] {
  const nearly = [...course.objectives.keys()].filter(
    (position) => statusAt(body, position) === 'nearly',
  );
  const positions = new Set([...nearly, ...positionsNoted(body, 'rp')]);
  return [...positions]
    .toSorted((a, b) => a - b)
    .flatMap((position) => {
      const progress = objectiveProgress(course, body, position, day);
      const found = progress === null ? null : waitingIn(progress);
      return found === null ? [] : [{ position, ...found }];
    });
}

/** The newest attempt, unless somebody has decided about the objective since, and not taken it back. */
function waitingIn({
  status,
  outcomes,
  judgements,
}: ObjectiveProgress): Omit<ToAccept, 'position'> | null {
  const attempt = outcomes.find(
    ({ outcome }) => outcome !== 'set-aside' && outcome !== 'interrupted',
  );
  if (attempt === undefined || !isTry(attempt)) return null;
  if (isDecidedSince(judgements, attempt.moment)) return null;
  const { outcome, entry } = attempt;
  if (outcome === 'slower' && status === 'nearly') return { reason: 'slower', attempt };
  const note = entry.notes?.find((one) => one === 'rapid' || one === 'pauses');
  return outcome === 'met' && status === 'mastered' && note !== undefined
    ? { reason: note, attempt }
    : null;
}

/** A check that builds mastery: a look whether it lasted is another matter. */
function isTry(one: ObjectiveOutcome): one is ToAccept['attempt'] {
  return (
    one.entry.type === 'check' &&
    (one.entry.purpose === 'mastery' || one.entry.purpose === 'baseline')
  );
}
