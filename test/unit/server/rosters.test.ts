import { expect, test } from 'vitest';
import type { GroupBody } from '#domain/model/documents.ts';
import { audienceOf } from '#server/projection/audience.ts';
import { createRosters } from '#server/projection/rosters.ts';

const body = (
  students: Record<string, boolean>,
  staff: Record<string, boolean> = {},
): GroupBody => {
  const members = (list: Record<string, boolean>) =>
    Object.fromEntries(Object.entries(list).map(([id, on]) => [id, { on, stamp: '' }]));
  return { name: 'G', stamps: {}, students: members(students), staff: members(staff) };
};

test('who is in a group is known for now and for any receipt before', () => {
  const rosters = createRosters([]);
  rosters.setGroup('g', body({ a: true }), 5);
  rosters.setGroup('g', body({ a: false, b: true }), 9);
  rosters.setGroup('g', body({ a: true, b: true }), 12);
  const has = (at?: number): boolean => rosters.groupsOf('students', 'a', at).has('g');
  expect([has(4), has(5), has(8), has(9), has(11), has(12), has()]).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
});

test('what changed is told once, as rows that bring everything back', () => {
  const rosters = createRosters([]);
  expect(rosters.setGroup('g', body({ a: true }, { t: true }), 1)).toHaveLength(2);
  expect(rosters.setGroup('g', body({ a: true }, { t: true }), 2)).toEqual([]);
  rosters.setGroup('g', body({ a: false }, { t: true }), 3);
  const rows = rosters.takeChanged();
  expect(rosters.takeChanged()).toEqual([]);
  const again = createRosters(rows);
  expect([...again.groupsOf('students', 'a', 2)]).toEqual(['g']);
  expect([...again.groupsOf('students', 'a')]).toEqual([]);
  expect(again.hasStaff('g')).toBe(true);
});

test('in and out under one receipt leaves one row and nobody in', () => {
  const rosters = createRosters([]);
  rosters.setGroup('g', body({ a: true }), 7);
  rosters.setGroup('g', body({ a: false }), 7);
  rosters.setGroup('g', body({ a: true }), 7);
  expect(rosters.takeChanged()).toEqual([
    { group: 'g', list: 'students', member: 'a', from: 7, to: null },
  ]);
});

test('documents reach the groups they belong to, and all staff while they belong to none', () => {
  const rosters = createRosters([]);
  expect(audienceOf('student', 'student/a', rosters)).toEqual(['staff', 'wide']);
  rosters.setGroup('g', body({ a: true }), 1);
  expect(audienceOf('student', 'student/a', rosters)).toEqual(['group:g', 'wide']);
  expect(audienceOf('progress', 'progress/a/math', rosters)).toEqual(['group:g', 'wide']);
  expect(audienceOf('credential', 'credential/a', rosters)).toEqual(['secrets:g', 'wide']);
  expect(audienceOf('group', 'group/g', rosters)).toEqual(['group:g', 'staff', 'wide']);
  rosters.setGroup('g', body({ a: true }, { t: true }), 2);
  expect(audienceOf('group', 'group/g', rosters)).toEqual(['group:g', 'wide']);
  expect(audienceOf('course', 'course/c', rosters)).toEqual(['staff', 'wide']);
  rosters.setUse('g', { courses: { c: { units: ['u'], stamp: '' } } } as never);
  expect(audienceOf('course', 'course/c', rosters)).toEqual(['group:g', 'staff', 'wide']);
});
