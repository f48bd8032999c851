import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '#domain/rules/evaluate.ts';
import type { Evidence, EvidenceBody } from '#domain/rules/evidence.ts';
import { judge } from '#domain/rules/judge.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { anyKindOfRule, daily, day, named, piece, someEvidence } from './arbitraries.ts';

const met = { type: 'mark', met: true } as const;
const notYet = { type: 'mark', met: false } as const;
const seen = { type: 'observed', seen: true } as const;
const opposite = { type: 'observed', seen: false } as const;
const score = (correct: number, of: number, seconds = 60, timeFactor = 1): EvidenceBody => ({
  type: 'score',
  correct,
  of,
  activeMs: seconds * 1000,
  timeFactor,
});
const at = (text: string, body: EvidenceBody, slot = 1): Evidence => ({
  ...body,
  moment: Date.parse(`${text}Z`),
  address: { stream: 1, slot },
});
const result = (rule: Rule, evidence: readonly Evidence[]) => {
  const { met: isMet, have, need, nearly } = evaluate(rule, evidence, day);
  return { met: isMet, have, need, nearly };
};

describe('score', () => {
  const rule: Rule = { type: 'score', correct: 9, of: 10, minutes: 3 };

  test('nine of ten in three minutes is mastered, eight is nearly, seven is not yet', () => {
    expect(result(rule, daily(score(9, 10)))).toEqual({
      met: true,
      have: 9,
      need: 9,
      nearly: false,
    });
    expect(result(rule, daily(score(8, 10)))).toEqual({
      met: false,
      have: 8,
      need: 9,
      nearly: true,
    });
    expect(result(rule, daily(score(7, 10)))).toEqual({
      met: false,
      have: 7,
      need: 9,
      nearly: false,
    });
  });

  test('the limit itself is in time, a millisecond more is nearly', () => {
    expect(result(rule, daily(score(9, 10, 180))).met).toBe(true);
    expect(result(rule, daily(score(9, 10, 180.001)))).toMatchObject({ met: false, nearly: true });
  });

  test('eight right and too slow is not nearly: two things are missing', () => {
    expect(result(rule, daily(score(8, 10, 181))).nearly).toBe(false);
  });

  test('an accommodation stretches the limit, or lifts it', () => {
    expect(result(rule, daily(score(9, 10, 225, 1.25))).met).toBe(true);
    expect(result(rule, daily(score(9, 10, 225.1, 1.25))).met).toBe(false);
    expect(result(rule, daily(score(9, 10, 9999, 0))).met).toBe(true);
  });

  test('a check of another length needs the same share, or as many right when it is shorter', () => {
    expect(result(rule, daily(score(17, 20))).nearly).toBe(true);
    expect(result(rule, daily(score(18, 20))).met).toBe(true);
    expect(result(rule, daily(score(5, 5)))).toMatchObject({ met: false, have: 5, need: 9 });
  });

  test("a person's mark meets it, a single sighting does not", () => {
    expect(result(rule, daily(met)).met).toBe(true);
    expect(result(rule, daily(seen)).met).toBe(false);
    expect(result(rule, daily({ type: 'rate', hits: 9, of: 10 })).met).toBe(true);
  });

  test('a worse check later does not take "nearly" away', () => {
    expect(result(rule, daily(score(8, 10), score(3, 10)))).toMatchObject({
      have: 8,
      nearly: true,
    });
  });
});

describe('demonstrations', () => {
  const four: Rule = { type: 'demonstrations', times: 4, distinct: 'thing' };
  const feeling = (thing: string): EvidenceBody => ({ ...met, thing });

  test('four different feelings are needed: the same one again does not count', () => {
    const three = daily(feeling('glad'), feeling('sad'), feeling('sad'), feeling('angry'));
    expect(result(four, three)).toEqual({ met: false, have: 3, need: 4, nearly: true });
    const all = [...three, piece(feeling('afraid'), three)];
    expect(evaluate(four, all, day)).toMatchObject({ met: true, metAt: all.at(-1)?.moment });
  });

  test('different days are calendar days, different occasions are sittings', () => {
    const sameDay = [at('2026-09-01T09:00', met, 1), at('2026-09-01T15:00', met, 2)];
    expect(result({ type: 'demonstrations', times: 2, distinct: 'day' }, sameDay).have).toBe(1);
    expect(result({ type: 'demonstrations', times: 2, distinct: 'none' }, sameDay).met).toBe(true);
    const sittings = daily(
      { ...met, occasion: 'x' },
      { ...met, occasion: 'x' },
      { ...met, occasion: 'y' },
    );
    expect(result({ type: 'demonstrations', times: 3, distinct: 'occasion' }, sittings).have).toBe(
      2,
    );
  });

  test('not yet is no demonstration', () => {
    expect(result(four, daily(notYet, notYet)).have).toBe(0);
  });
});

