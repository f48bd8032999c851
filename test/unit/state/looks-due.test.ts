import { expect, test } from 'vitest';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { placeIn, type SecondPlace } from '#platform/second-place.ts';
import { looksDue } from '#state/looks-due.ts';
import { isPutAway, putAway } from '#state/put-away.ts';
import { aCheck } from '#test/support/child-progress.ts';
import { theCourse } from './check-fixture.ts';
import { ana, anas, DAY, NOW } from './child-fixture.ts';

const checked = theCourse.objectives.filter(({ check }) => check !== undefined);
const mastered = (count: number, daysAgo: number) =>
  checked.slice(0, count).map((objective) => ({
    objective,
    moment: NOW - daysAgo * DAY,
    entry: aCheck(10),
  }));
const due = (count: number, daysAgo: number, retention?: readonly number[]): number =>
  looksDue(
    anas({
      happened: mastered(count, daysAgo),
      ...(retention === undefined ? {} : { school: { retention } }),
    }).services.snapshot.get(),
    ana,
    NOW,
  ).length;

test('what was mastered two days ago can be looked at again, three at least and five at most', () => {
  expect(due(3, 1)).toBe(0);
  expect(due(2, 2)).toBe(0);
  expect(due(3, 2)).toBe(3);
  expect(due(7, 2)).toBe(5);
});

test('the school may ask later, or never', () => {
  expect(due(3, 2, [30])).toBe(0);
  expect(due(3, 2, [])).toBe(0);
});

test('one child puts it away for today, on this tablet, and nobody else does', () => {
  const place = memoryPlace();
  const ben = asId<StudentId>('ben');
  putAway(ana, '2026-11-23', place);
  putAway(ben, '2026-11-23', place);
  expect(isPutAway(ana, '2026-11-23', place)).toBe(true);
  expect(isPutAway(ben, '2026-11-23', place)).toBe(true);
  expect(isPutAway(asId('cy'), '2026-11-23', place)).toBe(false);
  expect(isPutAway(ana, '2026-11-24', place)).toBe(false);
  putAway(ben, '2026-11-24', place);
  expect(isPutAway(ana, '2026-11-23', place)).toBe(false);
});

test('a browser that keeps nothing, or something else, offers it again', () => {
  const place = memoryPlace();
  for (const text of ['not json', 'null', '[]', '{"day":"2026-11-23","students":"ana"}']) {
    place.write('nineoften.put-away', text);
    expect(isPutAway(ana, '2026-11-23', place)).toBe(false);
  }
});

function memoryPlace(): SecondPlace {
  const map = new Map<string, string>();
  return placeIn({
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, text) => void map.set(key, text),
    removeItem: (key) => void map.delete(key),
  });
}
