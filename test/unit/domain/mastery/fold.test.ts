import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldObjective, type ObjectiveProgress } from '#domain/mastery/fold.ts';
import type { Digest } from '#domain/mastery/entry.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { day } from '../rules/arbitraries.ts';
import {
  check,
  courseOf,
  digest,
  mark,
  objective,
  someCourse,
  someDigests,
  someEntry,
} from './arbitraries.ts';

const nineOfTen: Rule = { type: 'score', correct: 9, of: 10, minutes: 3 };
const plain = courseOf([objective('a', { rule: nineOfTen })]);

function fold(digests: readonly Digest[], course = plain): ObjectiveProgress {
  const progress = foldObjective(course, 0, digests, day);
  if (progress === null) throw new Error('the course has an objective there');
  return progress;
}
const status = (...digests: Digest[]) => fold(digests).status;
const retention = { purpose: 'retention' } as const;

describe('status', () => {
  test('nothing counted is not started: interrupted, set aside, retention and agreement do not count', () => {
    expect(status()).toBe('not-started');
    expect(status(digest(0, check(10, { finished: false })))).toBe('not-started');
    expect(
      status(
        digest(0, check(10)),
        digest(1, { type: 'withdraw', targets: [{ stream: 1, slot: 1 }] }),
      ),
    ).toBe('not-started');
    expect(status(digest(0, check(10, { purpose: 'agreement' })))).toBe('not-started');
  });

  test('a met retention check of an objective that is not mastered does not master it', () => {
    expect(status(digest(0, check(10, retention)))).toBe('not-started');
    expect(status(digest(0, check(5)), digest(1, check(10, retention)))).toBe('working');
  });

  test('seven is working, eight is nearly, nine is mastered, and a baseline builds mastery too', () => {
    expect(status(digest(0, check(7)))).toBe('working');
    expect(status(digest(0, check(8)))).toBe('nearly');
    expect(status(digest(0, check(9)))).toBe('mastered');
    expect(status(digest(0, check(9, { purpose: 'baseline' })))).toBe('mastered');
  });

  test('accurate but slower is nearly, and its outcome says so', () => {
    const progress = fold([digest(0, check(10, { activeMs: 200_000 }))]);
    expect([progress.status, progress.outcomes[0]?.outcome]).toEqual(['nearly', 'slower']);
  });

  test('a failed retry never takes mastery away, and the first date stays', () => {
    const first = digest(0, check(9));
    const progress = fold([first, digest(1, check(2)), digest(2, check(10))]);
    expect([progress.status, progress.masteredAt]).toEqual(['mastered', first.moment]);
  });

  test('a retention check that was not met asks for another one, a later met check clears it', () => {
    const mastered = digest(0, check(9));
    const missed = digest(30, check(6, retention));
    expect(status(mastered, missed)).toBe('check-again');
    expect(status(mastered, digest(30, check(10, { ...retention, activeMs: 200_000 })))).toBe(
      'check-again',
    );
    expect(status(mastered, missed, digest(31, check(4)))).toBe('check-again');
    expect(status(mastered, missed, digest(31, check(9, retention)))).toBe('mastered');
    expect(status(mastered, missed, digest(31, check(9)))).toBe('mastered');
    expect(status(mastered, missed, digest(31, check(9, { purpose: 'agreement' })))).toBe(
      'check-again',
    );
    expect(status(mastered, digest(29, check(9, retention)), missed)).toBe('check-again');
  });

  test('a retention check from before mastery changes nothing', () => {
    expect(status(digest(0, check(3, retention)), digest(1, check(9)))).toBe('mastered');
  });

  test('a retention check in the second of mastery is not a later one', () => {
    const same = digest(0, check(3, retention), { slot: 7 });
    expect(status(digest(0, check(9)), same)).toBe('mastered');
  });

  test('withdrawing the check that met the rule takes mastery back', () => {
    const withdraw = digest(3, { type: 'withdraw', targets: [{ stream: 1, slot: 2 }] });
    const progress = fold([digest(0, check(7)), digest(1, check(9)), withdraw]);
    expect([progress.status, progress.masteredAt]).toEqual(['working', null]);
    expect(progress.outcomes.map(({ outcome }) => outcome)).toEqual(['set-aside', 'not-yet']);
  });

  test('an unfinished check is shown as interrupted', () => {
    expect(fold([digest(0, check(2, { finished: false }))]).outcomes[0]?.outcome).toBe(
      'interrupted',
    );
  });
});

