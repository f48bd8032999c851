import { digitsOf, numberOf } from '../../kernel/numbers.ts';
import type { Trap } from '../item.ts';
import { numberTraps, remainderTraps } from '../traps.ts';
import type { Case, Params } from './divide-case.ts';

/** Wrong values that known misconceptions give. */
export function divideTraps(one: Case, params: Params): Trap[] {
  const { q, power, d, dividend, unknown } = one;
  if (params.r !== null) return pairTraps(one);
  const quotient = q * power;
  switch (unknown) {
    case 'result':
      return numberTraps(quotient, [
        ['multiplied', dividend * d],
        ['neighbour-fact', (q - 1) * power],
        ['neighbour-fact', (q + 1) * power],
        ['zero-in-quotient-dropped', withoutZeros(q)],
        ['zeros-miscounted', power > 1 ? quotient * 10 : null],
        ['zeros-miscounted', power > 1 ? quotient / 10 : null],
      ]);
    case 'dividend':
      return numberTraps(dividend, [
        ['divided-for-dividend', q / d],
        ['divided-for-dividend', q === 0 ? null : d / q],
        ['neighbour-fact', dividend - d],
        ['neighbour-fact', dividend + d],
      ]);
    case 'divisor':
      return numberTraps(d, [
        ['multiplied', dividend * quotient],
        ['neighbour-fact', d - 1],
        ['neighbour-fact', d + 1],
      ]);
  }
}

function pairTraps({ q, d, r }: Case): Trap[] {
  const dropped = withoutZeros(q);
  return remainderTraps(
    [q, r],
    [
      ['remainder-too-large', [q - 1, r + d]],
      ['remainder-dropped', [q, 0]],
      ['parts-exchanged', [r, q]],
      ['zero-in-quotient-dropped', dropped === null ? null : [dropped, r]],
      ['neighbour-fact', [q - 1, r]],
      ['neighbour-fact', [q + 1, r]],
    ],
  );
}

/** 102 as 12; null where there is no zero to lose. */
function withoutZeros(q: number): number | null {
  const digits = digitsOf(q);
  return q > 0 && digits.includes(0) ? numberOf(digits.filter((digit) => digit > 0)) : null;
}