describe('consistently', () => {
  const three: Rule = { type: 'consistently', days: 3 };

  test('three observed days in a row, weekends and unobserved days between them', () => {
    const days = [
      at('2026-09-03T09:00', seen),
      at('2026-09-07T09:00', seen),
      at('2026-09-08T10:00', seen),
    ];
    expect(evaluate(three, days, day)).toMatchObject({ met: true, metAt: days[2]?.moment });
  });

  test('the opposite begins the run again', () => {
    expect(result(three, daily(seen, seen, opposite, seen))).toMatchObject({ met: false, have: 1 });
  });

  test('a day with both does not count, whichever came first', () => {
    const mixed = [
      at('2026-09-01T09:00', seen),
      at('2026-09-02T09:00', opposite, 2),
      at('2026-09-02T11:00', seen, 3),
      at('2026-09-03T09:00', seen, 4),
    ];
    expect(result(three, mixed)).toMatchObject({ have: 1, nearly: false });
    const other = mixed.map((one, i) =>
      i === 1 || i === 2
        ? at(['', '2026-09-02T11:00', '2026-09-02T09:00'][i] ?? '', one, 9 - i)
        : one,
    );
    expect(result(three, other).have).toBe(1);
  });

  test('once met it stays met', () => {
    expect(result(three, daily(seen, seen, seen, opposite, opposite)).met).toBe(true);
  });

  test('seen twice on one day is one day', () => {
    expect(
      result(three, [at('2026-09-01T09:00', seen), at('2026-09-01T10:00', seen, 2)]).have,
    ).toBe(1);
  });
});

describe('rate', () => {
  const articles: Rule = { type: 'rate', percent: 90, compare: 'more' };
  const rate = (hits: number, of: number): EvidenceBody => ({ type: 'rate', hits, of });

  test('more than 90 percent of twenty is nineteen', () => {
    expect(result(articles, daily(rate(18, 20)))).toEqual({
      met: false,
      have: 18,
      need: 19,
      nearly: true,
    });
    expect(result(articles, daily(rate(19, 20))).met).toBe(true);
  });

  test('too few opportunities are not enough, one short is nearly', () => {
    expect(result(articles, daily(rate(18, 18)))).toMatchObject({ met: false, nearly: false });
    expect(result(articles, daily(rate(19, 19)))).toMatchObject({ met: false, nearly: true });
  });

  test('two assessments are not added up', () => {
    expect(result(articles, daily(rate(10, 10), rate(10, 10))).met).toBe(false);
  });

  test('at least is exact where a float would slip', () => {
    const rule: Rule = { type: 'rate', percent: 29, compare: 'at-least', opportunities: 100 };
    expect(result(rule, daily(rate(29, 100))).met).toBe(true);
    expect(result(rule, daily(rate(28, 100))).met).toBe(false);
    expect(result({ ...rule, compare: 'more' }, daily(rate(29, 100))).met).toBe(false);
  });
});

describe('level', () => {
  const rule: Rule = { type: 'level', level: 3, levels: 4, criteria: ['a', 'b', 'c'].map(named) };
  const levels = (...of: number[]): EvidenceBody => ({ type: 'levels', levels: of });

  test('level three on each criterion', () => {
    expect(result(rule, daily(levels(3, 4, 3))).met).toBe(true);
    expect(result(rule, daily(levels(3, 4, 1)))).toEqual({
      met: false,
      have: 2,
      need: 3,
      nearly: true,
    });
    expect(result(rule, daily(levels(3, 2, 2))).nearly).toBe(false);
  });

  test('a stated share of the criteria is rounded up', () => {
    expect(result({ ...rule, share: 50 }, daily(levels(3, 3, 1)))).toMatchObject({
      met: true,
      need: 2,
    });
  });

  test('a criterion that was not rated is not reached', () => {
    expect(result(rule, daily(levels(4, 4))).have).toBe(2);
  });
});