describe('decisions of a person', () => {
  const judge = (
    days: number,
    decision: 'mastered' | 'excused' | 'none',
    replaces: readonly number[] = [],
    stream = 1,
  ): Digest =>
    digest(
      days,
      { type: 'judgement', decision, replaces: replaces.map((slot) => ({ stream: 1, slot })) },
      { stream },
    );

  test('mastered, excused, and taken back', () => {
    expect(fold([judge(0, 'mastered')])).toMatchObject({ status: 'mastered', flags: ['decided'] });
    expect(fold([digest(0, check(10)), judge(1, 'excused')])).toMatchObject({
      status: 'excused',
      flags: ['decided'],
    });
    const back = fold([digest(0, check(7)), judge(1, 'mastered'), judge(2, 'none', [2])]);
    expect(back).toMatchObject({ status: 'working', flags: [], masteredAt: null });
  });

  test('a replaced judgement has no effect, even when its clock says it is newer', () => {
    const wrongClock = judge(9, 'excused');
    expect(status(wrongClock, judge(1, 'mastered', [10]))).toBe('mastered');
  });

  test('two people who did not see each other: two views, the newest is shown', () => {
    const both = [judge(0, 'mastered'), judge(1, 'excused', [], 2)];
    expect(fold(both)).toMatchObject({ status: 'excused', flags: ['two-views', 'decided'] });
    const settled = digest(2, {
      type: 'judgement',
      decision: 'mastered',
      replaces: [
        { stream: 1, slot: 1 },
        { stream: 2, slot: 2 },
      ],
    });
    expect(fold([...both, settled])).toMatchObject({ status: 'mastered', flags: ['decided'] });
  });

  test('two people who say the same do not disagree', () => {
    expect(fold([judge(0, 'mastered'), judge(1, 'mastered', [], 2)]).flags).toEqual(['decided']);
  });

  test('the first date stays when the same decision is made again', () => {
    const first = judge(0, 'mastered');
    expect(fold([first, judge(5, 'mastered', [1])]).masteredAt).toBe(first.moment);
  });

  test('judgements that replace each other, or themselves, end', () => {
    expect(status(judge(0, 'mastered', [2]), judge(1, 'excused', [1]))).toBe('not-started');
    expect(status(judge(0, 'mastered', [1]))).toBe('mastered');
  });

  test('a decision "mastered" after a missed retention check settles it', () => {
    expect(
      status(digest(0, check(9)), digest(30, check(2, retention)), judge(31, 'mastered')),
    ).toBe('mastered');
    expect(status(judge(0, 'mastered'), digest(30, check(2, retention)))).toBe('check-again');
  });
});

describe('flags', () => {
  const missed = (n: number): Digest[] => Array.from({ length: n }, (_, i) => digest(i, check(3)));

  test('four times not yet since the last met one needs help', () => {
    expect(fold(missed(3)).flags).toEqual([]);
    expect(fold(missed(4)).flags).toEqual(['needs-help']);
    expect(fold([...missed(4), digest(5, mark('met'))]).flags).toEqual([]);
  });

  test('slower, interrupted and set-aside attempts are not "not yet"', () => {
    const others = [
      digest(6, check(10, { activeMs: 999_000 })),
      digest(7, check(0, { finished: false })),
      digest(8, check(0)),
      digest(9, { type: 'withdraw', targets: [{ stream: 1, slot: 9 }] }),
    ];
    expect(fold([...missed(3), ...others]).flags).toEqual([]);
  });

  test('evidence that the rule cannot read waits for a look, until the objective is mastered', () => {
    const levels = digest(0, {
      type: 'mark',
      mark: { type: 'levels', levels: [3] },
      purpose: 'mastery',
      role: 'teacher',
      occasion: 'o',
    });
    expect(fold([levels])).toMatchObject({ status: 'working', flags: ['waiting'] });
    expect(fold([levels, digest(1, check(9))]).flags).toEqual([]);
  });
});

