import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldObjective } from '#domain/mastery/fold.ts';
import type { Digest } from '#domain/mastery/entry.ts';
import { DEFAULT_RETAKES, retakeOf, type Retake } from '#domain/mastery/retake.ts';
import { day } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective, someCourse, someDigests } from './arbitraries.ts';

const course = courseOf([objective('a', { rule: { type: 'score', correct: 9, of: 10 } })]);
const HOUR = 3_600_000;
const MORNING = digest(0, check(0)).moment;

/** Digests at hours after the first morning, in the order of their slots. */
function at(hour: number, entry: Digest['entry'], slot: number): Digest {
  return { ...digest(0, entry), moment: MORNING + hour * HOUR, slot };
}
function retake(digests: readonly Digest[], hour: number, setting = DEFAULT_RETAKES): Retake {
  return retakeOf(foldObjective(course, 0, digests, day), setting, MORNING + hour * HOUR, day);
}
const reviewOf = (slot: number): Digest['entry'] => ({
  type: 'review',
  targets: [{ stream: 1, slot }],
});

describe('trying again', () => {
  test('a first check is open, and so is one after an accurate but slower one', () => {
    expect(retake([], 0).state).toBe('open');
    const timed = courseOf([
      objective('a', { rule: { type: 'score', correct: 9, of: 10, minutes: 1 } }),
    ]);
    const slower = foldObjective(timed, 0, [digest(0, check(10, { activeMs: 90_000 }))], day);
    expect(retakeOf(slower, DEFAULT_RETAKES, MORNING + HOUR, day).state).toBe('open');
  });

  test('after "not yet" the mistakes come first, and then the next check is open', () => {
    expect(retake([at(0, check(5), 1)], 1)).toEqual({
      state: 'review-first',
      attempt: { stream: 1, slot: 1 },
    });
    expect(retake([at(0, check(5), 1), at(0.1, reviewOf(1), 2)], 1).state).toBe('open');
    const off = { ...DEFAULT_RETAKES, reviewFirst: false };
    expect(retake([at(0, check(5), 1)], 1, off).state).toBe('open');
  });

  test('after two "not yet" on one day it is open on the next calendar day, whatever the hour', () => {
    const two = [
      at(0, check(5), 1),
      at(0.1, reviewOf(1), 2),
      at(1, check(6), 3),
      at(1.1, reviewOf(3), 4),
    ];
    expect(retake(two, 2)).toEqual({ state: 'another-day', from: '2026-09-02' });
    expect(retake(two, 15.9).state).toBe('another-day');
    expect(retake(two, 16).state).toBe('open');
    expect(retake(two, 2, { reviewFirst: true, perDay: 0 }).state).toBe('open');
    expect(retake(two, 2, { reviewFirst: true, perDay: 3 }).state).toBe('open');
  });

  test('a teacher who says "now" opens it once: until the next "not yet"', () => {
    const two = [at(0, check(5), 1), at(1, check(6), 2), at(2, { type: 'allow' }, 3)];
    expect(retake(two, 3).state).toBe('open');
    expect(retake([...two, at(3, check(6), 4)], 4).state).toBe('another-day');
  });

  test('"now" that is taken back is as if it had not been said; an earlier one and a later one stand', () => {
    const take = (slot: number): Digest['entry'] => ({
      type: 'withdraw',
      targets: [{ stream: 1, slot }],
    });
    const two = [at(0, check(5), 1), at(1, check(6), 2), at(2, { type: 'allow' }, 3)];
    const taken = [...two, at(2.1, take(3), 4)];
    expect(retake(taken, 3)).toEqual(retake(two.slice(0, 2), 3));
    expect(retake([...taken, at(2.2, { type: 'allow' }, 5)], 3).state).toBe('open');
    const twice = [...two, at(2.1, { type: 'allow' }, 4), at(2.2, take(4), 5)];
    expect(retake(twice, 3).state).toBe('open');
  });

  test('an interrupted check, one set aside and practice that was never handed in do not count', () => {
    const withdrawn: Digest['entry'] = { type: 'withdraw', targets: [{ stream: 1, slot: 2 }] };
    const digests = [
      at(0, check(2, { finished: false }), 1),
      at(1, check(5), 2),
      at(2, withdrawn, 3),
    ];
    expect(retake(digests, 3).state).toBe('open');
    const restored: Digest['entry'] = { type: 'restore', targets: [{ stream: 1, slot: 3 }] };
    expect(retake([...digests, at(2.5, restored, 4)], 3).state).toBe('review-first');
  });

  test('nothing closes a mastered or excused objective, and tomorrow is never closed for the number of tries', () => {
    fc.assert(
      fc.property(someCourse, someDigests(1), (any, digests) => {
        const progress = foldObjective(any, 0, digests, day);
        const last = Math.max(MORNING, ...digests.map(({ moment }) => moment));
        const now = retakeOf(progress, DEFAULT_RETAKES, last, day);
        const done = ['mastered', 'check-again', 'excused'].includes(progress?.status ?? '');
        expect(done && now.state !== 'open').toBe(false);
        expect(retakeOf(progress, DEFAULT_RETAKES, last + 24 * HOUR, day).state).not.toBe(
          'another-day',
        );
      }),
    );
  });
});
