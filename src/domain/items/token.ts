import type { Currency } from './item.ts';
import type { UnitId } from './units.ts';

/** Numbers, signs and quantities in writing order, without language; `_` is the blank to fill. */
export type Token = PlainToken | Quantity;

export type Sign = '+' | '−' | '×' | '÷' | '=' | '(' | ')' | '[' | ']';

/** What plain equations are made of. */
export type PlainToken = number | Sign | '_';

/** A number that is written in a way of its own. All exact: no floats. */
export type Quantity =
  | DecimalToken
  | FractionToken
  | PowerToken
  | MoneyToken
  | MeasureToken
  | { readonly type: 'unit'; readonly unit: UnitId }
  | { readonly type: 'percent'; readonly value: number | '_' }
  | { readonly type: 'time'; readonly hour: number; readonly minute: number }
  | MarkedToken;

/** digits / scale, written with all its places: 340 / 100 is 3.40. The scale is a power of ten. */
export interface DecimalToken {
  readonly type: 'decimal';
  readonly digits: number;
  readonly scale: number;
}

/** A fraction or, with `whole`, a mixed number. One of its two numbers may be the blank. */
export interface FractionToken {
  readonly type: 'fraction';
  readonly whole?: number;
  readonly num: number | '_';
  readonly den: number | '_';
}

/** A power; `)` raises the bracket that closes here. */
export interface PowerToken {
  readonly type: 'power';
  readonly base: number | ')';
  readonly exponent: number | '_';
}

/** 35¢ or $0.35. */
export interface MoneyToken {
  readonly type: 'money';
  readonly cents: number;
  readonly notation: 'cents' | 'dollars';
  readonly currency: Currency;
}

/** 450 g; with `power` an area or a volume: 20 cm². */
export interface MeasureToken {
  readonly type: 'measure';
  readonly value: number;
  readonly unit: UnitId;
  readonly power?: 2 | 3;
}

/** digits / scale with the digit at `place` (a power of ten of the digits) underlined. */
export interface MarkedToken {
  readonly type: 'marked';
  readonly digits: number;
  readonly scale: number;
  readonly place: number;
}

/** A whole number of digits as a token: a plain number where the scale is 1. */
export function numberToken(digits: number, scale: number): Token {
  return scale === 1 ? digits : { type: 'decimal', digits, scale };
}
