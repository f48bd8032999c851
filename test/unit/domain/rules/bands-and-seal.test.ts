import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '#domain/rules/evaluate.ts';
import { scoreBands } from '#domain/rules/score-bands.ts';
import { unitSeal } from '#domain/rules/seal.ts';
import { daily, day, scoreRule } from './arbitraries.ts';

test('every number right lies in exactly one band, the one that evaluation gives it', () => {
  fc.assert(
    fc.property(scoreRule, (rule) => {
      const bands = scoreBands(rule);
      for (let correct = 0; correct <= rule.of; correct += 1) {
        const holding = bands.filter(({ from, to }) => from <= correct && correct <= to);
        const evidence = daily({ type: 'score', correct, of: rule.of, activeMs: 0, timeFactor: 1 });
        const { met, nearly } = evaluate(rule, evidence, day);
        expect(holding.map(({ band }) => band)).toEqual([
          met ? 'met' : nearly ? 'nearly' : 'not-yet',
        ]);
      }
      const size = bands.reduce((sum, { from, to }) => sum + to - from + 1, 0);
      expect(size).toBe(rule.of + 1);
    }),
    { numRuns: 300 },
  );
});

test('nine of ten has the bands 9 to 10, 8, and 0 to 7', () => {
  expect(scoreBands({ type: 'score', correct: 9, of: 10 })).toEqual([
    { band: 'met', from: 9, to: 10 },
    { band: 'nearly', from: 8, to: 8 },
    { band: 'not-yet', from: 0, to: 7 },
  ]);
});

test('a seal takes a share of what is not excused, rounded up', () => {
  const need = (percent: number, counted: number): number =>
    unitSeal({ type: 'share', percent }, 0, counted).need;
  expect([need(100, 8), need(90, 10), need(90, 20), need(80, 8), need(90, 9)]).toEqual([
    8, 9, 18, 7, 9,
  ]);
});

test('excusing an objective never makes a seal harder, and everything excused earns none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 60 }),
      (percent, counted) => {
        const rule = { type: 'share', percent } as const;
        const { need } = unitSeal(rule, 0, counted);
        expect(need * 100).toBeGreaterThanOrEqual(percent * counted);
        expect((need - 1) * 100).toBeLessThan(percent * counted);
        expect(unitSeal(rule, 0, counted - 1).need).toBeLessThanOrEqual(need);
        expect([unitSeal(rule, need, counted).met, unitSeal(rule, need - 1, counted).met]).toEqual([
          true,
          false,
        ]);
      },
    ),
  );
  expect(unitSeal({ type: 'share', percent: 90 }, 0, 0).met).toBe(false);
});
