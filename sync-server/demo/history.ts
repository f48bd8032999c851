/** Six weeks of school, as what happened when: checks on class tablets, oral interviews, a few retention checks. */
import { identitiesOf } from '#domain/items/form.ts';
import { formOfObjective, formsToAvoid } from '#domain/items/objective-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { intBetween, pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { Bodies, CheckBody, InterviewMarkBody, Mark } from '#domain/model/event.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import { demoId, type DemoGroup, type DemoStudent } from './people.ts';
import { makeLearner, speaksWell, takeCheck, type Learner } from './learner.ts';

const DAY = 24 * 3_600_000;
const WEEKS = 6;

export type Happening =
  | {
      readonly type: 'check';
      readonly at: number;
      readonly group: number;
      readonly student: string;
      readonly id: string;
      readonly body: CheckBody;
    }
  | {
      readonly type: 'mark';
      readonly at: number;
      readonly group: number;
      readonly student: string;
      readonly id: string;
      readonly body: InterviewMarkBody;
    };

/** What one child did so far in one course. */
interface Path {
  readonly mastered: Map<string, number>;
  readonly attempts: Map<string, number>;
  readonly forms: Map<string, string[]>;
}

interface Child {
  readonly student: DemoStudent;
  readonly learner: Learner;
  readonly path: Path;
}

/** What the demo's teachers decided by themselves, against or before the evidence. */
export interface DemoDecision {
  readonly at: number;
  readonly group: number;
  readonly student: string;
  readonly id: string;
  readonly body: Bodies['judgement'];
}

export interface DemoCourseUse {
  /** Place of the group. */
  readonly group: number;
  readonly course: Course;
}

/** School days of the six weeks that end yesterday, 9 o'clock UTC, oldest first. */
export function schoolDays(now: number): number[] {
  const today = Math.floor(now / DAY) * DAY;
  return Array.from(
    { length: WEEKS * 7 },
    (_, i) => today - (WEEKS * 7 - i) * DAY + 9 * 3_600_000,
  ).filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
}

const difficultyOf = (course: Course, objective: Objective): number =>
  (course.objectives.indexOf(objective) / course.objectives.length) * 2.2 - 0.4;

/** The first objective that is open: not mastered, everything before it mastered. */
function nextObjective({ mastered }: Path, course: Course): Objective | undefined {
  return course.objectives.find(
    ({ id, prerequisites, retired }) =>
      retired !== true && !mastered.has(id) && prerequisites.every((one) => mastered.has(one)),
  );
}

function check(
  random: Random,
  child: Child,
  use: DemoCourseUse,
  objective: Objective,
  at: number,
): Happening | undefined {
  const { course, group } = use;
  const { path, learner, student } = child;
  const id = demoId(random);
  const seed = textHash(id);
  const earlier = path.forms.get(objective.id) ?? [];
  const score = scoreRuleOf(objective.rule);
  const spec = objective.check;
  if (score === null || spec === undefined) return undefined;
  const avoided = formsToAvoid(objective) * score.of;
  const avoid = avoided > 0 ? earlier.slice(-avoided) : [];
  const form = formOfObjective(objective, seed, avoid);
  if (!form.ok) return undefined;
  const before = path.attempts.get(objective.id) ?? 0;
  const retention = path.mastered.has(objective.id);
  const taken = takeCheck(
    random,
    learner,
    form.value,
    difficultyOf(course, objective),
    before + (retention ? 1 : 0),
  );
  const inTime = score.minutes === undefined || taken.activeMs <= score.minutes * 60_000;
  path.attempts.set(objective.id, before + 1);
  path.forms.set(objective.id, [...earlier, ...identitiesOf(form.value)]);
  if (taken.correct >= score.correct && inTime && !retention) path.mastered.set(objective.id, at);
  const body: CheckBody = {
    course: course.id,
    objective: objective.id,
    rev: objective.rev,
    form: { generator: spec.family, version: spec.version, seed, avoid, hash: form.value.hash },
    answers: taken.answers,
    claim: { correct: taken.correct, of: form.value.items.length },
    activeMs: taken.activeMs,
    absences: [],
    supports: [],
    identifiedBy: random() < 0.8 ? 'secret' : 'badge',
    purpose: retention ? 'retention' : 'mastery',
    occasion: new Date(at).toISOString().slice(0, 10),
    finished: random() > 0.01,
  };
  return { type: 'check', at, group, student: student.id, id, body };
}

