import type { LocalText } from '../kernel/local-text.ts';
import type { Figure } from './figure.ts';
import type { Token } from './token.ts';

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
  | TextPart
  | { readonly type: 'equation'; readonly tokens: readonly Token[] }
  | ColumnsPart
  | DivisionPart
  | BondPart
  | SequencePart
  | { readonly type: 'figure'; readonly figure: Figure; readonly spoken: LocalText };

/**
 * A sentence. `{name}` in it stands for the token of that name, so that a fraction, a decimal or an amount is drawn as such and
 * follows the school's way of writing numbers; `__` is the blank to fill.
 */
export interface TextPart extends TextLine {
  readonly type: 'text';
}
export interface TextLine {
  readonly text: LocalText;
  readonly values?: Readonly<Record<string, Token>>;
}

/** Two numbers under each other, the sign before the lower one, a line, and the blank for the result below it. */
export interface ColumnsPart {
  readonly type: 'columns';
  readonly op: '+' | '−' | '×';
  readonly upper: number;
  readonly lower: number;
}

/** Long division: the dividend under its bar, the divisor before it, and the blank for the quotient above. */
export interface DivisionPart {
  readonly type: 'division';
  readonly dividend: number;
  readonly divisor: number;
}

/** A run of numbers in boxes, one of them empty. */
export interface SequencePart {
  readonly type: 'sequence';
  readonly numbers: readonly (number | '_')[];
}

/** A number bond: one circle for the whole, two for its parts; one of them is the blank. */
export interface BondPart {
  readonly type: 'bond';
  readonly whole: number | '_';
  readonly parts: readonly [number | '_', number | '_'];
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

/** What is printed beside the box and never typed: "cm", "apples". */
interface Printed {
  readonly unit?: LocalText;
}

export interface IntegerAnswer extends Printed {
  readonly kind: 'integer';
  readonly value: number;
  /** The answer is a percentage: its sign is printed beside the box, and typing it does no harm. */
  readonly percent?: true;
}

/** `digits` / `scale`, exactly; the scale is a power of ten. */
export interface DecimalAnswer extends Printed {
  readonly kind: 'decimal';
  readonly digits: number;
  readonly scale: number;
}

/**
 * A fraction, mixed number or whole number of this value. `form`: `any` equal one; `simplest`: in lowest terms, improper or
 * mixed; `mixed`: a whole part and a proper fraction; `improper`: without a whole part.
 */
export interface FractionAnswer extends Printed {
  readonly kind: 'fraction';
  readonly num: number;
  readonly den: number;
  readonly form: FractionForm;
  /** A box for a whole part stands beside the fraction's two: the same for all items of an objective, or it would tell. */
  readonly whole: boolean;
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
  readonly options: readonly ChoiceOption[];
}

/** `text` is what a voice says of it, and what is seen where nothing else is given. */
export interface ChoiceOption {
  readonly id: string;
  readonly text: LocalText;
  readonly tokens?: readonly Token[];
  readonly figure?: Figure;
}

/** The sign between two quantities. */
export interface SignAnswer {
  readonly kind: 'sign';
  readonly value: '<' | '=' | '>';
}
