import type { SignAnswer } from '../item.ts';
import type { Variables } from '../variables.ts';

export const ASKS = ['exponent', 'value', 'times-ten', 'compare'] as const;
export type Ask = (typeof ASKS)[number];
/** `b` to the power `e`; `k` times ten to the power `e`; in a comparison `c` to the power `f` stands on the right. */
export type Name = 'k' | 'b' | 'e' | 'c' | 'f';

export interface Params {
  readonly ask: Ask;
  readonly sets: Variables<Name>;
  readonly maxValue: number;
}

export interface Case extends Readonly<Record<Name, number>> {
  readonly ask: Ask;
}

/** The item of these numbers, or null where they break a condition. */
export function caseOf(
  { ask, maxValue }: Params,
  values: Partial<Readonly<Record<Name, number>>>,
): Case | null {
  const { k = 1, b = 10, e = 1, c = 1, f = 1 } = values;
  if (ask !== 'times-ten' && b ** e > maxValue) return null;
  if (ask === 'compare' && (b === c || c ** f > maxValue)) return null;
  return { ask, k, b, e, c, f };
}

export type AnySign = SignAnswer['value'];

/** The sign between two numbers. */
export function signOf(x: number, y: number): AnySign {
  if (x === y) return '=';
  return x < y ? '<' : '>';
}

/** The sign between the two powers of a comparison. */
export function signOfCase({ b, e, c, f }: Case): AnySign {
  return signOf(b ** e, c ** f);
}
