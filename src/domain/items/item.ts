import type { LocalText } from '../kernel/local-text.ts';

/**
 * One question of a check, as data: the same on a tablet and on the server. Screens draw `prompt`, the grader reads
 * `answer`, reports use `tags` (what the item is about) and `traps` (wrong values that a known misconception gives).
 */
export interface Item {
  /** Short, stable name of the item ("7x8", "7+_=15"): travels in events, so it never changes once released. */
  readonly identity: string;
  /** Items with an equal twin (7x8 and 8x7) never stand in one form. */
  readonly twin: string;
  readonly prompt: readonly PromptPart[];
  readonly answer: AnswerSpec;
  readonly tags: readonly string[];
  /** Never holds the accepted value. A value may stand under several tags. */
  readonly traps: readonly Trap[];
}

/** `value` is written as the grader writes a reading (see `graders.ts`): "43", "false", "<". */
export interface Trap {
  readonly tag: string;
  readonly value: string;
}

export type PromptPart =
  | { readonly type: 'text'; readonly text: LocalText }
  | { readonly type: 'equation'; readonly tokens: readonly EquationToken[] }
  | ColumnsPart
  | BondPart
  | { readonly type: 'figure'; readonly figure: Figure; readonly spoken: LocalText };

/** Numbers and signs in writing order, without language; `_` is the blank to fill. */
export type EquationToken = number | '+' | '−' | '×' | '÷' | '=' | '_';

/** Two numbers under each other, the sign before the lower one, a line, and the blank for the result below it. */
export interface ColumnsPart {
  readonly type: 'columns';
  readonly op: '+' | '−' | '×';
  readonly upper: number;
  readonly lower: number;
}

/** A number bond: one circle for the whole, two for its parts; one of them is the blank. */
export interface BondPart {
  readonly type: 'bond';
  readonly whole: number | '_';
  readonly parts: readonly [number | '_', number | '_'];
}

/** What a picture shows, as numbers and names: the drawing itself is the screen's business. */
export type Figure = EqualGroupsFigure;

/** `groups` rings (or rows of an array) with `each` objects in every one of them. */
export interface EqualGroupsFigure {
  readonly type: 'equal-groups';
  readonly layout: 'groups' | 'array';
  readonly groups: number;
  readonly each: number;
  /** Which thing to draw, and its name in the plural. */
  readonly object: { readonly id: string; readonly many: LocalText };
}

export type AnswerSpec =
  | IntegerAnswer
  | DecimalAnswer
  | FractionAnswer
  | MoneyAnswer
  | TimeAnswer
  | RemainderAnswer
  | ChoiceAnswer
  | SignAnswer;
export type AnswerKind = AnswerSpec['kind'];

export interface IntegerAnswer {
  readonly kind: 'integer';
  readonly value: number;
  /** The answer is a percentage: its sign is printed beside the box, and typing it does no harm. */
  readonly percent?: true;
}

/** `digits` / `scale`, exactly; the scale is a power of ten. */
export interface DecimalAnswer {
  readonly kind: 'decimal';
  readonly digits: number;
  readonly scale: number;
}

/**
 * A fraction, mixed number or whole number of this value. `form`: `any` equal one; `simplest`: in lowest terms, improper or
 * mixed; `mixed`: a whole part and a proper fraction; `improper`: without a whole part.
 */
export interface FractionAnswer {
  readonly kind: 'fraction';
  readonly num: number;
  readonly den: number;
  readonly form: FractionForm;
}
export type FractionForm = 'any' | 'simplest' | 'mixed' | 'improper';

/** An amount of money. A bare number is read in `entry`, which is printed beside the box. */
export interface MoneyAnswer {
  readonly kind: 'money';
  readonly cents: number;
  readonly entry: 'cents' | 'dollars';
  readonly currency: Currency;
}
/** ISO 4217. */
export type Currency = 'USD';

/** A time of the 12-hour clock: hour 1..12, minute 0..59. */
export interface TimeAnswer {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
}

/** A quotient and what is left over. */
export interface RemainderAnswer {
  readonly kind: 'remainder';
  readonly quotient: number;
  readonly remainder: number;
}

/** One of a few options, in the order in which they are shown. */
export interface ChoiceAnswer {
  readonly kind: 'choice';
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly text: LocalText }[];
}

/** The sign between two quantities. */
export interface SignAnswer {
  readonly kind: 'sign';
  readonly value: '<' | '=' | '>';
}
