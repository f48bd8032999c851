import { unreachable } from '../../kernel/assert.ts';
import { intBetween, type Random } from '../../kernel/random.ts';
import { minus, over, plus, times } from '../../kernel/ratio.ts';
import { decimal, decimalOf, placesOf, ratioOf, type Decimal } from '../decimal.ts';
import { drawNumber, largestOf, type NumberSet } from '../number-set.ts';
import type { Values, Variables } from '../variables.ts';

export type Name = 'a' | 'b' | 'n' | 'q' | 'd' | 's' | 't' | 'p';

/**
 * The calculations, the Domains they read, and how many decimals take a scale from `scales` (`s` for the first, `t` for the
 * second). Names stand in the order in which they are drawn.
 */
export const OPS = {
  '+': { domains: ['a', 'b'], scales: [], hasPowers: false },
  '-': { domains: ['a', 'b'], scales: [], hasPowers: false },
  'times-power': { domains: ['n'], scales: ['s'], hasPowers: true },
  'divide-power': { domains: ['n'], scales: ['s'], hasPowers: true },
  '*whole': { domains: ['a', 'b'], scales: ['s'], hasPowers: false },
  '*': { domains: ['a', 'b'], scales: ['s', 't'], hasPowers: false },
  '/whole': { domains: ['q', 'd'], scales: ['s'], hasPowers: false },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly domains: readonly Name[];
      readonly scales: readonly Name[];
      readonly hasPowers: boolean;
    }
  >
>;
export type Op = keyof typeof OPS;

export interface Params {
  readonly op: Op;
  readonly sets: Variables<Name>;
  readonly maxScale: number;
  readonly maxPlaces: number;
}

export interface Case {
  readonly first: Decimal;
  readonly second: Decimal;
  readonly result: Decimal;
  /** The variables of the parameters that made it. */
  readonly values: Values<Name>;
}

/** The case of these numbers, or null where they break a condition of the parameters. */
export function caseOf(params: Params, values: Values<Name>): Case | null {
  const operands = operandsOf(params, values);
  if (operands === null) return null;
  const result = resultOf(params.op, operands.first, operands.second);
  if (result === null || placesOf(result) > params.maxPlaces) return null;
  return { ...operands, result, values };
}

function operandsOf(
  { op, maxScale }: Params,
  values: Values<Name>,
): Pick<Case, 'first' | 'second'> | null {
  const { a = 0, b = 0, n = 0, q = 0, d = 0, s = 1, t = 1, p = 1 } = values;
  switch (op) {
    case '+':
    case '-':
      if (a % 100 === 0 || b % 100 === 0 || (op === '-' && b >= a)) return null;
      return { first: decimal(a, 100), second: decimal(b, 100) };
    case 'times-power':
    case 'divide-power':
      return n % 10 === 0 ? null : { first: { digits: n, scale: s }, second: decimal(p, 1) };
    case '*whole':
      return a % 10 === 0 ? null : { first: { digits: a, scale: s }, second: decimal(b, 1) };
    case '*':
      if (a % 10 === 0 || b % 10 === 0 || s * t > maxScale) return null;
      return { first: { digits: a, scale: s }, second: { digits: b, scale: t } };
    case '/whole':
      // The dividend keeps its places, zeros too, so that it is a decimal always: 3.0 ÷ 2.
      return q % 10 === 0 || d < 1
        ? null
        : { first: { digits: q * d, scale: s }, second: decimal(d, 1) };
    default:
      return unreachable(op);
  }
}

function resultOf(op: Op, first: Decimal, second: Decimal): Decimal | null {
  const [x, y] = [ratioOf(first), ratioOf(second)];
  switch (op) {
    case '+':
      return decimalOf(plus(x, y));
    case '-':
      return decimalOf(minus(x, y));
    case 'times-power':
    case '*whole':
    case '*':
      return decimalOf(times(x, y));
    case 'divide-power':
    case '/whole':
      return decimalOf(over(x, y));
    default:
      return unreachable(op);
  }
}

/** A number of the set with each count of digits equally likely, so that small numbers are met as often as large ones. */
export function drawByLength(random: Random, set: NumberSet): number {
  if (set.type === 'list' || set.step !== 1) return drawNumber(random, set);
  const shortest = String(set.min).length;
  const length = intBetween(random, shortest, String(largestOf(set)).length);
  const low = length === 1 ? 0 : 10 ** (length - 1);
  return intBetween(random, Math.max(set.min, low), Math.min(set.max, 10 ** length - 1));
}
