/** What came with version 2 of a check: supports, offers, signals, another try, short looks, results on paper, taken back again. */
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { refToEvent } from '#domain/changes/refs.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { LOOK_ITEMS } from '#domain/mastery/retention-score.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { CheckBody } from '#domain/model/event.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { DataServices, NewEvent } from '#data/services.ts';
import { must } from '#test/sync/client/school.ts';

const say = async (data: DataServices, event: NewEvent): Promise<string> =>
  must(await data.append(event)).id;

export interface Around {
  readonly course: Course;
  /** Two objectives that are shown by checks. */
  readonly checks: readonly [Objective, Objective];
  readonly group: GroupId;
  readonly students: readonly [StudentId, StudentId];
  /** A check of the corpus, as make-events writes it. */
  readonly checkOf: (
    data: DataServices,
    student: string,
    one: Objective,
    choice: { readonly right?: number; readonly change?: Partial<CheckBody> },
  ) => NewEvent;
}

/** What staff set for children, courses and the school. */
export async function setAroundChecks(data: DataServices, around: Around): Promise<void> {
  const { course, checks, group, students } = around;
  const about = `group/${group}` as const;
  for (const student of students) {
    const child = `student/${student}` as const;
    const few = ['time-1.5', 'read-aloud', 'left-handed'];
    await say(data, { kind: 'student.supports', about: child, body: { set: few, was: null } });
    await say(data, {
      kind: 'student.supports',
      about: child,
      body: { set: ['untimed', 'large-text', 'of-a-later-version'], was: few },
    });
  }
  for (const set of ['hidden', 'shown', null] as const)
    await say(data, { kind: 'course.timer', about, body: { course: course.id, set, was: null } });
  const [first, second] = checks;
  const offers = [
    [first, { students: 'all', until: 'today' }],
    [second, { students: [...students], until: 'open' }],
    [first, null],
  ] as const;
  for (const [{ id: objective }, set] of offers)
    await say(data, {
      kind: 'check.offer',
      about,
      body: { course: course.id, objective, set, was: null },
    });
  const school = 'school' as const;
  for (const perDay of [0, 3])
    await say(data, {
      kind: 'school.retakes',
      about: school,
      body: { set: { reviewFirst: perDay > 0, perDay }, was: null },
    });
  for (const set of [[], [3, 14, 45]])
    await say(data, { kind: 'school.retention', about: school, body: { set, was: null } });
  for (const set of [false, true])
    await say(data, { kind: 'school.how-sure', about: school, body: { set, was: null } });
}

/** What children do on a class tablet. @returns ids of attempts that were not met */
export async function doAroundChecks(data: DataServices, around: Around): Promise<string[]> {
  const { course, checks, students, checkOf } = around;
  const missed: string[] = [];
  for (const student of students) {
    const about = `student/${student}` as const;
    const [{ id: objective }] = checks;
    const target = { course: course.id, objective };
    for (const signal of ['ready', 'help', 'none'] as const)
      await say(data, { kind: 'student.signal', about, by: about, body: { ...target, signal } });
    const sure = checkOf(data, student, checks[0], { right: 3, change: { sure: 'quite', rapid: 2 } });
    const id = await say(data, sure);
    missed.push(id);
    await say(data, {
      kind: 'attempt.review',
      about,
      by: about,
      body: target,
      refs: [refToEvent(id)],
    });
    await say(
      data,
      checkOf(data, student, checks[1], { right: 1, change: { sure: 'not-sure', stopped: true } }),
    );
    await say(data, shortLook(data, around, student));
    await say(data, exchanged(data, around, student));
  }
  return missed;
}

function shortLook(data: DataServices, { checks, checkOf }: Around, student: string): NewEvent {
  const whole = checkOf(data, student, checks[1], { change: { purpose: 'retention' } });
  if (whole.kind !== 'check') throw new Error('Not a check');
  const { body } = whole;
  const form = must(formOfObjective(checks[1], body.form.seed, [], { count: LOOK_ITEMS }));
  return {
    ...whole,
    body: {
      ...body,
      form: { ...body.form, hash: form.hash, count: LOOK_ITEMS },
      answers: body.answers.slice(0, 1),
      claim: { correct: 1, of: 1 },
    },
  };
}

/** A child was away for three minutes in the middle of the second question. */
function exchanged(data: DataServices, { checks, checkOf }: Around, student: string): NewEvent {
  const whole = checkOf(data, student, checks[1], {
    change: { absences: [{ at: 1_793_000_000_000, ms: 200_000 }] },
  });
  if (whole.kind !== 'check') throw new Error('Not a check');
  const { body } = whole;
  const replaced = [1];
  const form = must(formOfObjective(checks[1], body.form.seed, [], { replaced }));
  return {
    ...whole,
    body: {
      ...body,
      form: { ...body.form, hash: form.hash, replaced },
      answers: form.items.map(({ answer }, i) => ({
        key: String(i + 1),
        raw: accepted(answer),
        ms: 3000,
      })),
    },
  };
}

/** What staff do with attempts: another try, paper, set aside and taken back. */
export async function judgeAroundChecks(
  data: DataServices,
  { course, checks, students }: Around,
  missed: readonly string[],
): Promise<void> {
  const [objective] = checks;
  if (objective.check === undefined) throw new Error('No check');
  const target = { course: course.id, objective: objective.id };
  for (const [i, student] of students.entries()) {
    const about = `student/${student}` as const;
    await say(data, { kind: 'retake.allow', about, body: target });
    const id = data.newId();
    const seed = textHash(id);
    const form = must(formOfObjective(objective, seed, []));
    const { family: generator, version } = objective.check;
    await say(data, {
      kind: 'paper.result',
      id,
      about,
      body: {
        ...target,
        rev: objective.rev,
        form: { generator, version, seed, avoid: [], hash: form.hash },
        of: form.items.length,
        wrong: i === 0 ? [] : [2, 3],
        minutes: i === 0 ? null : 2.5,
        supports: i === 0 ? [] : ['untimed'],
        occasion: 'paper',
        purpose: 'mastery',
        role: 'admin',
      },
    });
    const attempt = missed[i];
    if (attempt === undefined) throw new Error('No attempt');
    const refs = [refToEvent(attempt)];
    const body = { ...target, reason: 'Sun on the screen' };
    const aside = await say(data, { kind: 'attempt.withdraw', about, body, refs });
    const back = [refToEvent(aside)];
    await say(data, { kind: 'attempt.restore', about, body: target, refs: back });
  }
}
