/** Ada's work in every state that the screens of a child have, on a class tablet without a network. */
import type { AnyDocument, OffersBody, SchoolBody, StudentBody } from '#domain/model/documents.ts';
import type { Objective } from '#domain/model/course.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { CourseId, ObjectiveId } from '#domain/model/ids.ts';
import { identifyChild } from '#state/identified-child.ts';
import { aCheck, progressOf, type Happened } from '#test/support/child-progress.ts';
import {
  GROUP,
  idOf,
  openTablet,
  theCourse,
  type Tablet,
  type TabletOptions,
} from '#test/support/class-tablet.tsx';

export const ada = idOf('Ada Lind');
export const MINUTE = 60_000;
export const DAY = 86_400_000;
/** Ten in the morning at school. */
export const NOW = Date.UTC(2026, 10, 23, 10);

/** The objective at a place among those of the course. */
export function objectiveAt(place: number): Objective {
  const objective = theCourse.objectives[place];
  assert(objective !== undefined, `the course has an objective at ${place}`);
  return objective;
}

export const mastered = (place: number, daysAgo = 1): Happened => ({
  objective: objectiveAt(place),
  moment: NOW - daysAgo * DAY,
  entry: aCheck(10),
});
export const missed = (place: number, minutesAgo: number): Happened => ({
  objective: objectiveAt(place),
  moment: NOW - minutesAgo * MINUTE,
  entry: aCheck(6),
});

export interface AdasWorld extends TabletOptions {
  readonly happened?: readonly Happened[];
  /** Objectives whose check the teacher started, and how many minutes ago. */
  readonly offered?: readonly (readonly [place: number, minutesAgo: number])[];
  readonly supports?: StudentBody['supports'];
  readonly school?: Partial<SchoolBody>;
  /** The objective that is on screen; left out, Ada's work. */
  readonly at?: number;
}

export interface Target {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
}
export const targetAt = (place: number): Target => ({
  course: theCourse.id,
  objective: objectiveAt(place).id,
});

/** Ada has said who she is and is at her work. */
export function adaIsIn(world: AdasWorld = {}): Promise<Tablet> {
  const { happened = [], offered = [], supports, school = {}, at, ...options } = world;
  identifyChild({ student: ada, by: 'badge' });
  const offers: OffersBody['offers'] = Object.fromEntries(
    offered.map(([place, minutesAgo]) => [
      `${theCourse.id}/${objectiveAt(place).id}`,
      {
        set: { students: 'all', until: 'today' } as const,
        at: NOW - minutesAgo * MINUTE,
        stamp: '1',
      },
    ]),
  );
  const more: AnyDocument[] = [
    { key: `offers/${GROUP}`, kind: 'offers', body: { offers } },
    {
      key: 'school',
      kind: 'school',
      body: { name: 'Hill', timeZone: 'UTC', language: 'en', key: '', stamps: {}, ...school },
    },
  ];
  if (happened.length > 0) more.push(progressOf(ada, theCourse, happened));
  if (supports !== undefined) {
    const body: StudentBody = { name: 'Ada Lind', avatar: 'cat', stamps: { name: '0' }, supports };
    more.push({ key: `student/${ada}`, kind: 'student', body });
  }
  const own = `/student/${ada}`;
  const path = at === undefined ? own : `${own}/objective/${theCourse.id}/${objectiveAt(at).id}`;
  return openTablet({ path, more, now: () => NOW, ...options });
}
