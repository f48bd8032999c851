import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import { calculate, nearest, type Case } from './estimate-case.ts';

/** Wrong values that known misconceptions give. */
export function estimateTraps(one: Case): Trap[] {
  if (one.op === '/') {
    const { key, tenfold, tooSmall, tooLarge } = one.options;
    return numberTraps(key, [
      ['factor-ten', tenfold],
      ['too-small', tooSmall],
      ['too-large', tooLarge],
    ]);
  }
  const { op, to, a, b, nearA, nearB, both } = one;
  const key = calculate(op, nearA, nearB);
  const exact = calculate(op, a, b);
  const down = (n: number): number => n - (n % to);
  return numberTraps(key, [
    ['exact-answer', exact],
    ['rounded-after', nearest(exact, to)],
    ...(both
      ? ([
          ['rounded-one', calculate(op, nearA, b)],
          ['rounded-one', calculate(op, a, nearB)],
        ] as const)
      : []),
    ['rounded-down', calculate(op, down(a), both ? down(b) : b)],
    ...(op === '*'
      ? ([
          ['factor-ten', key * 10],
          ['factor-ten', key / 10],
        ] as const)
      : []),
  ]);
}
