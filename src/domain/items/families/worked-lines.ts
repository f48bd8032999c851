import type { TextPart } from '../item.ts';
import type { Token } from '../token.ts';

type Values = Readonly<Record<string, Token>>;

/** A line of a worked answer; `{name}` in it stands for a value. */
export function line(en: string, es: string, values: Values = {}): TextPart {
  return { type: 'text', text: { en, es }, values };
}

/** A line without words: the same in every language. */
export function formula(text: string, values: Values = {}): TextPart {
  return line(text, text, values);
}
