/** Ana in group 2B, with the course of the story, on a device of her class. */
import type { AnyDocument, OffersBody, SchoolBody } from '#domain/model/documents.ts';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import { aCheck, progressOf, type Happened } from '#test/support/child-progress.ts';
import { fakeServices, type FakeOptions, type FakeServices } from '#test/support/fake-services.ts';
import { theCourse, theObjective } from './check-fixture.ts';

export const ana = asId<StudentId>('ana');
const GROUP = asId<GroupId>('2b');
export const target = { course: theCourse.id, objective: theObjective.id };
/** Ten in the morning at school. */
export const NOW = Date.UTC(2026, 10, 23, 10);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** "Not yet", so many minutes before (or, negative, after) ten. */
export const missed = (minutesAgo: number, correct = 4): Happened => ({
  objective: theObjective,
  moment: NOW - minutesAgo * MINUTE,
  entry: aCheck(correct),
});

export interface World extends FakeOptions {
  readonly happened?: readonly Happened[];
  readonly school?: Partial<SchoolBody>;
  readonly offers?: OffersBody['offers'];
}

export function anas(world: World = {}): FakeServices {
  const { happened = [], school = {}, offers = {}, ...rest } = world;
  const documents: AnyDocument[] = [
    {
      key: 'school',
      kind: 'school',
      body: { name: 'Hill', timeZone: 'UTC', language: 'en', key: '', stamps: {}, ...school },
    },
    { key: `course/${theCourse.id}`, kind: 'course', body: theCourse },
    { key: 'student/ana', kind: 'student', body: { name: 'Ana', avatar: 'fox', stamps: {} } },
    {
      key: `group/${GROUP}`,
      kind: 'group',
      body: { name: '2B', students: { [ana]: { on: true, stamp: '1' } }, staff: {}, stamps: {} },
    },
    { key: `offers/${GROUP}`, kind: 'offers', body: { offers } },
    ...(happened.length === 0 ? [] : [progressOf(ana, theCourse, happened)]),
  ];
  return fakeServices({ documents, now: () => NOW, ...rest });
}
