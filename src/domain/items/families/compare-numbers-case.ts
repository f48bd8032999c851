import type { Token } from '../token.ts';
import type { UnitId } from '../units.ts';

export type SignText = '<' | '=' | '>';
export type Mode = 'equal' | 'hundreds-digit' | 'one-digit-longer' | 'swap-neighbours';

/** A pair of measures: one `big` is `factor` of the `small`. */
export interface MeasurePair {
  readonly big: UnitId;
  readonly small: UnitId;
  readonly factor: number;
}

/** What the child compares, in the numbers that stand on the two sides (money: in cents, decimal: over its scale). */
export type CompareCase =
  | { readonly show: 'plain'; readonly a: number; readonly b: number; readonly mode: Mode | null }
  | {
      readonly show: 'money';
      readonly a: number;
      readonly b: number;
      readonly notation: 'cents-dollars' | 'dollars-cents';
    }
  | {
      readonly show: 'decimal';
      readonly a: number;
      readonly b: number;
      readonly scaleA: number;
      readonly scaleB: number;
    }
  | {
      readonly show: 'measure';
      readonly pair: MeasurePair;
      /** Number of big units on the left. */
      readonly a: number;
      /** Number of small units on the right. */
      readonly b: number;
    };

export function signOf(left: number, right: number): SignText {
  if (left === right) return '=';
  return left < right ? '<' : '>';
}

/** Both sides as whole numbers of one unit, so that they can be compared exactly. */
export function inOneUnit(one: CompareCase): readonly [number, number] {
  switch (one.show) {
    case 'plain':
    case 'money':
      return [one.a, one.b];
    case 'decimal':
      return [one.a * one.scaleB, one.b * one.scaleA];
    case 'measure':
      return [one.a * one.pair.factor, one.b];
  }
}

/** The right sign. */
export function keyOf(one: CompareCase): SignText {
  return signOf(...inOneUnit(one));
}

const places = (scale: number): number => String(scale).length - 1;

/** A decimal below 1 with all its places, for identities: 40 / 100 is "0.40". */
function decimalName(digits: number, scale: number): string {
  return `0.${String(digits).padStart(places(scale), '0')}`;
}

/** What is written on the two sides. */
export function sidesOf(one: CompareCase): readonly [Token, Token] {
  switch (one.show) {
    case 'plain':
      return [one.a, one.b];
    case 'money': {
      const [left, right] = one.notation === 'cents-dollars' ? IN_CENTS_FIRST : IN_DOLLARS_FIRST;
      return [
        { type: 'money', cents: one.a, notation: left, currency: 'USD' },
        { type: 'money', cents: one.b, notation: right, currency: 'USD' },
      ];
    }
    case 'decimal':
      return [
        { type: 'decimal', digits: one.a, scale: one.scaleA },
        { type: 'decimal', digits: one.b, scale: one.scaleB },
      ];
    case 'measure':
      return [
        { type: 'measure', value: one.a, unit: one.pair.big },
        { type: 'measure', value: one.b, unit: one.pair.small },
      ];
  }
}
const IN_CENTS_FIRST = ['cents', 'dollars'] as const;
const IN_DOLLARS_FIRST = ['dollars', 'cents'] as const;

/** The two sides as texts of an identity, left first. */
export function namesOf(one: CompareCase): readonly [string, string] {
  switch (one.show) {
    case 'plain':
      return [String(one.a), String(one.b)];
    case 'money':
      return one.notation === 'cents-dollars'
        ? [`${one.a}c`, `$${one.b}`]
        : [`$${one.a}`, `${one.b}c`];
    case 'decimal':
      return [decimalName(one.a, one.scaleA), decimalName(one.b, one.scaleB)];
    case 'measure':
      return [`${one.a}${one.pair.big}`, `${one.b}${one.pair.small}`];
  }
}
