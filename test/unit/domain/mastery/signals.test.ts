import { describe, expect, test } from 'vitest';
import { foldObjective } from '#domain/mastery/fold.ts';
import type { Digest } from '#domain/mastery/entry.ts';
import { addDigests, flagsAt } from '#domain/mastery/progress.ts';
import { day } from '../rules/arbitraries.ts';
import { check, courseOf, digest, objective } from './arbitraries.ts';

const course = courseOf([objective('a', { rule: { type: 'score', correct: 9, of: 10 } })]);
const flags = (...digests: Digest[]) => foldObjective(course, 0, digests, day)?.flags;
const says = (at: number, signal: 'ready' | 'help' | 'none') =>
  digest(at, { type: 'signal', signal });

describe('what a child says about an objective', () => {
  test('"ready" stands until a check is handed in, an interrupted one leaves it', () => {
    expect(flags(says(0, 'ready'))).toEqual(['ready-to-try']);
    expect(flags(says(0, 'ready'), digest(1, check(3, { finished: false })))).toEqual([
      'ready-to-try',
    ]);
    expect(flags(says(0, 'ready'), digest(1, check(3)))).toEqual([]);
    expect(flags(digest(0, check(3)), says(1, 'ready'))).toEqual(['ready-to-try']);
  });

  test('"help" stands until somebody takes it off or the objective is mastered; the latest word counts', () => {
    expect(flags(says(0, 'help'), digest(1, check(3)))).toEqual(['would-like-help']);
    expect(flags(says(0, 'help'), says(1, 'none'))).toEqual([]);
    expect(flags(says(0, 'help'), says(1, 'ready'))).toEqual(['ready-to-try']);
    expect(flags(says(0, 'help'), digest(1, check(9)))).toEqual([]);
  });

  test('every set of flags comes back from the progress document', () => {
    const digests = [0, 1, 2, 3].map((at) => digest(at, check(3)));
    const two = [
      digest(4, { type: 'judgement', decision: 'none', replaces: [] }),
      { ...digest(4, { type: 'judgement', decision: 'mastered', replaces: [] }), slot: 99 },
    ] as Digest[];
    for (const signal of ['ready', 'help', 'none'] as const) {
      const all = [...digests, says(5, signal)];
      const body = addDigests(course, undefined, all, day);
      expect(flagsAt(body, 0)).toEqual(flags(...all));
      expect(body.fl).toHaveLength(1);
    }
    expect(flagsAt(addDigests(course, undefined, [...digests, ...two], day), 0)).toContain(
      'two-views',
    );
  });

  test('a character of a later version says nothing here', () => {
    const body = addDigests(course, undefined, [digest(0, check(3))], day);
    expect(flagsAt({ ...body, fl: '\u4e00' }, 0)).toEqual([]);
  });
});

test('an attempt that was set aside names what did it, until that is taken back', () => {
  const attempt = digest(0, check(9));
  const place = ({ stream, slot }: Digest) => ({ stream, slot });
  const first = digest(1, { type: 'withdraw', targets: [place(attempt)] });
  const second = digest(2, { type: 'withdraw', targets: [place(attempt)] });
  const asideBy = (...digests: Digest[]) =>
    foldObjective(course, 0, digests, day)?.outcomes[0]?.setAsideBy;
  expect(asideBy(attempt)).toBeUndefined();
  expect(asideBy(attempt, first, second)).toEqual([place(first), place(second)]);
  const restore = (...targets: Digest[]) =>
    digest(3, { type: 'restore', targets: targets.map(place) });
  expect(asideBy(attempt, first, second, restore(first))).toEqual([place(second)]);
  expect(asideBy(attempt, first, second, restore(first, second))).toBeUndefined();
});
