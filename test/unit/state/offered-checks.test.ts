import { expect, test } from 'vitest';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { assert } from '#domain/kernel/assert.ts';
import { offeredChecks } from '#state/offered-checks.ts';
import { aCheck } from '#test/support/child-progress.ts';
import { theCourse, theObjective } from './check-fixture.ts';
import { ana, anas, DAY, MINUTE, NOW, type World } from './child-fixture.ts';

const other = theCourse.objectives.find((one) => one.check !== undefined && one !== theObjective);
assert(other !== undefined, 'another objective with a check');

type Offers = NonNullable<World['offers']>;
const offer = (
  objective: string,
  minutesAgo: number,
  students: 'all' | readonly string[] = 'all',
) =>
  ({
    [`${theCourse.id}/${objective}`]: {
      set: {
        students: students === 'all' ? 'all' : students.map((one) => asId<StudentId>(one)),
        until: 'today',
      },
      at: NOW - minutesAgo * MINUTE,
      stamp: '1',
    },
  }) satisfies Offers;

const offered = (world: World, now = NOW): string[] =>
  offeredChecks(anas(world).services.snapshot.get(), ana, now).map(({ objective }) => objective.id);
const handedIn = (minutesAgo: number, fields: Parameters<typeof aCheck>[1] = {}) => ({
  objective: theObjective,
  moment: NOW - minutesAgo * MINUTE,
  entry: aCheck(4, fields),
});

test('the newest check that the teacher started comes first', () => {
  const offers = { ...offer(theObjective.id, 30), ...offer(other.id, 5) };
  expect(offered({ offers })).toEqual([other.id, theObjective.id]);
});

test('it stands until it is handed in, not by one that was handed in before', () => {
  const offers = offer(theObjective.id, 30);
  expect(offered({ offers, happened: [handedIn(45)] })).toEqual([theObjective.id]);
  expect(offered({ offers, happened: [handedIn(10, { finished: false })] })).toEqual([
    theObjective.id,
  ]);
  expect(offered({ offers, happened: [handedIn(10)] })).toEqual([]);
});

test('one for other children, of yesterday, or of what this tablet does not know is not shown', () => {
  expect(offered({ offers: offer(theObjective.id, 5, ['ben']) })).toEqual([]);
  expect(offered({ offers: offer(theObjective.id, 5, ['ana', 'ben']) })).toEqual([theObjective.id]);
  expect(offered({ offers: offer(theObjective.id, 5) }, NOW + DAY)).toEqual([]);
  expect(offered({ offers: offer('gone', 5) })).toEqual([]);
});

test('a child who is excused is asked only by name', () => {
  const happened = [
    {
      objective: theObjective,
      moment: NOW - DAY,
      entry: { type: 'judgement', decision: 'excused', replaces: [] } as const,
    },
  ];
  expect(offered({ happened, offers: offer(theObjective.id, 5) })).toEqual([]);
  expect(offered({ happened, offers: offer(theObjective.id, 5, ['ana']) })).toEqual([
    theObjective.id,
  ]);
});
