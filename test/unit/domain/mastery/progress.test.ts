import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgressBody } from '#domain/model/documents.ts';
import { packDigests } from '#domain/mastery/digest.ts';
import type { Digest } from '#domain/mastery/entry.ts';
import {
  addDigests,
  flagsAt,
  foldAll,
  joinProgress,
  objectiveProgress,
  statusAt,
  withForm,
} from '#domain/mastery/progress.ts';
import { recentForms } from '#domain/mastery/recent-forms.ts';
import { day } from '../rules/arbitraries.ts';
import {
  check,
  courseOf,
  digest,
  mark,
  objective,
  someCourse,
  someDigests,
} from './arbitraries.ts';

const courseAndDigests = someCourse.chain((course) =>
  someDigests(course.objectives.length).chain((digests) =>
    fc.tuple(
      fc.constant(course),
      fc.constant(digests),
      fc.shuffledSubarray([...digests, ...digests]),
      fc.integer({ min: 1, max: 4 }),
    ),
  ),
);

/** Adds digests as they would arrive: some at a time. */
function arrive(
  course: Parameters<typeof addDigests>[0],
  digests: readonly Digest[],
  size: number,
): ProgressBody {
  let body = addDigests(course, undefined, [], day);
  for (let i = 0; i < digests.length; i += size)
    body = addDigests(course, body, digests.slice(i, i + size), day);
  return body;
}

test('digests in any order, in any pieces and more than once make the same document', () => {
  fc.assert(
    fc.property(courseAndDigests, ([course, digests, more, size]) => {
      const once = addDigests(course, undefined, digests, day);
      expect(arrive(course, [...more, ...digests.toReversed()], size)).toEqual(once);
      expect(once.d).toBe(packDigests(digests));
    }),
    { numRuns: 500 },
  );
});

test('recomputing the statuses from the digests changes nothing', () => {
  fc.assert(
    fc.property(courseAndDigests, ([course, digests, , size]) => {
      const body = arrive(course, digests, size);
      expect(foldAll(course, body, day)).toBe(body);
      expect(foldAll(course, { ...body, st: '', fl: '' }, day)).toEqual(body);
    }),
    { numRuns: 300 },
  );
});

test('the cached status and flags are those of the fold', () => {
  fc.assert(
    fc.property(courseAndDigests, ([course, digests]) => {
      const body = addDigests(course, undefined, digests, day);
      for (const position of course.objectives.keys()) {
        const progress = objectiveProgress(course, body, position, day);
        expect(progress?.status).toBe(statusAt(body, position));
        expect(progress?.flags).toEqual(flagsAt(body, position));
      }
    }),
    { numRuns: 300 },
  );
});

const nine = { type: 'score', correct: 9, of: 10 } as const;
const two = courseOf([objective('a', { rule: nine }), objective('b', { rule: nine })]);

describe('documents', () => {
  test('a result that is already there gives back the same document', () => {
    const body = addDigests(
      two,
      undefined,
      [digest(0, check(8)), digest(1, mark('not-yet'), { position: 1 })],
      day,
    );
    expect([body.st, body.fl]).toEqual(['NW', '00']);
    expect(addDigests(two, body, [digest(0, check(8))], day)).toBe(body);
  });

  test('a course that grew has more places, a shorter edition of it loses nothing', () => {
    const body = addDigests(two, undefined, [digest(0, check(9), { position: 1 })], day);
    const longer = courseOf([...two.objectives, objective('c', { rule: nine })]);
    expect(addDigests(longer, body, [], day).st).toBe('-M-');
    const shorter = courseOf(two.objectives.slice(0, 1));
    expect(addDigests(shorter, body, [digest(1, check(8))], day)).toMatchObject({
      st: 'NM',
      d: expect.stringContaining(';1,'),
    });
    expect(foldAll(shorter, body, day).st).toBe('-M');
    expect(objectiveProgress(shorter, body, 1, day)).toBeNull();
  });

  test('records of a later version stay where they are and do not count', () => {
    const body: ProgressBody = { st: '', fl: '', d: '1;0,q1.5:tkmo00::x:y,???', f: '' };
    const added = addDigests(two, body, [digest(0, check(9))], day);
    expect(added.st).toBe('M-');
    expect(added.d).toContain(',q1.5:tkmo00::x:y');
    expect(added.d).toContain(',???');
  });

  test('a document in a format of a later version is left as it is', () => {
    const body: ProgressBody = { st: 'M-', fl: '00', d: '2|whatever', f: '' };
    expect(addDigests(two, body, [digest(0, check(2))], day)).toBe(body);
    expect(foldAll(two, body, day)).toBe(body);
    expect(objectiveProgress(two, body, 0, day)?.status).toBe('not-started');
  });

  test('nothing known is not started, without flags', () => {
    expect([statusAt(undefined, 3), flagsAt(undefined, 3)]).toEqual(['not-started', []]);
  });
});

