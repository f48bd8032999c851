import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '#domain/mastery/entry.ts';
import { addDigests, objectiveProgress } from '#domain/mastery/progress.ts';
import { countSureness, surenessOf } from '#domain/reports/sureness.ts';
import { day } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective, someEntry } from '../mastery/arbitraries.ts';

const rule = { type: 'score', correct: 9, of: 10, minutes: 3 } as const;
const course = courseOf([objective('a', { rule }), objective('b', { rule })]);
const counted = (...digests: Digest[]) =>
  surenessOf([{ course, body: addDigests(course, undefined, digests, day) }], day);

describe('how well a child judges readiness', () => {
  test('counts what was said, and how many of these checks were met; the surest first', () => {
    expect(
      counted(
        digest(0, check(10, { sure: 'not-sure' })),
        digest(1, check(9, { sure: 'sure' })),
        digest(2, check(5, { sure: 'sure' })),
        digest(3, check(10)),
      ),
    ).toEqual([
      { said: 'sure', times: 2, met: 1 },
      { said: 'not-sure', times: 1, met: 1 },
    ]);
  });

  test('accurate but slower is not met; what was not handed in or was set aside says nothing', () => {
    const aside = digest(2, check(10, { sure: 'sure' }));
    expect(
      counted(
        digest(0, check(10, { sure: 'quite', activeMs: 600_000 })),
        digest(1, check(10, { sure: 'quite', finished: false })),
        aside,
        digest(3, {
          type: 'withdraw',
          targets: [{ stream: aside.stream, slot: aside.slot }],
        }),
      ),
    ).toEqual([{ said: 'quite', times: 1, met: 0 }]);
  });

  test('nothing was asked, nothing is counted', () => {
    expect(counted(digest(0, check(10)))).toEqual([]);
    expect(surenessOf([], day)).toEqual([]);
  });

  test('reading only the objectives where something was said leaves none out', () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 12 }), (entries) => {
        const digests = entries.map((entry, i) => ({ ...digest(i, entry), position: i % 2 }));
        const body = addDigests(course, undefined, digests, day);
        const all = [0, 1].flatMap(
          (position) => objectiveProgress(course, body, position, day)?.outcomes ?? [],
        );
        expect(surenessOf([{ course, body }], day)).toEqual(countSureness(all));
      }),
    );
  });
});
