import { describe, expect, test } from 'vitest';
import type { Course, Objective } from '#domain/model/course.ts';
import { asId, type ObjectiveId, type UnitId } from '#domain/model/ids.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { interviewed, planInterview, SITTING, unitsNamed } from '#state/interview-plan.ts';

const UNIT = asId<UnitId>('talk');
const text = (en: string) => ({ en, es: en });
const ONCE: Rule = { type: 'demonstrations', times: 1, distinct: 'none' };

function objective(id: string, more: Partial<Objective> = {}): Objective {
  return {
    id: asId<ObjectiveId>(id),
    rev: `rev-${id}`,
    unit: UNIT,
    title: text(id),
    ican: text(id),
    example: [],
    rule: ONCE,
    methods: ['interview'],
    prerequisites: [],
    standards: [],
    ...more,
  };
}

function course(objectives: readonly Objective[]): Course {
  const units = [{ id: UNIT, title: text('Talk') }];
  return { id: asId('c'), version: 1, subject: text('S'), title: text('C'), units, objectives };
}
const positions = (plan: ReturnType<typeof planInterview>) => plan.map(({ position }) => position);

describe('what is asked', () => {
  test('only objectives that accept an interview and are still taught, in course order', () => {
    const all = course([
      objective('a'),
      objective('b', { methods: ['check'] }),
      objective('c', { retired: true }),
      objective('d', { methods: ['check', 'interview'] }),
    ]);
    expect(interviewed(all, [UNIT])).toEqual([0, 3]);
    expect(positions(planInterview(all, [UNIT], ''))).toEqual([0, 3]);
  });

  test('eight at most, those that are not done before the others', () => {
    const all = course(Array.from({ length: 12 }, (_, i) => objective(`o${i}`)));
    const plan = planInterview(all, [UNIT], 'MMMM--------');
    expect(plan).toHaveLength(SITTING);
    expect(positions(plan)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(positions(planInterview(all, [UNIT], 'MMMMMMMMMM--'))).toEqual([
      0, 1, 2, 3, 4, 5, 10, 11,
    ]);
  });

  test('what is mastered or excused is passed over; "check again" is asked, and asks whether it lasted', () => {
    const all = course(['a', 'b', 'c', 'd'].map((id) => objective(id)));
    const plan = planInterview(all, [UNIT], 'MXRW');
    expect(plan.map(({ done }) => done)).toEqual([true, true, false, false]);
    expect(plan.map(({ purpose }) => purpose)).toEqual([
      'retention',
      'mastery',
      'retention',
      'mastery',
    ]);
  });

  test('where everything is done everything is asked again', () => {
    const all = course([objective('a'), objective('b')]);
    expect(planInterview(all, [UNIT], 'MM').map(({ done }) => done)).toEqual([false, false]);
  });

  test('an address names one unit in use, or all of them', () => {
    const inUse = [asId<UnitId>('x'), asId<UnitId>('y')];
    expect(unitsNamed('x', inUse)).toEqual(['x']);
    expect(unitsNamed('all', inUse)).toEqual(['x', 'y']);
    expect(unitsNamed('not-in-use', inUse)).toEqual([]);
  });
});

describe('which answer a rule takes', () => {
  const askOf = (rule: Rule, more: Partial<Objective> = {}) =>
    planInterview(course([objective('a', { rule, ...more })]), [UNIT], '').map(
      ({ ask }) => ask.type,
    );
  const things = [{ id: 'happy', name: text('happy') }];
  const spec = { questions: [], counts: [], notYet: [], things };

  test('each kind its own', () => {
    expect(askOf(ONCE)).toEqual(['plain']);
    expect(askOf({ type: 'score', correct: 9, of: 10 })).toEqual(['plain']);
    expect(askOf({ type: 'consistently', days: 5 })).toEqual(['observed']);
    expect(askOf({ type: 'rate', percent: 90, compare: 'more' })).toEqual(['rate']);
    expect(askOf({ type: 'level', level: 3, levels: 4, criteria: [] })).toEqual(['levels']);
    const four: Rule = { type: 'demonstrations', times: 4, distinct: 'thing' };
    expect(askOf(four, { interview: spec })).toEqual(['things']);
    expect(askOf(four)).toEqual(['plain']);
  });

  test('several ways: the one that an assessor sees most of', () => {
    const days: Rule = { type: 'consistently', days: 3 };
    expect(askOf({ type: 'any', rules: [{ type: 'score', correct: 1, of: 1 }, days] })).toEqual([
      'observed',
    ]);
  });

  test('parts are asked one by one, by their path', () => {
    const inner: Rule = { type: 'parts', parts: [{ id: 'x', name: text('X'), rule: ONCE }] };
    const rule: Rule = {
      type: 'parts',
      parts: [
        { id: 'say', name: text('Say it'), rule: ONCE },
        { id: 'do', name: text('Do it'), rule: inner },
      ],
    };
    const plan = planInterview(course([objective('a', { rule })]), [UNIT], '');
    expect(plan.map(({ part }) => part?.path)).toEqual(['say', 'do/x']);
    expect(plan.map(({ part }) => part?.name.en)).toEqual(['Say it', 'X']);
  });
});