describe('parts and any', () => {
  const once: Rule = { type: 'demonstrations', times: 1, distinct: 'none' };
  const behaviour: Rule = {
    type: 'parts',
    parts: [
      { id: 'describe', name: named('describe'), rule: once },
      { id: 'did', name: named('did'), rule: once },
      { id: 'always', name: named('always'), rule: { type: 'consistently', days: 2 } },
    ],
  };

  test('all parts are needed, and evidence counts for the part it names', () => {
    const two = daily({ ...met, part: 'describe' }, { ...met, part: 'did' });
    expect(result(behaviour, two)).toEqual({ met: false, have: 2, need: 3, nearly: true });
    const first = piece({ ...seen, part: 'always' }, two);
    const second = piece({ ...seen, part: 'always' }, [...two, first]);
    expect(evaluate(behaviour, [...two, first, second], day)).toMatchObject({
      met: true,
      metAt: second.moment,
    });
  });

  test('evidence that names no part, or a strange one, counts for none', () => {
    expect(result(behaviour, daily(met, { ...met, part: 'strange' })).have).toBe(0);
    expect(judge(behaviour, met)).toBe('waiting');
    expect(judge(behaviour, { ...met, part: 'did' })).toBe('met');
  });

  test('a check speaks of the parts that are measured by a score', () => {
    const rule: Rule = {
      type: 'parts',
      parts: [
        { id: 'facts', name: named('facts'), rule: { type: 'score', correct: 4, of: 5 } },
        { id: 'told', name: named('told'), rule: once },
      ],
    };
    expect(result(rule, daily(score(5, 5)))).toMatchObject({ have: 1, nearly: true });
  });

  test('any of several ways is enough, the earliest gives the date', () => {
    const rule: Rule = {
      type: 'any',
      rules: [
        { type: 'score', correct: 9, of: 10 },
        { type: 'consistently', days: 1 },
      ],
    };
    const evidence = daily(seen, score(10, 10));
    expect(evaluate(rule, evidence, day)).toMatchObject({
      met: true,
      metAt: evidence[0]?.moment,
      unit: 'day',
    });
  });
});

test('the order in which evidence is given changes nothing', () => {
  fc.assert(
    fc.property(
      anyKindOfRule,
      someEvidence.chain((evidence) =>
        fc.tuple(
          fc.constant(evidence),
          fc.shuffledSubarray(evidence, { minLength: evidence.length }),
        ),
      ),
      (rule, [evidence, shuffled]) => {
        expect(evaluate(rule, shuffled, day)).toEqual(evaluate(rule, evidence, day));
      },
    ),
    { numRuns: 500 },
  );
});

test('more evidence later never takes back that a rule was met, nor the date', () => {
  fc.assert(
    fc.property(anyKindOfRule, someEvidence, someEvidence, (rule, before, more) => {
      const first = evaluate(rule, before, day);
      const after = more.map((one, i) => ({
        ...one,
        moment: one.moment + 7 * 86_400_000,
        address: { stream: 2, slot: i },
      }));
      const then = evaluate(rule, [...before, ...after], day);
      const { met: wasMet, metAt } = first;
      expect(wasMet ? { met: then.met, metAt: then.metAt } : first).toMatchObject({
        met: wasMet,
        metAt,
      });
    }),
    { numRuns: 1000 },
  );
});

test('under a rule that one attempt decides, the outcome of an attempt is what it does to the rule', () => {
  fc.assert(
    fc.property(
      anyKindOfRule.filter(({ type }) => ['score', 'rate', 'level'].includes(type)),
      someEvidence,
      (rule, evidence) => {
        for (const one of evidence)
          expect(judge(rule, one) === 'met').toBe(evaluate(rule, [one], day).met);
      },
    ),
    { numRuns: 500 },
  );
});
