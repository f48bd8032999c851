import type { NumberSet } from '../number-set.ts';

export type Unknown = 'result' | 'dividend' | 'divisor';

export interface Params {
  readonly q: NumberSet;
  readonly d: NumberSet;
  /** Where it is there, quotient and remainder are asked. */
  readonly r: NumberSet | null;
  readonly powers: readonly number[];
  readonly dividend: NumberSet | null;
  readonly unknown: readonly Unknown[];
  readonly nonZeroOnes: boolean;
  /** Numbers beyond the facts to 12 are set as long division. */
  readonly isLong: boolean;
}

/** dividend = q x power x d + r. */
export interface Case {
  readonly q: number;
  readonly power: number;
  readonly d: number;
  readonly r: number;
  readonly dividend: number;
  readonly unknown: Unknown;
}

/** One step of written division: what is divided at a place, the digit that is written, and what is left. */
export interface Step {
  readonly place: number;
  readonly part: number;
  readonly digit: number;
  readonly rest: number;
}

/** Written division, from the first digits that are not less than the divisor. */
export function stepsOf(dividend: number, d: number): Step[] {
  const steps: Step[] = [];
  let part = 0;
  for (let place = 10 ** (String(dividend).length - 1); place >= 1; place /= 10) {
    part = part * 10 + (Math.floor(dividend / place) % 10);
    if (part < d && steps.length === 0 && place > 1) continue;
    const digit = Math.floor(part / d);
    const rest = part - digit * d;
    steps.push({ place, part, digit, rest });
    part = rest;
  }
  return steps;
}
