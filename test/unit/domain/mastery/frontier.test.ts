import { expect, test } from 'vitest';
import { asId, type ObjectiveId, type UnitId } from '#domain/model/ids.ts';
import { frontier, isOpen, openPositions } from '#domain/mastery/frontier.ts';
import { addDigests } from '#domain/mastery/progress.ts';
import { day, named } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective } from './arbitraries.ts';

const nine = { type: 'score', correct: 9, of: 10 } as const;
const needs = (...ids: string[]) => ({
  rule: nine,
  prerequisites: ids.map((id) => asId<ObjectiveId>(id)),
});
const unit = (id: string) => asId<UnitId>(id);

const course = courseOf([
  objective('a', needs()),
  objective('b', needs('a')),
  objective('c', needs('b', 'elsewhere')),
  objective('old', { ...needs('c'), retired: true }),
  objective('d', { ...needs('old', 'a'), unit: unit('unit-2') }),
  objective('e', { ...needs(), unit: unit('unit-3') }),
]);
const mastered = (...positions: number[]) =>
  addDigests(
    course,
    undefined,
    positions.map((position) => digest(position, check(10), { position })),
    day,
  );

test('at first the objectives without prerequisites are open', () => {
  expect(openPositions(course, undefined)).toEqual([0, 5]);
});

test('an objective opens when all its prerequisites are mastered; those outside the course or retired are ignored', () => {
  expect(openPositions(course, mastered(0))).toEqual([1, 4, 5]);
  expect(openPositions(course, mastered(0, 1))).toEqual([2, 4, 5]);
});

test('an excused prerequisite does not stand in the way, and an excused objective is not open', () => {
  const body = addDigests(
    course,
    undefined,
    [digest(0, { type: 'judgement', decision: 'excused', replaces: [] })],
    day,
  );
  expect(openPositions(course, body)).toEqual([1, 4, 5]);
});

test('check again counts as mastered', () => {
  const body = addDigests(
    course,
    mastered(0),
    [digest(9, check(1, { purpose: 'retention' }))],
    day,
  );
  expect(body.st.charAt(0)).toBe('R');
  expect(isOpen(course, body, 1)).toBe(true);
  expect(isOpen(course, body, 0)).toBe(false);
});

test('retired objectives and places outside the course are never open', () => {
  expect(isOpen(course, mastered(0, 1, 2), 3)).toBe(false);
  expect(isOpen(course, undefined, 99)).toBe(false);
});

test('the frontier is the first open objective of each unit in use', () => {
  expect(frontier(course, mastered(0), [unit('unit-3'), unit('unit-1')])).toEqual([1, 5]);
  expect(
    frontier(course, mastered(0, 1, 2, 4, 5), ['unit-1', 'unit-2', 'unit-3'].map(unit)),
  ).toEqual([]);
});

test('what stands in a unit that the class does not use closes nothing that it does use', () => {
  const [one, two] = [unit('unit-1'), unit('unit-2')];
  expect(isOpen(course, undefined, 4, [two])).toBe(true);
  expect(frontier(course, undefined, [two])).toEqual([4]);
  // The same objective waits where the class works on what it needs.
  expect(isOpen(course, undefined, 4, [one, two])).toBe(false);
  expect(frontier(course, undefined, [one, two])).toEqual([0]);
  expect(frontier(course, mastered(0), [one, two])).toEqual([1, 4]);
});

test('behind a prerequisite that is not in use nothing is looked for', () => {
  const chain = courseOf([
    objective('a', needs()),
    objective('b', { ...needs('a'), unit: unit('unit-2') }),
    objective('c', { ...needs('b'), unit: unit('unit-3') }),
  ]);
  expect(frontier(chain, undefined, [unit('unit-1'), unit('unit-3')])).toEqual([0, 2]);
});

test('a frontier has at most eight objectives', () => {
  const ids = Array.from({ length: 12 }, (_, i) => `u${i}`);
  const wide = courseOf(
    ids.flatMap((id) => [
      objective(`${id}-1`, { ...needs(), unit: unit(id) }),
      objective(`${id}-2`, { ...needs(), unit: unit(id) }),
    ]),
    { units: ids.map((id) => ({ id: unit(id), title: named(id) })) },
  );
  expect(frontier(wide, undefined, ids.map(unit))).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
});