describe('recent forms', () => {
  const empty = addDigests(two, undefined, [], day);
  const moment = Date.UTC(2026, 8, 1);
  const add = (body: ProgressBody, position: number, form: readonly string[], at: number) =>
    withForm(two, body, position, form, at, day);
  /** A check is counted, and what it asked is remembered. */
  const take = (body: ProgressBody, taken: Digest) =>
    add(
      addDigests(two, body, [taken], day),
      taken.position,
      [`asked on ${taken.slot - 1}`],
      taken.moment,
    );

  test('the last two forms are kept, the newest first, whatever came first', () => {
    const forms = [['3x4', '7×8'], ['1;2', 'a,b|c'], ['x']] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 }), (order) => {
        let body = empty;
        for (const i of order) body = add(body, 1, forms[i] ?? [], moment + i * 60_000);
        expect(recentForms(body, 1)).toEqual([forms[2], forms[1]]);
        expect(recentForms(body, 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('each objective has its own, and mastery drops them', () => {
    let body = add(add(empty, 1, ['b'], moment), 0, ['a'], moment);
    expect([recentForms(body, 0), recentForms(body, 1)]).toEqual([[['a']], [['b']]]);
    body = addDigests(two, body, [digest(0, check(9))], day);
    expect([recentForms(body, 0), recentForms(body, 1)]).toEqual([[], [['b']]]);
    expect(add(body, 0, ['c'], moment)).toBe(body);
  });

  test('what was asked since it was mastered is not asked in the next try: a look that was missed, and a check after it', () => {
    const missed = check(0, { of: 2, purpose: 'retention' });
    const mastered = take(empty, digest(0, check(9)));
    const looked = take(mastered, digest(40, missed));
    expect(statusAt(looked, 0)).toBe('check-again');
    expect(recentForms(looked, 0)).toEqual([['asked on 40']]);
    const again = take(looked, digest(41, check(5, { purpose: 'retention' })));
    expect(recentForms(again, 0)).toEqual([['asked on 41'], ['asked on 40']]);
    expect(recentForms(take(again, digest(42, check(10))), 0)).toEqual([]);
  });

  test('in whatever order the checks come, the same forms are remembered', () => {
    const checks = fc.uniqueArray(
      fc.record({
        days: fc.integer({ min: 0, max: 30 }),
        correct: fc.integer({ min: 6, max: 10 }),
        purpose: fc.constantFrom('mastery', 'retention'),
        finished: fc.constantFrom(true, true, false),
      }),
      { selector: ({ days }) => days, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        checks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all]))),
        ([all, some]) => {
          const asTaken = (body: ProgressBody, { days, correct, ...rest }: (typeof all)[number]) =>
            take(body, digest(days, check(correct, rest)));
          const inOrder = all.toSorted((a, b) => a.days - b.days).reduce(asTaken, empty);
          expect([...some, ...all].reduce(asTaken, empty)).toEqual(inOrder);
          expect(foldAll(two, inOrder, day)).toBe(inOrder);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a student without a document has none', () => {
    expect(recentForms(undefined, 0)).toEqual([]);
  });
});

describe('progress of a child who has several records', () => {
  test('is what one record with all of the evidence would show, in whatever order they are read', () => {
    fc.assert(
      fc.property(courseAndDigests, fc.integer({ min: 2, max: 4 }), ([course, digests], parts) => {
        const bodies = Array.from({ length: parts }, (_, part) =>
          addDigests(
            course,
            undefined,
            digests.filter((_, i) => i % parts === part),
            day,
          ),
        );
        const whole = addDigests(course, undefined, digests, day);
        expect(joinProgress(course, bodies, day)).toEqual(whole);
        expect(joinProgress(course, bodies.toReversed(), day)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('remembers the last two forms of all records, and none of what is mastered by all together', () => {
    const nine = { type: 'score', correct: 9, of: 10, minutes: 3 } as const;
    const course = courseOf([objective('a', { rule: nine }), objective('b', { rule: nine })]);
    const moment = Date.UTC(2026, 8, 1);
    const blank = addDigests(course, undefined, [], day);
    const add = (body: ProgressBody, position: number, form: string, minutes: number) =>
      withForm(course, body, position, [form], moment + minutes * 60_000, day);
    const one = add(add(blank, 0, 'a1', 0), 1, 'b1', 0);
    const other = add(add(blank, 1, 'b2', 1), 1, 'b3', 2);
    const met = addDigests(course, other, [digest(0, check(10))], day);
    const joined = joinProgress(course, [one, met], day);
    expect(recentForms(joined, 1)).toEqual([['b3'], ['b2']]);
    expect(recentForms(joined, 0)).toEqual([]);
    const missed = digest(40, check(0, { of: 2, purpose: 'retention' }), { stream: 2 });
    const looked = add(addDigests(course, one, [missed], day), 0, 'a2', 41 * 24 * 60);
    expect(recentForms(joinProgress(course, [looked, met], day), 0)).toEqual([['a2']]);
    expect(joinProgress(course, [one], day)).toBe(one);
    expect(joinProgress(course, [], day)).toBeUndefined();
  });

  test('leaves out evidence in a format of a later version, and keeps it as it is where it is all there is', () => {
    const course = courseOf([
      objective('a', { rule: { type: 'score', correct: 9, of: 10, minutes: 3 } }),
    ]);
    const later: ProgressBody = { st: '?', fl: '?', d: '2;?', f: '' };
    const known = addDigests(course, undefined, [digest(0, check(10))], day);
    expect(joinProgress(course, [later], day)).toBe(later);
    expect(joinProgress(course, [later, known], day)).toEqual(known);
  });
});
