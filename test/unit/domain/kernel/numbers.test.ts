import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert, unreachable } from '#domain/kernel/assert.ts';
import { digitsOf, gcd, numberOf } from '#domain/kernel/numbers.ts';
import { err, fault, ok } from '#domain/kernel/result.ts';

describe('numbers', () => {
  it('takes a number apart into digits and puts it together again', () => {
    expect(digitsOf(507)).toEqual([7, 0, 5]);
    expect(digitsOf(0)).toEqual([0]);
    fc.assert(fc.property(fc.nat(), (n) => numberOf(digitsOf(n)) === n));
  });

  it('finds the greatest common divisor', () => {
    expect(gcd(12, 18)).toBe(6);
    expect(gcd(0, 7)).toBe(7);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const g = gcd(a, b);
        const common = Array.from({ length: 500 }, (_, i) => i + 1).filter(
          (d) => a % d === 0 && b % d === 0,
        );
        expect(g).toBe(common.at(-1));
      }),
    );
  });
});

describe('results and assertions', () => {
  it('tell success from failure, and name only what is known of a fault', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(err('x')).toEqual({ ok: false, error: 'x' });
    expect(fault('a.b')).toEqual({ ok: false, error: { code: 'a.b' } });
    expect(fault('a.b', 'p', 'd').error).toEqual({ code: 'a.b', path: 'p', detail: 'd' });
  });

  it('throw on a broken invariant', () => {
    expect(() => assert(false, 'two is two')).toThrow('Invariant broken: two is two');
    expect(() => unreachable('x' as never)).toThrow('Unreachable');
  });
});
