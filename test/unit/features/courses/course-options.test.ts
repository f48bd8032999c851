import { describe, expect, it } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import type { UseBody } from '#domain/model/documents.ts';
import { assert } from '#domain/kernel/assert.ts';
import {
  changedCourses,
  changedTimeBars,
  courseOptions,
  timeBarOf,
} from '#features/courses/course-options.ts';
import type { CatalogAnswer } from '#protocol/staff-request.ts';

const [course, other] = builtInCourses();
assert(course !== undefined && other !== undefined, 'there are built-in courses');
const [first] = course.units;
assert(first !== undefined, 'the course has units');

const catalog: CatalogAnswer = {
  nonce: 'nonce-of-test',
  epoch: 'e',
  now: 0,
  seq: 0,
  courses: [
    {
      id: course.id,
      subject: course.subject,
      title: course.title,
      units: course.units.map(({ id, title }) => ({ id, title, objectives: 3 })),
    },
  ],
};

describe('courses to choose from', () => {
  it('are those on the device while the network is away', () => {
    const options = courseOptions(null, [course]);
    expect(options.map(({ id }) => id)).toEqual([course.id]);
    const taught = course.objectives.filter(({ unit, retired }) => unit === first.id && !retired);
    expect(options[0]?.units[0]?.objectives).toBe(taught.length);
  });

  it('are those of the school and those on the device, each once', () => {
    const options = courseOptions(catalog, [course, other]);
    expect(options.map(({ id }) => id)).toEqual([course.id, other.id]);
  });
});

describe('what is saved of a choice', () => {
  const options = courseOptions(null, [course, other]);
  const use: UseBody = { courses: { [course.id]: { units: [first.id], stamp: '1' } } };

  it('is nothing where nothing changed', () => {
    expect(changedCourses(options, use, new Map())).toEqual([]);
    expect(changedCourses(options, use, new Map([[course.id, [first.id]]]))).toEqual([]);
  });

  it('names what was in use before, and an empty list takes the course out of use', () => {
    expect(changedCourses(options, use, new Map([[course.id, []]]))).toEqual([
      { course: course.id, set: [], was: [first.id] },
    ]);
  });

  it('keeps the units in the order of the course, whatever the order of the taps', () => {
    const all = other.units.map(({ id }) => id);
    expect(changedCourses(options, undefined, new Map([[other.id, all.toReversed()]]))).toEqual([
      { course: other.id, set: all, was: null },
    ]);
  });
});

describe('the time bar of a course in a group', () => {
  const use = (set: 'shown' | 'hidden' | null): UseBody => ({
    courses: {},
    timers: { [course.id]: { set, stamp: '0' } },
  });

  it('is as the course has it until somebody sets it, and again after it was taken off', () => {
    expect([undefined, use(null), use('hidden')].map((one) => timeBarOf(one, course.id))).toEqual([
      'course',
      'course',
      'hidden',
    ]);
  });

  it('is saved only where it was changed', () => {
    const choice = new Map([
      [course.id, 'course'],
      [other.id, 'shown'],
    ] as const);
    expect(changedTimeBars(use('hidden'), choice)).toEqual([
      { course: course.id, set: null, was: 'hidden' },
      { course: other.id, set: 'shown', was: null },
    ]);
    expect(changedTimeBars(use('hidden'), new Map([[course.id, 'hidden']]))).toEqual([]);
  });
});
