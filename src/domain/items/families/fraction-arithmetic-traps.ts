import { unreachable } from '../../kernel/assert.ts';
import { lcm, over, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import type { Trap } from '../item.ts';
import { fractionTraps, numberTraps } from '../traps.ts';
import {
  commonParts,
  regroups,
  resultOf,
  valueOf,
  type Case,
  type Op,
  type Params,
} from './fraction-arithmetic-case.ts';

type Entries = readonly (readonly [string, Ratio | null])[];

/** Wrong values that known misconceptions give. */
export function fractionArithmeticTraps(one: Case, { kind, op }: Params): Trap[] {
  const key = resultOf(one, op);
  const { first, second } = one;
  switch (kind) {
    case 'like':
      return fractionTraps(key, [topsAndBottoms(one, op)]);
    case 'unlike':
      return fractionTraps(key, [topsAndBottoms(one, op), keptNumerators(one, op)]);
    case 'like-mixed':
      return fractionTraps(key, [topsAndBottoms(one, op), ...mixedTraps(one, op)]);
    case 'unlike-mixed':
      return fractionTraps(key, [
        topsAndBottoms(one, op),
        keptNumerators(one, op),
        ...mixedTraps(one, op),
      ]);
    case 'tenths-hundredths':
      return fractionTraps(key, [
        topsAndBottoms(one, op),
        keptNumerators(one, op),
        ['tenths-as-hundredths', ratio(first.num + second.num, 100)],
      ]);
    case 'times-whole':
      return fractionTraps(key, [['multiplied-both', ratio(first.num, first.den)]]);
    case 'product':
      return fractionTraps(key, [crossed(one)]);
    case 'product-mixed':
      return fractionTraps(key, [crossed(one), separately(one), wholesOnly(one, op)]);
    case 'unit-by-whole':
      return fractionTraps(key, [['divided-the-number', ratio(second.whole, first.den)]]);
    case 'whole-by-unit': {
      const quotient = first.whole / second.den;
      return numberTraps(key.num, [['divided-the-number', quotient]]);
    }
    default:
      return unreachable(kind);
  }
}

const wholesOf = ({ first, second }: Case, op: Op): number =>
  op === '+' ? first.whole + second.whole : first.whole - second.whole;

/** Numerators and denominators calculated apart; a difference has to be a fraction above 0. */
function topsAndBottoms(one: Case, op: Op): Entries[number] {
  const { first, second } = one;
  const sign = op === '+' ? 1 : -1;
  const den = first.den + sign * second.den;
  if (den === 0) return ['added-tops-and-bottoms', null];
  const part = ratio(first.num + sign * second.num, den);
  return ['added-tops-and-bottoms', part.num > 0 ? plus(ratio(wholesOf(one, op)), part) : null];
}

/** The common denominator under the numerators as they were. */
function keptNumerators(one: Case, op: Op): Entries[number] {
  const { first, second } = one;
  const num = op === '+' ? first.num + second.num : first.num - second.num;
  const part = ratio(num, lcm(first.den, second.den));
  return ['kept-numerators', num > 0 ? plus(ratio(wholesOf(one, op)), part) : null];
}

/** What goes wrong where a whole is traded, and where only whole parts are looked at. */
function mixedTraps(one: Case, op: Op): Entries {
  const { x, y, den } = commonParts(one);
  const left = op === '+' ? x + y - den : Math.abs(x - y);
  const wholes = ratio(wholesOf(one, op));
  return [
    ['no-regroup', regroups(one, op) ? plus(wholes, ratio(left, den)) : null],
    wholesOnly(one, op),
  ];
}

function wholesOnly(one: Case, op: Op): Entries[number] {
  const { first, second } = one;
  const value = op === '×' ? first.whole * second.whole : wholesOf(one, op);
  return ['whole-parts-only', ratio(value)];
}

/** Each numerator with the other denominator. */
function crossed({ first, second }: Case): Entries[number] {
  return ['crossed', over(valueOf(first), valueOf(second))];
}

/** Whole parts and fraction parts multiplied apart. */
function separately({ first, second }: Case): Entries[number] {
  const parts = times(ratio(first.num, first.den), ratio(second.num, second.den));
  return ['parts-separately', plus(ratio(first.whole * second.whole), parts)];
}
