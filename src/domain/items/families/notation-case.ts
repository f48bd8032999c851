import type { Ratio } from '../../kernel/ratio.ts';
import type { FractionForm } from '../item.ts';
import type { Variables } from '../variables.ts';

export type Notation = 'fraction' | 'decimal' | 'percent';
export type Name = 'n' | 'd';

export interface Params {
  readonly from: Notation;
  readonly to: Notation;
  /** Without `d` the number is n hundredths. */
  readonly sets: Variables<Name>;
  readonly hasDens: boolean;
  readonly reduced: boolean;
  readonly lastDigitNotZero: boolean;
  readonly simplifies: boolean;
  readonly skip: readonly number[];
  readonly form: FractionForm;
  /** Whether a fraction that is asked for can be above 1. */
  readonly whole: boolean;
}

/** n/d, given in one notation and asked for in another. */
export interface Case {
  readonly from: Notation;
  readonly to: Notation;
  readonly n: number;
  readonly d: number;
  readonly value: Ratio;
}
