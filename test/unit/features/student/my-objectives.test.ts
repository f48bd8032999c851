import { describe, expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import type { Objective } from '#domain/model/course.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { builtInCourses } from '#content/courses.ts';
import { myObjectives, type MyObjective } from '#features/student/my-objectives.ts';
import { wayOn } from '#features/student/way-on.ts';
import { aCheck, progressOf, type Happened } from '#test/support/child-progress.ts';
import { fakeServices } from '#test/support/fake-services.ts';

const unitOf = (objectives: readonly Objective[], id: string) =>
  objectives.find((one) => one.id === id)?.unit;
/** A unit whose first objective stands on another unit. */
const found = builtInCourses().flatMap((one) =>
  one.units.flatMap(({ id }) => {
    const objective = one.objectives.find(({ unit }) => unit === id);
    const needs = objective?.prerequisites.map((needed) => unitOf(one.objectives, needed)) ?? [];
    const other = needs.find((unit) => unit !== undefined && unit !== id);
    return objective === undefined || other === undefined ? [] : [{ one, objective, other }];
  }),
)[0];
assert(found !== undefined, 'a unit that stands on another');
const { one: course, objective: mine, other } = found;
const ana = asId<StudentId>('ana');
const NOW = Date.UTC(2026, 10, 23, 10);
const HOUR = 3_600_000;

/** Objectives of a unit in course order. */
const inUnit = (unit: string): Objective[] =>
  course.objectives.filter((one) => one.unit === unit && one.retired !== true);

function snapshotWith(
  units: readonly string[],
  happened: readonly Happened[] = [],
  more: readonly AnyDocument[] = [],
): Snapshot {
  const group = asId<GroupId>('2b');
  return fakeServices({
    now: () => NOW,
    documents: [
      { key: 'student/ana', kind: 'student', body: { name: 'Ana', avatar: 'fox', stamps: {} } },
      {
        key: `group/${group}`,
        kind: 'group',
        body: { name: '2B', students: { [ana]: { on: true, stamp: '1' } }, staff: {}, stamps: {} },
      },
      {
        key: `use/${group}`,
        kind: 'use',
        body: { courses: { [course.id]: { units: units.map((unit) => asId(unit)), stamp: '1' } } },
      },
      { key: `course/${course.id}`, kind: 'course', body: course },
      ...(happened.length === 0 ? [] : [progressOf(ana, course, happened)]),
      ...more,
    ],
  }).services.snapshot.get();
}
const ids = (list: readonly MyObjective[]): string[] => list.map(({ objective }) => objective.id);
const missed = (objective: Objective, hoursAgo: number, correct = 4): Happened => ({
  objective,
  moment: NOW - hoursAgo * HOUR,
  entry: aCheck(correct, { of: objective.rule.type === 'score' ? objective.rule.of : 10 }),
});

describe('my objectives', () => {
  test('a unit that stands on one which the class does not use is begun at its beginning all the same', () => {
    const work = myObjectives(snapshotWith([mine.unit]), ana, NOW);
    expect(ids(work.learning)).toContain(mine.id);
    expect(ids(myObjectives(snapshotWith([other, mine.unit]), ana, NOW).next)).toContain(mine.id);
    expect(work.first?.objective.id).toBe(mine.id);
  });

  test('everything taught in the units in use is in one list, and in no two', () => {
    const happened = [missed(mine, 2)];
    const { learning, next, can } = myObjectives(snapshotWith([mine.unit], happened), ana, NOW);
    const all = [...ids(learning), ...ids(next), ...ids(can)];
    expect(all.toSorted()).toEqual(
      inUnit(mine.unit)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('what waits until tomorrow is not the next check while there is another', () => {
    const happened = [missed(mine, 2), missed(mine, 1)];
    const units = [other, mine.unit];
    const work = myObjectives(snapshotWith(units, happened), ana, NOW);
    expect(work.learning.find(({ objective }) => objective.id === mine.id)?.retake).toBe(
      'another-day',
    );
    expect(work.first?.objective.id).not.toBe(mine.id);
    expect(work.first).not.toBeNull();
  });

  test('the word of the child stands until it is taken back, or the check is handed in', () => {
    const say = (signal: 'ready' | 'help' | 'none', hoursAgo: number): Happened => ({
      objective: mine,
      moment: NOW - hoursAgo * HOUR,
      entry: { type: 'signal', signal },
    });
    const said = (...happened: Happened[]) =>
      myObjectives(snapshotWith([mine.unit], happened), ana, NOW).learning.find(
        ({ objective }) => objective.id === mine.id,
      )?.said;
    expect(said(say('ready', 3))).toBe('ready');
    expect(said(say('ready', 3), say('help', 2))).toBe('help');
    expect(said(say('help', 3), say('none', 2))).toBeNull();
    expect(said(say('ready', 3), missed(mine, 2))).toBeNull();
  });
});

describe('there is always a way on', () => {
  const way = (fields: Partial<MyObjective>, here = false, offered = false) =>
    wayOn({ objective: mine, status: 'working', retake: 'open', ...fields }, here, offered);

  test('a check, the mistakes first, practice in their place, or tomorrow', () => {
    expect(way({})).toBe('start');
    expect(way({ retake: 'review-first' }, true)).toBe('mistakes');
    expect(way({ retake: 'review-first' }, false)).toBe('practice-first');
    expect(way({ retake: 'another-day' }, true)).toBe('tomorrow');
    expect(way({ status: 'check-again' })).toBe('start');
  });

  test('what is mastered or excused needs no check unless the teacher started one', () => {
    for (const status of ['mastered', 'excused'] as const) {
      expect(way({ status })).toBe('practice');
      expect(way({ status }, false, true)).toBe('start');
    }
  });

  test('what has no check is asked by the teacher', () => {
    const { check: _check, ...spoken } = mine;
    expect(way({ objective: spoken })).toBe('ask');
  });
});
