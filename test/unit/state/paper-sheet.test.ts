import { describe, expect, test } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import { identitiesOf } from '#domain/items/form.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { newPaperBody, paperCode } from '#domain/items/paper-code.ts';
import { assert } from '#domain/kernel/assert.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { dayIn } from '#domain/mastery/day.ts';
import { withForm } from '#domain/mastery/progress.ts';
import type { Snapshot } from '#data/services.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { findSheet, makeSheet } from '#state/paper-sheet.ts';

const courses = builtInCourses();
const checks = courses.flatMap((course) =>
  course.objectives.flatMap((objective) =>
    objective.check === undefined ? [] : [{ course, objective }],
  ),
);
const [first] = checks;
assert(first !== undefined, 'there are checks');
const student = asId<StudentId>('s1');
let ids = 0;
const newId = (): string => `random ${(ids += 1)}`;
const blank = { progress: () => undefined } as unknown as Snapshot; // all that making a sheet reads

function made(
  snapshot: Snapshot,
  of: {
    readonly course: (typeof courses)[number];
    readonly objective: (typeof checks)[number]['objective'];
  },
) {
  const sheet = makeSheet(snapshot, of.course, of.objective, student, newId);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}

describe('a sheet of paper', () => {
  test('of every objective is found again by its code alone, with the same questions', () => {
    for (const one of checks) {
      const sheet = made(blank, one);
      const found = findSheet(courses, sheet.code);
      expect(found.ok && [found.value.id, found.value.objective.id, found.value.form.hash]).toEqual(
        [sheet.id, one.objective.id, sheet.form.hash],
      );
    }
  });

  test('has the form of a check with its id', () => {
    const sheet = made(blank, first);
    expect(sheet.spec).toMatchObject({ seed: textHash(sheet.id), avoid: [] });
    const form = formOfObjective(first.objective, textHash(sheet.id), []);
    expect(form.ok && form.value).toEqual(sheet.form);
  });

  test('asks a child who was checked before as little again as can be', () => {
    const big = checks.find(({ objective }) => objective.id === 'add-2d-2d');
    assert(big !== undefined, 'column addition is there');
    const position = big.course.objectives.indexOf(big.objective);
    const empty = { st: '', fl: '', d: '1', f: '' };
    const before = identitiesOf(made(blank, big).form);
    const body = withForm(big.course, empty, position, before, 1000, dayIn('UTC'));
    const snapshot = { progress: () => body } as unknown as Snapshot; // as above
    for (let i = 0; i < 20; i += 1)
      expect(identitiesOf(made(snapshot, big).form).filter((one) => before.includes(one))).toEqual(
        [],
      );
  });

  test('a slip in typing, another version of the questions, and a course that is not here are told apart', () => {
    const { code } = made(blank, first);
    const other = code.endsWith('7') ? '8' : '7';
    expect(findSheet(courses, code.slice(0, -1) + other)).toMatchObject({
      error: { code: 'paper.changed' },
    });
    const target = { course: first.course.id, objective: first.objective.id };
    const stale = paperCode(newPaperBody('x', target), 'a form of another version');
    expect(findSheet(courses, stale)).toMatchObject({ error: { code: 'paper.changed' } });
    expect(findSheet([], code)).toMatchObject({ error: { code: 'paper.unknown' } });
  });
});
