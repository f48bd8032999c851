import { describe, expect, test } from 'vitest';
import { fault, ok } from '#domain/kernel/result.ts';
import { asId, type EventId, type StudentId } from '#domain/model/ids.ts';
import { builtInCourses } from '#content/courses.ts';
import type { NewEvent } from '#data/services.ts';
import { GUARD_MS } from '#state/interview-machine.ts';
import { planInterview } from '#state/interview-plan.ts';
import { heardToday, sittingBefore, type Sitting } from '#state/interview-sitting.ts';
import { openInterview } from '#state/interview-store.ts';

const course = builtInCourses().find(({ units }) => units.some(({ id }) => id === 'who-i-am'));
const MET = { mark: { type: 'met' } } as const;
const NOT_YET = { mark: { type: 'not-yet' } } as const;

/** An interview over the eight objectives of Spanish, with a disk that fails when told to. */
function opened() {
  if (course === undefined) throw new Error('there is a course with that unit');
  const units = course.units.map(({ id }) => id);
  const appended: NewEvent[] = [];
  const felt: string[] = [];
  const failing = new Set<string>();
  const lights: (() => void)[] = [];
  let ids = 0;
  let now = 0;
  const interview = openInterview(
    {
      student: asId<StudentId>('s1'),
      course: course.id,
      steps: planInterview(course, units, ''),
      marks: [],
      occasion: 'sitting1',
      role: 'volunteer',
    },
    {
      append: async (event) => {
        await Promise.resolve();
        if (failing.has(event.kind)) return fault('storage');
        appended.push(event);
        return ok({
          slot: 's.000000001',
          id: event.id ?? asId<EventId>('other'),
          kept: 'database' as const,
        });
      },
      newId: () => asId<EventId>(`id-${(ids += 1)}`),
      after: (_, then) => void lights.push(then),
      feel: (what) => void felt.push(what),
    },
  );
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    for (const over of lights.splice(0)) over();
    interview.send({ type: 'shown', at: now });
    now += GUARD_MS;
  };
  return {
    interview,
    appended,
    felt,
    failing,
    settle,
    now: () => now,
    state: interview.store.getState,
  };
}

describe('what is written', () => {
  test('a mark is one event with the id of its tap, the revision, the sitting and who assessed', async () => {
    const { interview, appended, felt, settle, now } = opened();
    await settle();
    interview.mark(MET, now());
    await settle();
    expect(appended).toEqual([
      {
        kind: 'interview.mark',
        id: 'id-1',
        about: 'student/s1',
        body: {
          course: course?.id,
          objective: course?.objectives[0]?.id,
          rev: course?.objectives[0]?.rev,
          mark: { type: 'met' },
          occasion: 'sitting1',
          purpose: 'mastery',
          role: 'volunteer',
        },
      },
    ]);
    expect(felt).toEqual(['saved']);
  });

  test('a changed mark is two events: the old one is taken back, and the new one stands', async () => {
    const { interview, appended, settle, now, state } = opened();
    await settle();
    interview.mark(MET, now());
    await settle();
    for (let i = 0; i < 7; i += 1) {
      interview.send({ type: 'skip', at: now() });
      await settle();
    }
    interview.send({ type: 'go', step: 0, at: now() });
    await settle();
    interview.mark(NOT_YET, now());
    await settle();
    expect(appended.map(({ kind }) => kind)).toEqual([
      'interview.mark',
      'attempt.withdraw',
      'interview.mark',
    ]);
    expect(appended[1]).toMatchObject({ refs: ['event/id-1'], body: { reason: 'changed' } });
    expect(state()).toMatchObject({ marks: [{ answer: NOT_YET }], stage: { name: 'summary' } });
  });

  test('a change of which only the half was saved says so: the old mark is gone, the new one is asked for again', async () => {
    const { interview, appended, felt, failing, settle, now, state } = opened();
    await settle();
    interview.mark(MET, now());
    await settle();
    for (let i = 0; i < 7; i += 1) {
      interview.send({ type: 'skip', at: now() });
      await settle();
    }
    interview.send({ type: 'go', step: 0, at: now() });
    await settle();
    failing.add('interview.mark');
    interview.mark(NOT_YET, now());
    await settle();
    expect(state()).toMatchObject({
      marks: [],
      stage: { name: 'asking', step: 0, fault: 'storage' },
    });
    expect(felt).toEqual(['saved', 'not-saved']);
    failing.clear();
    interview.mark(NOT_YET, now());
    await settle();
    expect(appended.map(({ kind }) => kind)).toEqual([
      'interview.mark',
      'attempt.withdraw',
      'interview.mark',
    ]);
    expect(state().marks).toHaveLength(1);
  });

  test('a mark that cannot be taken back stays', async () => {
    const { interview, appended, failing, settle, now, state } = opened();
    await settle();
    interview.mark(MET, now());
    await settle();
    failing.add('attempt.withdraw');
    interview.send({ type: 'undo', at: now() });
    await settle();
    expect(appended).toHaveLength(1);
    expect(state()).toMatchObject({ marks: [{ step: 0 }], stage: { step: 1, fault: 'storage' } });
  });
});

describe('the sittings of a day', () => {
  const sitting = (student: string, more: Partial<Sitting> = {}): Sitting => ({
    group: 'g',
    course: 'c',
    unit: 'all',
    student: asId<StudentId>(student),
    occasion: `o-${student}`,
    statuses: '',
    day: '2026-11-21',
    closed: true,
    ...more,
  });

  test('who was heard in this unit today does not come next again', () => {
    const list = [
      sitting('ada'),
      sitting('ben', { closed: false }),
      sitting('carla', { unit: 'who-i-am' }),
      sitting('diego', { day: '2026-11-20' }),
    ];
    const heard = heardToday(list, { group: 'g', course: 'c', unit: 'all' }, '2026-11-21');
    expect([...heard]).toEqual(['ada']);
  });

  test('the child before is the last one of the same unit', () => {
    const list = [sitting('ada'), sitting('carla', { unit: 'who-i-am' }), sitting('ben')];
    expect(sittingBefore(list, sitting('ben'))?.student).toBe('ada');
    expect(sittingBefore(list, sitting('ada'))).toBeNull();
  });
});
