import { describe, expect, test } from 'vitest';
import type { Digest } from '#domain/mastery/entry.ts';
import { addDigests } from '#domain/mastery/progress.ts';
import { attemptsToAccept } from '#domain/reports/to-accept.ts';
import { day } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective } from '../mastery/arbitraries.ts';

const rule = { type: 'score', correct: 9, of: 10, minutes: 3 } as const;
const course = courseOf([objective('a', { rule }), objective('b', { rule })]);
const slow = { activeMs: 400_000 };
const waiting = (digests: readonly Digest[], since = 0) =>
  attemptsToAccept(course, addDigests(course, undefined, digests, day), since, day).map(
    ({ position, reason, attempt }) => [position, reason, attempt.moment],
  );

describe('attempts that a teacher may accept', () => {
  test('an accurate check that took longer, until a later one says something else', () => {
    const first = digest(0, check(10, slow));
    expect(waiting([first])).toEqual([[0, 'slower', first.moment]]);
    expect(waiting([first, digest(1, check(4))])).toEqual([]);
    expect(waiting([first, digest(1, check(10))])).toEqual([]);
    const again = digest(2, check(9, slow));
    expect(waiting([first, digest(1, check(4)), again])).toEqual([[0, 'slower', again.moment]]);
  });

  test('a met check that was answered too quickly, or with many pauses', () => {
    const rapid = digest(0, check(10, { notes: ['rapid'] }));
    const pauses = { ...digest(1, check(10, { notes: ['pauses', 'stopped'] })), position: 1 };
    expect(waiting([rapid, pauses])).toEqual([
      [0, 'rapid', rapid.moment],
      [1, 'pauses', pauses.moment],
    ]);
    expect(waiting([digest(0, check(4, { notes: ['rapid'] }))])).toEqual([]);
    expect(waiting([digest(0, check(10, { notes: ['paper'] }))])).toEqual([]);
    expect(waiting([digest(0, check(10, { notes: ['stopped'] }))])).toEqual([]);
  });

  test('no more once a person has decided, either way, or it was set aside', () => {
    const first = digest(0, check(10, slow));
    for (const decision of ['mastered', 'excused', 'none'] as const)
      expect(waiting([first, digest(1, { type: 'judgement', decision, replaces: [] })])).toEqual(
        [],
      );
    // A decision of before says nothing of it.
    const earlier = digest(0, { type: 'judgement', decision: 'none', replaces: [] });
    const second = digest(1, check(10, slow));
    expect(waiting([earlier, second])).toEqual([[0, 'slower', second.moment]]);
    const { stream, slot } = first;
    expect(waiting([first, digest(1, { type: 'withdraw', targets: [{ stream, slot }] })])).toEqual(
      [],
    );
  });

  test('a decision that is taken back is no word; said again it is one', () => {
    const first = digest(0, check(10, slow));
    const judged = (
      slot: number,
      decision: 'mastered' | 'none',
      before: readonly Digest[],
    ): Digest =>
      digest(slot, {
        type: 'judgement',
        decision,
        replaces: before.map(({ stream, slot: place }) => ({ stream, slot: place })),
      });
    for (const decision of ['mastered', 'none'] as const) {
      const word = judged(1, decision, []);
      const undone = judged(2, 'none', [word]);
      expect(waiting([first, word])).toEqual([]);
      expect(waiting([first, word, undone])).toEqual([[0, 'slower', first.moment]]);
      const again = judged(3, 'none', [undone]);
      expect(waiting([first, word, undone, again])).toEqual([]);
      expect(waiting([first, word, undone, again, judged(4, 'none', [again])])).toHaveLength(1);
    }
    // "Leave as it is" after a decision of before the attempt is a word about the attempt.
    const early = judged(0, 'mastered', []);
    const withdrawn = judged(1, 'none', [early]);
    const later = digest(2, check(10, slow));
    expect(waiting([early, withdrawn, later])).toHaveLength(1);
    expect(waiting([early, withdrawn, later, judged(3, 'none', [withdrawn])])).toEqual([]);
    // Two people: what one takes back the other has still said.
    const [one, other] = [judged(1, 'mastered', []), judged(2, 'none', [])];
    expect(waiting([first, one, other, judged(3, 'none', [one])])).toEqual([]);
  });

  test('a check that only asked whether it lasted is no such attempt; old ones are left alone', () => {
    expect(waiting([digest(0, check(10, { ...slow, purpose: 'retention' }))])).toEqual([]);
    const first = digest(0, check(10, slow));
    expect(waiting([first], first.moment)).toHaveLength(1);
    expect(waiting([first], first.moment + 1)).toEqual([]);
  });
});
