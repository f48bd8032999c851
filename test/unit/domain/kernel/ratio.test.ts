import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRatios, lcm, minus, over, plus, ratio, times } from '#domain/kernel/ratio.ts';

const whole = fc.integer({ min: -500, max: 500 });
const above = fc.integer({ min: 1, max: 500 });
const any = fc.tuple(whole, above).map(([num, den]) => ratio(num, den));

describe('exact fractions', () => {
  it('are in lowest terms, with the sign above', () => {
    expect(ratio(6, 8)).toEqual({ num: 3, den: 4 });
    expect(ratio(6, -8)).toEqual({ num: -3, den: 4 });
    expect(ratio(0, 5)).toEqual({ num: 0, den: 1 });
    expect(ratio(7)).toEqual({ num: 7, den: 1 });
    expect(() => ratio(1, 0)).toThrow('denominator 0');
  });

  it('what is added is taken away again, and what is multiplied is divided again', () => {
    fc.assert(
      fc.property(any, any, (x, y) => {
        expect(minus(plus(x, y), y)).toEqual(x);
        expect(plus(x, y)).toEqual(plus(y, x));
        const z = plus(times(y, y), ratio(1));
        expect(over(times(x, z), z)).toEqual(x);
      }),
    );
  });

  it('are compared by their value', () => {
    expect(compareRatios(ratio(1, 8), ratio(1, 6))).toBeLessThan(0);
    expect(compareRatios(ratio(2, 4), ratio(1, 2))).toBe(0);
    expect(compareRatios(ratio(-1, 2), ratio(-2, 3))).toBeGreaterThan(0);
  });

  it('two denominators meet in their least common multiple', () => {
    fc.assert(
      fc.property(above, above, (a, b) => {
        let multiple = a;
        while (multiple % b !== 0) multiple += a;
        expect(lcm(a, b)).toBe(multiple);
      }),
    );
  });
});
