import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '#domain/rules/evaluate.ts';
import { explain } from '#domain/rules/explain.ts';
import type { EvidenceBody } from '#domain/rules/evidence.ts';
import { stretchRule } from '#domain/rules/stretch-rule.ts';
import { anyKindOfRule, daily, day } from './arbitraries.ts';

const FACTORS = fc.constantFrom(0, 1, 1.25, 1.5, 2, 3);

test('a stretched rule asks of everybody what the rule asks of a child with that much time', () => {
  const ms = fc.constantFrom(0, 30_000, 75_000, 225_000, 225_001, 1_800_000, 3_600_000);
  fc.assert(
    fc.property(anyKindOfRule, FACTORS, fc.nat(25), ms, (rule, factor, correct, activeMs) => {
      const check = (timeFactor: number): EvidenceBody[] => [
        { type: 'score', correct, of: 25, activeMs, timeFactor },
      ];
      expect(evaluate(stretchRule(rule, factor), daily(...check(1)), day).met).toBe(
        evaluate(rule, daily(...check(factor)), day).met,
      );
    }),
    { numRuns: 500 },
  );
});

test('a limit is stretched in words, and left out where there is none', () => {
  const rule = { type: 'score', correct: 9, of: 10, minutes: 3 } as const;
  expect(explain(stretchRule(rule, 1.5), 'en')).toBe('9 of 10 right, within 4.5 minutes');
  expect(explain(stretchRule(rule, 0), 'en')).toBe('9 of 10 right');
});
