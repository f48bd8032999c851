/** What an interview asks: up to eight objectives of a course, and which kind of answer each one takes. */
import { unreachable } from '#domain/kernel/assert.ts';
import type { LocalText } from '#domain/kernel/local-text.ts';
import { isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { Course, InterviewSpec, Objective } from '#domain/model/course.ts';
import type { Purpose } from '#domain/model/event.ts';
import type { UnitId } from '#domain/model/ids.ts';
import type { Status } from '#domain/model/status.ts';
import type { LevelRule, RateRule, Rule } from '#domain/rules/rule.ts';

/** Most objectives of one sitting. */
export const SITTING = 8;

/** Stands in the address for all units in use of the course. */
export const ALL_UNITS = 'all';

/** What is tapped: a plain mark, the things that were shown, right and slip, levels, or seen and the opposite. */
export type Ask =
  | { readonly type: 'plain' | 'observed' }
  | {
      readonly type: 'things';
      readonly things: NonNullable<InterviewSpec['things']>;
      /** How many different ones are asked for. */
      readonly times: number;
    }
  | { readonly type: 'rate'; readonly rule: RateRule }
  | { readonly type: 'levels'; readonly rule: LevelRule };

/** One question of the sitting: an objective, or one part of it where its rule has parts. */
export interface InterviewStep {
  /** Place in `course.objectives`. */
  readonly position: number;
  readonly objective: Objective;
  readonly part?: { readonly path: string; readonly name: LocalText };
  readonly ask: Ask;
  /** Mastered or excused before the sitting: passed over, unless somebody goes there. */
  readonly done: boolean;
  /** A second look at what was mastered asks whether it lasted; anything else builds mastery. */
  readonly purpose: Purpose;
}

/** The units in use that an address names: one, or all of them. */
export function unitsNamed(unit: string, inUse: readonly UnitId[]): readonly UnitId[] {
  return unit === ALL_UNITS ? inUse : inUse.filter((id) => id === unit);
}

/** Places of the objectives of some units that accept an interview, in course order. */
export function interviewed(course: Course, units: readonly UnitId[]): readonly number[] {
  return [...course.objectives.entries()].flatMap(([position, { unit, methods, retired }]) =>
    units.includes(unit) && methods.includes('interview') && retired !== true ? [position] : [],
  );
}

/**
 * The steps of a sitting, in course order: at most eight objectives, those that are not done before the others. Where
 * everything is done, everything is asked again.
 * @param statuses as `st` of a progress document
 */
export function planInterview(
  course: Course,
  units: readonly UnitId[],
  statuses: string,
): readonly InterviewStep[] {
  const all = interviewed(course, units);
  const open = all.filter((position) => !isDone(statuses, position));
  const rest = all.filter((position) => isDone(statuses, position));
  const chosen = new Set([...open, ...rest].slice(0, SITTING));
  return all
    .filter((position) => chosen.has(position))
    .flatMap((position) => stepsOf(course, position, statuses, open.length === 0));
}

function stepsOf(
  course: Course,
  position: number,
  statuses: string,
  askAgain: boolean,
): readonly InterviewStep[] {
  const objective = course.objectives[position];
  if (objective === undefined) return [];
  const status = statusIn(statuses, position);
  const done = !askAgain && isDone(statuses, position);
  const purpose = isMastered(status) ? 'retention' : 'mastery';
  return leavesOf(objective.rule, '').map(({ rule, part }) => ({
    position,
    objective,
    ...(part === null ? {} : { part }),
    ask: askOf(rule, objective.interview),
    done,
    purpose,
  }));
}

function isDone(statuses: string, position: number): boolean {
  const status = statusIn(statuses, position);
  // "Check again" counts as mastered, but it waits for exactly this: another look.
  return status === 'mastered' || status === 'excused';
}

function statusIn(statuses: string, position: number): Status {
  return statusAt({ st: statuses, fl: '', d: '', f: '' }, position);
}

interface Leaf {
  readonly rule: Rule;
  readonly part: { readonly path: string; readonly name: LocalText } | null;
}

/** A rule with parts is asked part by part, `outer/inner` where parts lie inside a part. */
function leavesOf(rule: Rule, path: string): readonly Leaf[] {
  if (rule.type !== 'parts') return [{ rule, part: null }];
  return rule.parts.flatMap(({ id, name, rule: inner }) => {
    const own = path === '' ? id : `${path}/${id}`;
    return leavesOf(inner, own).map((leaf) => ({
      ...leaf,
      part: leaf.part ?? { path: own, name },
    }));
  });
}

function askOf(rule: Rule, interview: InterviewSpec | undefined): Ask {
  switch (rule.type) {
    case 'demonstrations': {
      const things = interview?.things ?? [];
      return rule.distinct === 'thing' && things.length > 0
        ? { type: 'things', things, times: rule.times }
        : { type: 'plain' };
    }
    case 'rate':
      return { type: 'rate', rule };
    case 'level':
      return { type: 'levels', rule };
    case 'consistently':
      return { type: 'observed' };
    case 'any':
      // The first way that an assessor can observe in more detail than a plain mark.
      return (
        rule.rules.map((one) => askOf(one, interview)).find(({ type }) => type !== 'plain') ?? {
          type: 'plain',
        }
      );
    case 'score':
    case 'parts':
      return { type: 'plain' };
    default:
      return unreachable(rule);
  }
}
