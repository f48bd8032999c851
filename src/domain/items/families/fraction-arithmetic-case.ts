import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import {
  compareRatios,
  lcm,
  minus,
  over,
  plus,
  ratio,
  times,
  type Ratio,
} from '../../kernel/ratio.ts';
import type { FractionForm } from '../item.ts';
import type { NumberSet } from '../number-set.ts';
import type { Values } from '../variables.ts';

export type Op = '+' | '-' | '×' | '÷';
export type Name = 'w' | 'v' | 'n' | 'a' | 'b' | 'c' | 'd';

/** Which calculation, its variables in the order in which they are drawn, and the operations it has. */
export const KINDS = {
  like: { names: ['d', 'a', 'b'], ops: ['+', '-'] },
  unlike: { names: ['a', 'b', 'c', 'd'], ops: ['+', '-'] },
  'like-mixed': { names: ['w', 'v', 'd', 'a', 'b'], ops: ['+', '-'] },
  'unlike-mixed': { names: ['w', 'v', 'a', 'b', 'c', 'd'], ops: ['+', '-'] },
  'tenths-hundredths': { names: ['a', 'b'], ops: ['+'] },
  'times-whole': { names: ['n', 'd', 'w'], ops: ['×'] },
  product: { names: ['a', 'b', 'c', 'd'], ops: ['×'] },
  'product-mixed': { names: ['w', 'a', 'b', 'v', 'c', 'd'], ops: ['×'] },
  'unit-by-whole': { names: ['d', 'w'], ops: ['÷'] },
  'whole-by-unit': { names: ['d', 'w'], ops: ['÷'] },
} as const satisfies Readonly<
  Record<string, { readonly names: readonly Name[]; readonly ops: readonly Op[] }>
>;
export type Kind = keyof typeof KINDS;

export interface Params {
  readonly kind: Kind;
  readonly op: Op;
  readonly sets: Readonly<Partial<Record<Name, NumberSet>>>;
  readonly maxLcm: number;
  readonly maxWhole: number;
  readonly form: FractionForm;
}

/** A whole part (0: none) and a fraction as it is written; a whole number is w 0/1. */
export interface Operand {
  readonly whole: number;
  readonly num: number;
  readonly den: number;
}

export interface Operands {
  readonly first: Operand;
  readonly second: Operand;
}

export interface Case extends Operands {
  /** The variables of the parameters that made it. */
  readonly values: Values<Name>;
}

export const valueOf = ({ whole, num, den }: Operand): Ratio => ratio(whole * den + num, den);

/** The value of the calculation, exactly. */
export function resultOf({ first, second }: Operands, op: Op): Ratio {
  const [x, y] = [valueOf(first), valueOf(second)];
  switch (op) {
    case '+':
      return plus(x, y);
    case '-':
      return minus(x, y);
    case '×':
      return times(x, y);
    case '÷':
      return over(x, y);
    default:
      return unreachable(op);
  }
}

const fraction = (num: number, den: number, whole = 0): Operand => ({ whole, num, den });
const isProper = (num: number, den: number): boolean => num >= 1 && num < den;
const isReduced = (num: number, den: number): boolean => isProper(num, den) && gcd(num, den) === 1;

/** The case of these numbers, or null where they break a condition of the parameters. */
export function caseOf(params: Params, values: Values<Name>): Case | null {
  const operands = operandsOf(params, values);
  return operands === null ? null : { ...operands, values };
}

function operandsOf(params: Params, values: Values<Name>): Operands | null {
  const { kind, op } = params;
  const { w = 0, v = 0, n = 0, a = 0, b = 0, c = 0, d = 0 } = values;
  switch (kind) {
    case 'like':
      if (!isProper(a, d) || !isProper(b, d) || (op === '-' && a <= b)) return null;
      return { first: fraction(a, d), second: fraction(b, d) };
    case 'like-mixed':
      if (!isProper(a, d) || !isProper(b, d)) return null;
      return withWholes(params, w, v, { first: fraction(a, d), second: fraction(b, d) });
    case 'unlike': {
      const one = unlike(params, a, b, c, d);
      return one !== null && op === '-' && resultOf(one, op).num <= 0 ? null : one;
    }
    case 'unlike-mixed': {
      const one = unlike(params, a, b, c, d);
      return one === null ? null : withWholes(params, w, v, one);
    }
    case 'tenths-hundredths':
      if (!isProper(a, 10) || !isProper(b, 100) || b % 10 === 0) return null;
      return { first: fraction(a, 10), second: fraction(b, 100) };
    case 'times-whole':
      return isReduced(n, d) && w > 0 ? { first: fraction(n, d), second: fraction(0, 1, w) } : null;
    case 'product':
      if (!isReduced(a, b) || !isReduced(c, d)) return null;
      return { first: fraction(a, b), second: fraction(c, d) };
    case 'product-mixed':
      if (!isReduced(a, b) || !isReduced(c, d) || w < 1 || v < 1) return null;
      return { first: fraction(a, b, w), second: fraction(c, d, v) };
    case 'unit-by-whole':
      return d > 1 && w > 0 ? { first: fraction(1, d), second: fraction(0, 1, w) } : null;
    case 'whole-by-unit':
      return d > 1 && w > 0 ? { first: fraction(0, 1, w), second: fraction(1, d) } : null;
    default:
      return unreachable(kind);
  }
}

function unlike({ maxLcm }: Params, a: number, b: number, c: number, d: number): Operands | null {
  if (!isReduced(a, b) || !isReduced(c, d) || b === d || lcm(b, d) > maxLcm) return null;
  return { first: fraction(a, b), second: fraction(c, d) };
}

/** Puts the whole parts before two proper fractions. */
function withWholes(params: Params, w: number, v: number, parts: Operands): Operands | null {
  const fits = params.op === '+' ? w + v <= params.maxWhole : v < w;
  if (!fits || v < 1) return null;
  return { first: { ...parts.first, whole: w }, second: { ...parts.second, whole: v } };
}

/** Both fraction parts over their least common denominator. */
export function commonParts({ first, second }: Operands): {
  readonly x: number;
  readonly y: number;
  readonly den: number;
} {
  const den = lcm(first.den, second.den);
  return { x: first.num * (den / first.den), y: second.num * (den / second.den), den };
}

/** Whether the fraction parts of mixed numbers trade a whole: their sum reaches 1, or the first is less than the second. */
export function regroups(one: Operands, op: Op): boolean {
  if (one.first.whole === 0 || one.second.whole === 0 || one.first.num === 0) return false;
  const { x, y, den } = commonParts(one);
  if (op === '+') return x + y >= den;
  return op === '-' && compareRatios(ratio(x, den), ratio(y, den)) < 0;
}
