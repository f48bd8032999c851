import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '#domain/mastery/entry.ts';
import { foldObjective } from '#domain/mastery/fold.ts';
import { addDigests } from '#domain/mastery/progress.ts';
import {
  DEFAULT_RETENTION,
  duePositions,
  lookTogether,
  retentionDue,
} from '#domain/mastery/retention.ts';
import { asksShortLook, LOOK_ITEMS, scoreLook } from '#domain/mastery/retention-score.ts';
import type { ItemResult } from '#domain/items/grade.ts';
import { day } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective } from './arbitraries.ts';

const rule = { type: 'score', correct: 9, of: 10, minutes: 3 } as const;
const course = courseOf(
  Array.from({ length: 8 }, (_, i) =>
    objective(`o${i}`, { rule, check: { family: 'add-sub', version: 1, params: {} } }),
  ),
);
const DAY = 86_400_000;
const BEGAN = digest(0, check(9)).moment;
const look = (correct: number, of: number) => check(correct, { of, purpose: 'retention' });

function fold(digests: readonly Digest[]) {
  const progress = foldObjective(course, 0, digests, day);
  if (progress === null) throw new Error('the course has an objective there');
  return progress;
}
const due = (digests: readonly Digest[], days: number, schedule = DEFAULT_RETENTION) =>
  retentionDue(fold(digests), schedule, BEGAN + days * DAY, day);

describe('whether mastery lasted', () => {
  test('one right answer is enough, two misses ask for another check, a met check clears it', () => {
    const mastered = digest(0, check(9));
    expect(fold([mastered, digest(2, look(1, 1))]).status).toBe('mastered');
    expect(fold([mastered, digest(2, look(1, 2))]).status).toBe('mastered');
    const missed = fold([mastered, digest(2, look(0, 2))]);
    expect([missed.status, missed.masteredAt]).toEqual(['check-again', BEGAN]);
    expect(fold([mastered, digest(2, look(0, 2)), digest(3, check(9))]).status).toBe('mastered');
    expect(fold([mastered, digest(2, look(0, 2)), digest(3, look(1, 1))]).status).toBe('mastered');
  });

  test('a look never builds mastery, and is never slower', () => {
    expect(fold([digest(0, look(1, 1))]).status).toBe('not-started');
    const late = check(1, { of: 1, purpose: 'retention', activeMs: 10 ** 7 });
    expect(fold([digest(0, check(9)), digest(2, late)]).status).toBe('mastered');
  });

  test('the second item only counts where the first was missed', () => {
    const results = (...verdicts: ItemResult['verdict'][]): ItemResult[] =>
      verdicts.map((verdict) => ({ verdict, raw: '1', tags: [] }));
    expect(scoreLook({ results: results('right', 'blank') })).toEqual({ correct: 1, of: 1 });
    expect(scoreLook({ results: results('wrong', 'right') })).toEqual({ correct: 1, of: 2 });
    expect(scoreLook({ results: results('blank', 'wrong') })).toEqual({ correct: 0, of: 2 });
  });

  test('only a retention form of two items is a short look', () => {
    const form = { generator: 'g', version: 1, seed: 's', avoid: [], hash: 'h' };
    expect(asksShortLook({ purpose: 'retention', form: { ...form, count: LOOK_ITEMS } })).toBe(
      true,
    );
    expect(asksShortLook({ purpose: 'mastery', form: { ...form, count: LOOK_ITEMS } })).toBe(false);
    expect(asksShortLook({ purpose: 'retention', form })).toBe(false);
  });
});

describe('when it is asked', () => {
  test('2, 7, 21, 60 and 120 days after mastery, and then no more', () => {
    const mastered = digest(0, check(9));
    expect([1, 2, 5].map((days) => due([mastered], days))).toEqual([null, 0, 3]);
    const twice = [mastered, digest(2, look(1, 1)), digest(8, look(1, 1))];
    expect([8, 20, 21, 22].map((days) => due(twice, days))).toEqual([null, null, 0, 1]);
    expect(due([mastered, digest(120, look(1, 1))], 900)).toBeNull();
  });

  test('a late look stands for those it is later than', () => {
    const late = [digest(0, check(9)), digest(30, look(1, 1))];
    expect([31, 59, 60].map((days) => due(late, days))).toEqual([null, null, 0]);
  });

  test('not for what is not mastered, waits to be checked again, or where the school wants none', () => {
    expect(due([digest(0, check(8))], 30)).toBeNull();
    expect(due([digest(0, check(9)), digest(2, look(0, 2))], 30)).toBeNull();
    expect(due([digest(0, check(9))], 30, [])).toBeNull();
    const interrupted = look(0, 2);
    const cut = { ...interrupted, finished: false };
    expect(due([digest(0, check(9)), digest(2, cut)], 3)).toBe(1);
  });

  test('for any schedule and any looks: never before the first day, and a look today answers for today', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 250 }), { maxLength: 6 }),
        (schedule, days) => {
          const mastered = digest(0, check(9));
          const looks = days.map((at, i) => ({ ...digest(at, look(1, 1)), slot: 100 + i }));
          const first = Math.min(...schedule);
          expect(due([mastered], first - 1, schedule)).toBeNull();
          expect(due([mastered], first, schedule)).toBe(0);
          const last = Math.max(0, ...days);
          expect(due([mastered, ...looks], last, schedule)).toBeNull();
        },
      ),
    );
  });

  test('three to five at a time, the longest waiting first; fewer only when one waits long', () => {
    const digests = [0, 1, 2, 3, 4, 5].map((position) => ({
      ...digest(position, check(9)),
      position,
    }));
    const body = addDigests(course, undefined, digests, day);
    const all = duePositions(course, body, DEFAULT_RETENTION, BEGAN + 9 * DAY, day);
    expect(all.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(lookTogether(all)).toHaveLength(5);
    expect(lookTogether(all.slice(0, 3))).toHaveLength(3);
    expect(lookTogether(all.slice(1, 3))).toEqual([]);
    expect(lookTogether(all.slice(0, 2))).toHaveLength(2);
    expect(lookTogether([])).toEqual([]);
  });
});
