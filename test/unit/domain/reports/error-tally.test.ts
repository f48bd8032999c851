import { describe, expect, test } from 'vitest';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { recentChecks, tallyErrors } from '#domain/reports/error-tally.ts';
import { addDigests, objectiveProgress } from '#domain/mastery/progress.ts';
import { day } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective } from '../mastery/arbitraries.ts';

const attempt = (name: string, ...answers: readonly string[][]) => ({
  student: asId<StudentId>(name),
  results: answers.map((tags) => ({ tags })),
});

describe('what goes wrong', () => {
  test('counts children, not only answers; the commonest first', () => {
    expect(
      tallyErrors([
        attempt('ada', ['forgot-to-carry'], [], ['off-by-one']),
        attempt('ada', ['off-by-one'], ['off-by-one']),
        attempt('ben', ['forgot-to-carry']),
        attempt('cleo', []),
      ]),
    ).toEqual([
      { tag: 'forgot-to-carry', children: 2, answers: 2 },
      { tag: 'off-by-one', children: 1, answers: 3 },
    ]);
  });

  test('an answer that may be several errors counts for each, once', () => {
    expect(tallyErrors([attempt('ada', ['added', 'off-by-one', 'added'])])).toEqual([
      { tag: 'added', children: 1, answers: 1 },
      { tag: 'off-by-one', children: 1, answers: 1 },
    ]);
    expect(tallyErrors([])).toEqual([]);
  });

  test('looks at the newest checks that stand: not at paper, marks, interrupted ones or old ones', () => {
    const course = courseOf([objective('a', { rule: { type: 'score', correct: 9, of: 10 } })]);
    const digests = [
      digest(0, check(1)),
      digest(1, check(2)),
      digest(2, check(3)),
      digest(3, check(4, { finished: false })),
      digest(4, check(5, { notes: ['paper'] })),
    ];
    const outcomes =
      objectiveProgress(course, addDigests(course, undefined, digests, day), 0, day)?.outcomes ??
      [];
    const right = (most: number, since: number) =>
      recentChecks(outcomes, most, since).map(
        ({ entry }) => entry.type === 'check' && entry.correct,
      );
    expect(right(2, 0)).toEqual([3, 2]);
    expect(right(5, digests[1]?.moment ?? 0)).toEqual([3, 2]);
  });
});
