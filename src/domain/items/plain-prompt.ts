import { unreachable } from '../kernel/assert.ts';
import type { Language, LocalText } from '../kernel/local-text.ts';
import { describeFigure } from './describe-figure.ts';
import type { AnswerSpec, ChoiceOption, Item, PromptPart } from './item.ts';
import {
  shownPrompt,
  shownTokens,
  type ShownPart,
  type ShownText,
  type ShownToken,
} from './shown.ts';

const BLANK = '__';

/**
 * The prompt of an item as lines of plain text: everything that is seen, with figures in full and what is printed beside the
 * answer box, so that somebody can work the answer out from it. Fractions are 3/4, powers 2^5, a marked digit stands in [].
 */
export function plainPrompt(item: Item, language: Language): string {
  const shown = shownPrompt(item, language);
  const parts = item.prompt.map((part, i) => plainPart(part, shown[i], language));
  return [...parts, ...plainBox(item.answer, language)].join('\n');
}

/** What an option shows, as plain text. */
export function plainOption(option: ChoiceOption, language: Language): string {
  if (option.figure !== undefined) return picture(describeFigure(option.figure), language);
  return option.tokens === undefined
    ? option.text[language]
    : joined(shownTokens(option.tokens, language));
}

const picture = (words: LocalText, language: Language): string =>
  `[${language === 'en' ? 'Picture' : 'Dibujo'}: ${words[language]}]`;

function plainPart(part: PromptPart, shown: ShownPart | undefined, language: Language): string {
  if (part.type === 'figure') return picture(describeFigure(part.figure), language);
  return shown === undefined ? '' : plainShown(shown, language);
}

function plainShown(part: ShownPart, language: Language): string {
  switch (part.type) {
    case 'text':
      return plainText(part.text);
    case 'equation':
      return joined(part.tokens);
    case 'columns':
      return `${part.upper} ${part.op} ${part.lower} = ${BLANK}`;
    case 'division':
      return `${part.dividend} ÷ ${part.divisor} = ${BLANK}`;
    case 'bond': {
      const [whole, first, second] = [part.whole, ...part.parts].map((one) => one ?? BLANK);
      return language === 'en'
        ? `Number bond: whole ${whole}, parts ${first} and ${second}`
        : `Total ${whole}, partes ${first} y ${second}`;
    }
    case 'sequence':
      return part.numbers.map((one) => one ?? BLANK).join(', ');
    case 'drawing':
      return part.spoken;
    default:
      return unreachable(part);
  }
}

const plainText = (text: ShownText): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : plainToken(piece))).join('');

const joined = (tokens: readonly ShownToken[]): string =>
  tokens
    .map(plainToken)
    .join(' ')
    .replaceAll(/([([]) /gu, '$1')
    .replaceAll(/ ([)\]])/gu, '$1');

function plainToken(token: ShownToken): string {
  switch (token.type) {
    case 'blank':
      return BLANK;
    case 'number':
    case 'sign':
      return token.text;
    case 'fraction': {
      const fraction = `${token.num ?? BLANK}/${token.den ?? BLANK}`;
      return token.whole === null ? fraction : `${token.whole} ${fraction}`;
    }
    case 'power':
      return `${token.base}^${token.exponent ?? BLANK}`;
    case 'percent':
      return `${token.text ?? BLANK}%`;
    case 'marked':
      return `${token.before}[${token.digit}]${token.after}`;
    default:
      return unreachable(token);
  }
}

/** What the answer box says: options, the unit beside it, the form that is asked for. */
function plainBox(answer: AnswerSpec, language: Language): string[] {
  const say = (en: string, es: string): string[] => [`(${language === 'en' ? en : es})`];
  switch (answer.kind) {
    case 'choice':
      return answer.options.map((option) => `(${option.id}) ${plainOption(option, language)}`);
    case 'money':
      return answer.entry === 'cents' ? say('in ¢', 'en ¢') : say('in $', 'en $');
    case 'time':
      return say('h:mm', 'h:mm');
    case 'remainder':
      return say('quotient R remainder', 'cociente R residuo');
    case 'sign':
      return say('<, = or >', '<, = o >');
    case 'fraction':
    case 'decimal':
    case 'integer': {
      const unit = answer.unit?.[language];
      const form = answer.kind === 'fraction' ? FORMS[answer.form][language] : '';
      const percent = answer.kind === 'integer' && answer.percent === true ? '%' : '';
      const words = [unit ?? '', form, percent].filter((word) => word !== '');
      return words.length === 0 ? [] : [`(${words.join(', ')})`];
    }
    default:
      return unreachable(answer);
  }
}

const FORMS: Readonly<Record<Extract<AnswerSpec, { kind: 'fraction' }>['form'], LocalText>> = {
  any: {
    en: 'a fraction, mixed number or whole number',
    es: 'una fracción, un número mixto o entero',
  },
  simplest: { en: 'in simplest form', es: 'en su forma más simple' },
  mixed: { en: 'a mixed number', es: 'un número mixto' },
  improper: { en: 'a fraction without a whole part', es: 'una fracción sin parte entera' },
};
