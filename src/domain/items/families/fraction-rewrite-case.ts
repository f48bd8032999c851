import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import type { FractionForm } from '../item.ts';
import type { Values, Variables } from '../variables.ts';

export type Name = 'd' | 'w' | 'n' | 'k' | 'a' | 'b' | 'u';

/** Which question, its variables in the order in which they are drawn, and the forms that it can accept (none: a whole number). */
export const ASKS = {
  whole: { names: ['d', 'w'], forms: [] },
  missing: { names: ['n', 'd', 'k'], forms: [] },
  simplify: { names: ['n', 'd', 'k'], forms: ['simplest'] },
  'to-mixed': { names: ['w', 'd', 'n'], forms: ['mixed'] },
  'to-improper': { names: ['w', 'd', 'n'], forms: ['improper'] },
  division: { names: ['a', 'b'], forms: ['any', 'simplest'] },
} as const satisfies Readonly<
  Record<string, { readonly names: readonly Name[]; readonly forms: readonly FractionForm[] }>
>;
export type Ask = keyof typeof ASKS;

export const UNKNOWNS = ['numerator', 'denominator'] as const;

export interface Params {
  readonly ask: Ask;
  /** `u` is the place in UNKNOWNS of what is missing. */
  readonly sets: Variables<Name>;
  readonly maxDen: number;
  readonly form: FractionForm;
}

export type Case =
  | { readonly ask: 'whole'; readonly d: number; readonly w: number }
  | {
      readonly ask: 'missing';
      readonly n: number;
      readonly d: number;
      readonly k: number;
      readonly unknown: (typeof UNKNOWNS)[number];
    }
  | { readonly ask: 'simplify'; readonly n: number; readonly d: number; readonly k: number }
  | {
      readonly ask: 'to-mixed' | 'to-improper';
      readonly w: number;
      readonly n: number;
      readonly d: number;
    }
  | { readonly ask: 'division'; readonly a: number; readonly b: number };

/** The case of these numbers, or null where they break a condition of the parameters. */
export function caseOf({ ask, maxDen }: Params, values: Values<Name>): Case | null {
  const { d = 0, w = 0, n = 0, k = 0, a = 0, b = 0, u = 0 } = values;
  const isReduced = n >= 1 && n < d && gcd(n, d) === 1;
  switch (ask) {
    case 'whole':
      return d > 0 && w > 0 ? { ask, d, w } : null;
    case 'missing': {
      const unknown = UNKNOWNS[u];
      if (!isReduced || k < 2 || d * k > maxDen || unknown === undefined) return null;
      return { ask, n, d, k, unknown };
    }
    case 'simplify':
      return isReduced && k > 1 && d * k <= maxDen ? { ask, n, d, k } : null;
    case 'to-mixed':
    case 'to-improper':
      return isReduced && w > 0 ? { ask, w, n, d } : null;
    case 'division':
      return a > 0 && b > 1 && a % b !== 0 ? { ask, a, b } : null;
    default:
      return unreachable(ask);
  }
}
