import type { AnswerKind, AnswerSpec, ChoiceAnswer, IntegerAnswer, SignAnswer } from './item.ts';
import { readInteger } from './read-integer.ts';

/**
 * What was found in the raw text of an answer box. `value` is written in one way per value ("7" for " 007"), so that two
 * readings are equal exactly when their texts are.
 */
export type Reading =
  | { readonly type: 'blank' }
  | { readonly type: 'unreadable' }
  | { readonly type: 'value'; readonly value: string };

/** Reads and accepts answers of one kind. Total: any string may come in. */
export interface Grader<S extends AnswerSpec> {
  /** The trimmed text, not empty. Tolerant of form, strict in value. */
  read(text: string, answer: S): string | null;
  /** The value that is right, written like a reading. */
  accepted(answer: S): string;
}

const integer: Grader<IntegerAnswer> = {
  read: readInteger,
  accepted: (answer) => String(answer.value),
};

const choice: Grader<ChoiceAnswer> = {
  read: (text, answer) => answer.options.find((option) => option.id === text)?.id ?? null,
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
  read: (text) => SIGNS.get(text) ?? null,
  accepted: (answer) => answer.value,
};

/** One grader for every kind of answer: a kind without one does not compile. */
const graders: { readonly [K in AnswerKind]: Grader<Extract<AnswerSpec, { kind: K }>> } = {
  integer,
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
  const value = graderOf(answer.kind).read(text, answer);
  return value === null ? { type: 'unreadable' } : { type: 'value', value };
}

/** The value that is right, written as `readAnswer` writes it. */
export function accepted(answer: AnswerSpec): string {
  return graderOf(answer.kind).accepted(answer);
}