describe('earlier revisions', () => {
  const easier: Rule = { type: 'score', correct: 7, of: 10 };
  const revised = courseOf([
    objective('a', { rule: nineOfTen, earlier: [{ rev: 'old', rule: easier }] }),
  ]);

  test('mastery once reached under an earlier revision stays, and the cell says so', () => {
    expect(fold([digest(0, check(7))], revised)).toMatchObject({
      status: 'mastered',
      flags: ['earlier-revision'],
    });
    expect(fold([digest(0, check(7), { rev: 1 })], revised)).toMatchObject({
      status: 'working',
      flags: [],
    });
  });

  test('once the new rule is met by new evidence, it says so no more, and the first date stays', () => {
    const old = digest(0, check(7));
    const progress = fold([old, digest(9, check(9), { rev: 1 })], revised);
    expect(progress).toMatchObject({ status: 'mastered', flags: [], masteredAt: old.moment });
  });

  test('evidence that was not yet enough counts on under the new rule', () => {
    const fewer = courseOf([
      objective('a', {
        rule: { type: 'demonstrations', times: 3, distinct: 'day' },
        earlier: [{ rev: 'old', rule: { type: 'demonstrations', times: 5, distinct: 'day' } }],
      }),
    ]);
    const two = [digest(0, mark('met')), digest(1, mark('met'))];
    expect(fold(two, fewer)).toMatchObject({ status: 'nearly', flags: ['earlier-revision'] });
    expect(fold([...two, digest(2, mark('met'), { rev: 1 })], fewer)).toMatchObject({
      status: 'mastered',
      flags: ['earlier-revision'],
    });
  });

  test('one step of several does not become mastery under a rule that takes a mark as a whole', () => {
    const measured = courseOf([
      objective('a', {
        rule: nineOfTen,
        earlier: [{ rev: 'old', rule: { type: 'demonstrations', times: 4, distinct: 'thing' } }],
      }),
    ]);
    expect(fold([digest(0, mark('met', { thing: 'glad' }))], measured).status).toBe('working');
  });
});

test('any order and any duplication of the same digests fold to the same progress', () => {
  fc.assert(
    fc.property(
      someCourse.chain((course) =>
        someDigests(course.objectives.length).chain((digests) =>
          fc.tuple(
            fc.constant(course),
            fc.constant(digests),
            fc.shuffledSubarray([...digests, ...digests]),
          ),
        ),
      ),
      ([course, digests, more]) => {
        for (const position of course.objectives.keys()) {
          const once = foldObjective(course, position, digests, day);
          expect(foldObjective(course, position, [...more, ...digests.toReversed()], day)).toEqual(
            once,
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('mastery is never taken back by more ordinary evidence', () => {
  fc.assert(
    fc.property(
      someCourse.chain((course) =>
        fc.tuple(fc.constant(course), someDigests(course.objectives.length)),
      ),
      fc.array(
        someEntry.filter(({ type }) => type === 'check' || type === 'mark'),
        { maxLength: 6 },
      ),
      ([course, digests], entries) => {
        for (const position of course.objectives.keys()) {
          const before = foldObjective(course, position, digests, day);
          const later = entries.map((entry, i) =>
            digest(40 + i, entry, { position, stream: 9, rev: 9 }),
          );
          const after = foldObjective(course, position, [...digests, ...later], day);
          const masteredBefore = before !== null && before.masteredAt !== null;
          const kept = masteredBefore ? before.masteredAt : after?.masteredAt;
          expect(after?.masteredAt).toBe(kept);
          const still = before?.status === 'excused' ? ['excused'] : ['mastered', 'check-again'];
          expect(masteredBefore ? still : [after?.status]).toContain(after?.status);
        }
      },
    ),
    { numRuns: 500 },
  );
});
