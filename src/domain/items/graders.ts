import type {
  AnswerKind,
  AnswerSpec,
  ChoiceAnswer,
  DecimalAnswer,
  FractionAnswer,
  IntegerAnswer,
  MoneyAnswer,
  RemainderAnswer,
  SignAnswer,
  TimeAnswer,
} from './item.ts';
import { decimalText, readDecimal } from './read-decimal.ts';
import { fractionText, readFraction } from './read-fraction.ts';
import { readInteger } from './read-integer.ts';
import { readMoney } from './read-money.ts';
import { readRemainder, remainderText } from './read-remainder.ts';
import { readTime, timeText } from './read-time.ts';

/**
 * What was found in the raw text of an answer box. `value` is written in one way per value ("7" for " 007"), so that two
 * readings are equal exactly when their texts are. `otherForm` names what is wrong with the way of writing where the form is
 * the objective: the value may be right all the same.
 */
export type Reading =
  | { readonly type: 'blank' }
  | { readonly type: 'unreadable' }
  | { readonly type: 'value'; readonly value: string; readonly otherForm?: OtherForm };

/** `not-simplest`: not in lowest terms. `typed-back`: the form of the question, where another one was asked for. */
export type OtherForm = 'not-simplest' | 'typed-back';

interface Read {
  readonly value: string;
  readonly otherForm?: OtherForm;
}

/** Reads and accepts answers of one kind. Total: any string may come in. */
export interface Grader<S extends AnswerSpec> {
  /** The trimmed text, not empty. Tolerant of form, strict in value. */
  read(text: string, answer: S): Read | null;
  /** The value that is right, written like a reading. */
  accepted(answer: S): string;
}

const plain = (value: string | null): Read | null => (value === null ? null : { value });

/** Percent signs at the end, as keyboards write them. */
const PERCENT = /\s*[%٪％]$/u;

const integer: Grader<IntegerAnswer> = {
  read: (text, answer) =>
    plain(readInteger(answer.percent === true ? text.replace(PERCENT, '') : text)),
  accepted: (answer) => String(answer.value),
};

const decimal: Grader<DecimalAnswer> = {
  read: (text) => plain(readDecimal(text)),
  accepted: ({ digits, scale }) => decimalText(digits, scale),
};

const fraction: Grader<FractionAnswer> = {
  read: (text, { form }) => {
    const found = readFraction(text, form);
    if (found === null) return null;
    const { value, fits } = found;
    return fits
      ? { value }
      : { value, otherForm: form === 'simplest' ? 'not-simplest' : 'typed-back' };
  },
  accepted: ({ num, den }) => fractionText(num, den),
};

const money: Grader<MoneyAnswer> = {
  read: (text, { entry }) => plain(readMoney(text, entry)),
  accepted: ({ cents }) => String(cents),
};

const time: Grader<TimeAnswer> = {
  read: (text) => plain(readTime(text)),
  accepted: ({ hour, minute }) => timeText(hour, minute),
};

const remainder: Grader<RemainderAnswer> = {
  read: (text) => plain(readRemainder(text)),
  accepted: (answer) => remainderText(answer.quotient, answer.remainder),
};

const choice: Grader<ChoiceAnswer> = {
  read: (text, answer) => plain(answer.options.find((option) => option.id === text)?.id ?? null),
  accepted: (answer) => answer.value,
};

/** Signs as keys and screens may write them. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['<', '<'],
  ['＜', '<'],
  ['>', '>'],
  ['＞', '>'],
  ['=', '='],
  ['＝', '='],
]);

const sign: Grader<SignAnswer> = {
  read: (text) => plain(SIGNS.get(text) ?? null),
  accepted: (answer) => answer.value,
};

/** One grader for every kind of answer: a kind without one does not compile. */
const graders: { readonly [K in AnswerKind]: Grader<Extract<AnswerSpec, { kind: K }>> } = {
  integer,
  decimal,
  fraction,
  money,
  time,
  remainder,
  choice,
  sign,
};

function graderOf(kind: AnswerKind): Grader<AnswerSpec> {
  // The registry ties every kind to the grader of its own answers; the compiler cannot follow that through a lookup.
  return graders[kind] as Grader<AnswerSpec>;
}

/** Invisible marks of writing direction, and the byte order mark: keyboards and copies leave them behind. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What a raw answer says. The keypad asks again at `unreadable`; nothing is ever wrong because it could not be read. */
export function readAnswer(answer: AnswerSpec, raw: string): Reading {
  const text = raw.replace(INVISIBLE, '').trim();
  if (text === '') return { type: 'blank' };
  const read = graderOf(answer.kind).read(text, answer);
  return read === null ? { type: 'unreadable' } : { type: 'value', ...read };
}

/** The value that is right, written as `readAnswer` writes it. */
export function accepted(answer: AnswerSpec): string {
  return graderOf(answer.kind).accepted(answer);
}
