/**
 * A prompt in one language, ready to be drawn: numbers are texts, figures are geometry, and every part knows how it sounds. What a
 * screen or a printed page gets; it needs to know nothing of math.
 */
import { unreachable } from '../kernel/assert.ts';
import type { Language, LocalText } from '../kernel/local-text.ts';
import type { Drawing, Mark } from './drawing.ts';
import { decimalWriting, moneyWriting, wholeText } from './digits-text.ts';
import { drawingOf, type Figure } from './figure.ts';
import type { ChoiceOption, Item, PromptPart, TextLine } from './item.ts';
import { speakPart } from './speak-item.ts';
import type { MarkedToken, MeasureToken, Token } from './token.ts';
import { raisedSign, unitSign } from './units.ts';

/** null stands for the blank. */
export type ShownToken =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'blank' }
  | {
      readonly type: 'fraction';
      readonly whole: string | null;
      readonly num: string | null;
      readonly den: string | null;
    }
  | { readonly type: 'power'; readonly base: string; readonly exponent: string | null }
  | { readonly type: 'percent'; readonly text: string | null }
  | {
      readonly type: 'marked';
      readonly before: string;
      readonly digit: string;
      readonly after: string;
    };

/** A sentence cut at its values. */
export type ShownText = readonly (string | ShownToken)[];

/** A drawing whose words are in one language. */
export interface ShownDrawing extends Omit<Drawing, 'marks'> {
  readonly marks: readonly ShownMark[];
}
export type ShownMark =
  | Exclude<Mark, { readonly type: 'text' }>
  | (Omit<Extract<Mark, { readonly type: 'text' }>, 'text'> & { readonly text: string });

export type ShownPart = { readonly spoken: string } & (
  | { readonly type: 'text'; readonly text: ShownText }
  | { readonly type: 'equation'; readonly tokens: readonly ShownToken[] }
  | {
      readonly type: 'columns';
      readonly op: string;
      readonly upper: string;
      readonly lower: string;
    }
  | { readonly type: 'division'; readonly dividend: string; readonly divisor: string }
  | {
      readonly type: 'bond';
      readonly whole: string | null;
      readonly parts: readonly [string | null, string | null];
    }
  | { readonly type: 'sequence'; readonly numbers: readonly (string | null)[] }
  | { readonly type: 'drawing'; readonly drawing: ShownDrawing }
);

/** The prompt of an item as it is shown. */
export function shownPrompt(item: Pick<Item, 'prompt'>, language: Language): ShownPart[] {
  return item.prompt.map((part) => ({
    ...shownPart(part, language),
    spoken: speakPart(part, language),
  }));
}

type Silent = ShownPart extends infer P ? (P extends unknown ? Omit<P, 'spoken'> : never) : never;

const orBlank = (value: number | '_'): string | null => (value === '_' ? null : wholeText(value));

function shownPart(part: PromptPart, language: Language): Silent {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: shownLine(part, language) };
    case 'equation':
      return { type: 'equation', tokens: shownTokens(part.tokens, language) };
    case 'columns':
      return {
        type: 'columns',
        op: part.op,
        upper: String(part.upper),
        lower: String(part.lower),
      };
    case 'division': {
      const { dividend, divisor } = part;
      return { type: 'division', dividend: wholeText(dividend), divisor: wholeText(divisor) };
    }
    case 'bond': {
      const [first, second] = part.parts;
      return {
        type: 'bond',
        whole: orBlank(part.whole),
        parts: [orBlank(first), orBlank(second)],
      };
    }
    case 'sequence':
      return { type: 'sequence', numbers: part.numbers.map(orBlank) };
    case 'figure':
      return { type: 'drawing', drawing: shownFigure(part.figure, language) };
    default:
      return unreachable(part);
  }
}

/** A sentence cut at its values; `__` in it is the blank. */
export function shownLine({ text, values = {} }: TextLine, language: Language): ShownText {
  return text[language].split(/(\{\w+\}|__)/u).flatMap((piece): ShownText => {
    if (piece === '') return [];
    if (piece === '__') return [{ type: 'blank' }];
    const name = /^\{(\w+)\}$/u.exec(piece)?.[1];
    const value = name === undefined ? undefined : values[name];
    return value === undefined ? [piece] : [shownToken(value, language)];
  });
}

export function shownTokens(tokens: readonly Token[], language: Language): ShownToken[] {
  return tokens.map((token) => shownToken(token, language));
}

function shownToken(token: Token, language: Language): ShownToken {
  if (token === '_') return { type: 'blank' };
  if (typeof token === 'string') return { type: 'sign', text: token };
  if (typeof token === 'number') return number(wholeText(token));
  switch (token.type) {
    case 'decimal':
      return number(decimalWriting(token.digits, token.scale, language));
    case 'fraction': {
      const whole = token.whole === undefined ? null : wholeText(token.whole);
      return { type: 'fraction', whole, num: orBlank(token.num), den: orBlank(token.den) };
    }
    case 'power':
      return {
        type: 'power',
        base: token.base === ')' ? ')' : wholeText(token.base),
        exponent: orBlank(token.exponent),
      };
    case 'money':
      return number(moneyWriting(token.cents, token.notation, language));
    case 'measure':
      return number(`${wholeText(token.value)}\u00A0${measureSign(token)[language]}`);
    case 'unit':
      return number(unitSign(token.unit)[language]);
    case 'percent':
      return { type: 'percent', text: orBlank(token.value) };
    case 'time':
      return number(`${token.hour}:${String(token.minute).padStart(2, '0')}`);
    case 'marked':
      return marked(token, language);
    default:
      return unreachable(token);
  }
}

function measureSign({ unit, power }: MeasureToken): LocalText {
  return power === undefined ? unitSign(unit) : raisedSign(unit, power);
}

const number = (text: string): ShownToken => ({ type: 'number', text });

function marked({ digits, scale, place }: MarkedToken, language: Language): ShownToken {
  const text = decimalWriting(digits, scale, language);
  // Digits stand one to a place; what is between them (mark, thin spaces) is not counted.
  const fromEnd = String(place).length;
  let seen = 0;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    if (!/\d/u.test(text.charAt(i))) continue;
    seen += 1;
    if (seen === fromEnd) {
      return {
        type: 'marked',
        before: text.slice(0, i),
        digit: text.charAt(i),
        after: text.slice(i + 1),
      };
    }
  }
  return { type: 'number', text };
}

/** A figure as geometry with its words in one language. */
export function shownFigure(figure: Figure, language: Language): ShownDrawing {
  const drawing = drawingOf(figure);
  return {
    ...drawing,
    marks: drawing.marks.map((mark): ShownMark => {
      if (mark.type !== 'text') return mark;
      return { ...mark, text: typeof mark.text === 'string' ? mark.text : mark.text[language] };
    }),
  };
}

/** What is seen of an option: tokens or a drawing where it has them, and always its words. */
export interface ShownOption {
  readonly id: string;
  readonly text: string;
  readonly tokens?: readonly ShownToken[];
  readonly drawing?: ShownDrawing;
}

export function shownOption(option: ChoiceOption, language: Language): ShownOption {
  const { id, text, tokens, figure } = option;
  return {
    id,
    text: text[language],
    ...(tokens === undefined ? {} : { tokens: shownTokens(tokens, language) }),
    ...(figure === undefined ? {} : { drawing: shownFigure(figure, language) }),
  };
}
