import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgressBody } from '#domain/model/documents.ts';
import { asId, type StudentId, type UnitId } from '#domain/model/ids.ts';
import { STATUS_CHARS, STATUSES } from '#domain/model/status.ts';
import { objectiveBoard } from '#domain/reports/objective-board.ts';
import { overview } from '#domain/reports/overview.ts';
import type { SortBy } from '#domain/reports/sort-students.ts';
import { tally } from '#domain/reports/tally.ts';
import { courseOf, objective } from '../mastery/arbitraries.ts';
import { named } from '../rules/arbitraries.ts';

const rule = { type: 'score', correct: 9, of: 10 } as const;
const unit = (id: string) => asId<UnitId>(id);
const course = courseOf(
  [
    objective('a', { rule }),
    objective('b', { rule }),
    objective('gone', { rule, retired: true }),
    objective('c', { rule }),
    objective('d', { rule, unit: unit('unit-2') }),
  ],
  {
    units: [
      { id: unit('unit-1'), title: named('one'), seal: { type: 'share', percent: 60 } },
      { id: unit('unit-2'), title: named('two') },
      { id: unit('unit-3'), title: named('three') },
    ],
  },
);
const body = (st: string, fl = '00000'): ProgressBody => ({ st, fl, d: '1', f: '' });
const student = (name: string) => ({ id: asId<StudentId>(`id-${name}`), name });
const students = ['Óscar', 'ana', 'Ada', 'Ben'].map(student);
const progress = new Map([
  [asId<StudentId>('id-Óscar'), body('MR-MW', '10001')],
  [asId<StudentId>('id-ana'), body('MX-NX')],
  [asId<StudentId>('id-Ada'), body('XX-XX')],
]);
const unitsInUse = [unit('unit-2'), unit('unit-1')];
const show = (sort: SortBy) =>
  overview({ students, course, unitsInUse, progress, sort, locale: 'en' });

describe('overview', () => {
  test('units in use stand in course order, and retired objectives are not counted', () => {
    expect(show('name').units.map(({ id, objectives }) => [id, objectives])).toEqual([
      ['unit-1', 3],
      ['unit-2', 1],
    ]);
  });

  test('a cell has every count that is not zero, the numeral, the seal and who needs help', () => {
    const row = show('name').rows.find(({ student: { name } }) => name === 'Óscar');
    expect(row?.cells[0]).toEqual({
      unit: 'unit-1',
      counts: [
        { status: 'mastered', count: 2 },
        { status: 'check-again', count: 1 },
      ],
      done: 3,
      of: 3,
      seal: { met: true, have: 3, need: 2 },
      needsHelp: 1,
    });
    expect([row?.done, row?.of, row?.needsHelp]).toEqual([3, 4, 2]);
  });

  test('excused objectives leave every denominator', () => {
    const rows = new Map(show('name').rows.map((row) => [row.student.name, row]));
    expect(rows.get('ana')?.cells.map(({ done, of }) => [done, of])).toEqual([
      [1, 2],
      [0, 0],
    ]);
    expect(rows.get('Ada')?.cells[0]).toMatchObject({
      done: 0,
      of: 0,
      seal: { met: false, need: 0 },
    });
    expect(
      show('name').footers.map(({ studentsDone, studentsOf }) => [studentsDone, studentsOf]),
    ).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });

  test('a student without any result has everything still to start', () => {
    const ben = show('name').rows.find(({ student: { name } }) => name === 'Ben');
    expect(ben?.cells[0]?.counts).toEqual([{ status: 'not-started', count: 3 }]);
  });

  test('the footer adds up the class', () => {
    const [first] = show('name').footers;
    expect(first).toMatchObject({ done: 4, of: 8, sealed: 1 });
    expect(first?.counts).toEqual([
      { status: 'mastered', count: 3 },
      { status: 'check-again', count: 1 },
      { status: 'nearly', count: 1 },
      { status: 'not-started', count: 3 },
      { status: 'excused', count: 4 },
    ]);
  });

  test.each([
    ['name', ['Ada', 'ana', 'Ben', 'Óscar']],
    ['most-done', ['Óscar', 'ana', 'Ben', 'Ada']],
    ['least-done', ['Ben', 'ana', 'Óscar', 'Ada']],
    ['needs-help', ['Óscar', 'Ada', 'ana', 'Ben']],
  ] as const)('sorted by %s', (sort, names) => {
    expect(show(sort).rows.map((row) => row.student.name)).toEqual(names);
  });
});

test('objective dashboard: status and flags of each child, counts of the class at the head', () => {
  const board = objectiveBoard({
    students,
    course,
    unit: unit('unit-1'),
    progress,
    due: new Map([[asId<StudentId>('id-Óscar'), [3]]]),
    sort: 'name',
    locale: 'en',
  });
  expect(board.columns.map(({ position, done, of }) => [position, done, of])).toEqual([
    [0, 2, 3],
    [1, 1, 2],
    [3, 1, 3],
  ]);
  expect(board.columns[0]?.counts).toEqual([
    { status: 'mastered', count: 2 },
    { status: 'not-started', count: 1 },
    { status: 'excused', count: 1 },
  ]);
  const oscar = board.rows[3];
  expect(oscar?.student.name).toBe('Óscar');
  expect(oscar?.cells).toEqual([
    { position: 0, status: 'mastered', flags: ['needs-help'] },
    { position: 1, status: 'check-again', flags: [] },
    { position: 3, status: 'mastered', flags: ['retention-due'] },
  ]);
  expect([oscar?.done, oscar?.of, oscar?.needsHelp]).toEqual([3, 3, 1]);
});

test('the counts of any statuses add up, and excusing one takes exactly it out of the denominator', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATUSES), { maxLength: 40 }), (statuses) => {
      const { counts, done, of } = tally(statuses);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(statuses.length);
      expect(counts.every(({ count }) => count > 0)).toBe(true);
      expect(done).toBeLessThanOrEqual(of);
      expect(tally([...statuses, 'excused'])).toMatchObject({ done, of });
      expect(tally([...statuses, 'check-again'])).toMatchObject({ done: done + 1, of: of + 1 });
    }),
    { numRuns: 300 },
  );
  expect(new Set(Object.values(STATUS_CHARS)).size).toBe(STATUSES.length);
});