/** Marks of one sitting that fit the rule of an objective. */
function markOf(
  random: Random,
  child: Child,
  course: Course,
  objective: Objective,
): { mark: Mark; thing?: string } {
  const before = child.path.attempts.get(objective.id) ?? 0;
  const difficulty = difficultyOf(course, objective);
  const well = (): boolean => speaksWell(random, child.learner, difficulty, before);
  const { rule } = objective;
  if (rule.type === 'rate') {
    const of = rule.opportunities ?? 20;
    const hits = Array.from({ length: of }, () => well() || well() || well()).filter(
      Boolean,
    ).length;
    return { mark: { type: 'rate', hits, of } };
  }
  if (rule.type === 'level') {
    const level = (): number => Math.min(rule.levels, intBetween(random, 2, 3) + (well() ? 1 : 0));
    return { mark: { type: 'levels', levels: rule.criteria.map(level) } };
  }
  const things = objective.interview?.things ?? [];
  const thing = things.length > 0 ? things[before % things.length]?.id : undefined;
  return { mark: { type: well() ? 'met' : 'not-yet' }, ...(thing === undefined ? {} : { thing }) };
}

function interview(random: Random, child: Child, use: DemoCourseUse, at: number): Happening[] {
  const { course, group } = use;
  const { path, student } = child;
  const objective = nextObjective(path, course);
  if (objective === undefined) return [];
  const happenings: Happening[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { mark, thing } = markOf(random, child, course, objective);
    path.attempts.set(objective.id, (path.attempts.get(objective.id) ?? 0) + 1);
    const body: InterviewMarkBody = {
      course: course.id,
      objective: objective.id,
      rev: objective.rev,
      mark,
      ...(thing === undefined ? {} : { thing }),
      occasion: new Date(at).toISOString().slice(0, 10),
      purpose: 'mastery',
      role: 'teacher',
    };
    happenings.push({
      type: 'mark',
      at: at + i * 20_000,
      group,
      student: student.id,
      id: demoId(random),
      body,
    });
    if (objective.rule.type !== 'demonstrations') break;
  }
  // Good enough for a story: after some sittings the child goes on to the next one.
  if ((path.attempts.get(objective.id) ?? 0) >= intBetween(random, 3, 6))
    path.mastered.set(objective.id, at);
  return happenings;
}

function checksOfDay(random: Random, child: Child, use: DemoCourseUse, day: number): Happening[] {
  const found: Happening[] = [];
  let at = day + intBetween(random, 0, 4 * 60) * 60_000;
  for (let left = random() < 0.25 ? 2 : 1; left > 0; left -= 1) {
    const next = nextObjective(child.path, use.course);
    const one = next === undefined ? undefined : check(random, child, use, next, at);
    if (one !== undefined) found.push(one);
    at += 20 * 60_000;
  }
  // Now and then: did it last?
  const long = [...child.path.mastered]
    .filter(([, since]) => day - since > 10 * DAY)
    .map(([id]) => id);
  if (long.length > 0 && random() < 0.2) {
    const id = pick(random, long);
    const again = use.course.objectives.find((one) => one.id === id);
    const one = again === undefined ? undefined : check(random, child, use, again, at);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** Everything that happened, in the order of time. The same seed and day give the same history. */
export function makeHistory(
  groups: readonly DemoGroup[],
  uses: readonly DemoCourseUse[],
  now: number,
): Happening[] {
  const random = seededRandom('demo history 1');
  const days = schoolDays(now);
  const happenings = uses.flatMap((use) => {
    const oral = use.course.objectives.every(({ check: spec }) => spec === undefined);
    const children: Child[] = (groups[use.group]?.students ?? []).map((student) => ({
      student,
      learner: makeLearner(random),
      path: { mastered: new Map(), attempts: new Map(), forms: new Map() },
    }));
    return days.flatMap((day, number) =>
      children.flatMap((child, i) => {
        // A math check every other day or so; an interview now and then, some children a day.
        if (oral)
          return (number + i) % 8 === 0 ? interview(random, child, use, day + i * 120_000) : [];
        return random() < 0.45 ? checksOfDay(random, child, use, day) : [];
      }),
    );
  });
  return happenings.toSorted((a, b) => a.at - b.at);
}

/** A handful of decisions: some children are excused from an objective, for one a teacher has seen enough. */
export function makeDecisions(
  groups: readonly DemoGroup[],
  uses: readonly DemoCourseUse[],
  now: number,
): DemoDecision[] {
  const random = seededRandom('demo decisions 1');
  const at = schoolDays(now).at(-2) ?? now;
  return uses.flatMap(({ group, course }) =>
    (['excused', 'excused', 'mastered'] as const).flatMap((decision, i) => {
      const student = pick(random, groups[group]?.students ?? []);
      const objective = course.objectives[intBetween(random, 4, course.objectives.length - 2)];
      if (objective === undefined) return [];
      const reason =
        decision === 'excused'
          ? 'Not part of the plan for this year'
          : 'Explained it to the whole class';
      const body = {
        course: course.id,
        objective: objective.id,
        rev: objective.rev,
        decision,
        reason,
      };
      return [{ at: at + i * 600_000, group, student: student.id, id: demoId(random), body }];
    }),
  );
}
