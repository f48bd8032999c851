import { unreachable } from '../kernel/assert.ts';
import type { Language, LocalText } from '../kernel/local-text.ts';
import { decimalWriting, moneyWriting } from './digits-text.ts';
import type { BondPart, ColumnsPart, Item, PromptPart, TextLine } from './item.ts';
import { placeName } from './place-names.ts';
import type {
  FractionToken,
  MarkedToken,
  MeasureToken,
  PowerToken,
  Quantity,
  Sign,
  Token,
} from './token.ts';
import { raisedWord, unitWord } from './units.ts';

/** Signs and the blank as words. */
const WORDS: Readonly<Record<Sign | '_', LocalText>> = {
  '+': { en: 'plus', es: 'más' },
  '−': { en: 'minus', es: 'menos' },
  '×': { en: 'times', es: 'por' },
  '÷': { en: 'divided by', es: 'entre' },
  '=': { en: 'equals', es: 'es igual a' },
  '(': { en: 'open parenthesis', es: 'abre paréntesis' },
  ')': { en: 'close parenthesis', es: 'cierra paréntesis' },
  '[': { en: 'open bracket', es: 'abre corchete' },
  ']': { en: 'close bracket', es: 'cierra corchete' },
  _: { en: 'blank', es: 'espacio en blanco' },
};

const QUESTION: LocalText = {
  en: 'What number goes in the blank?',
  es: '¿Qué número va en el espacio en blanco?',
};

/**
 * What a voice or a screen reader says for an item: its prompt in words, never its answer. Numbers stay digits, which
 * every voice reads in its own language.
 */
export function speakItem(item: Item, language: Language): string {
  return item.prompt.map((part) => speakPart(part, language)).join(' ');
}

/** What is read aloud to a child: the prompt, and what there is to choose from where it is words. */
export function speakQuestion(item: Item, language: Language): string {
  const { answer } = item;
  const options = answer.kind === 'choice' ? answer.options : [];
  const said = options
    .filter(({ figure }) => figure === undefined)
    .map(({ text }) => text[language]);
  const prompt = speakItem(item, language);
  return said.length === 0 ? prompt : `${prompt} ${said.join('. ')}.`;
}

/** One part of a prompt in words. */
export function speakPart(part: PromptPart, language: Language): string {
  switch (part.type) {
    case 'text':
      return speakLine(part, language);
    case 'equation':
      return speakEquation(part.tokens, language);
    case 'columns':
      return speakEquation(columnTokens(part), language);
    case 'division':
      return speakEquation([part.dividend, '÷', part.divisor, '=', '_'], language);
    case 'bond':
      return speakBond(part, language);
    case 'sequence':
      return speakSequence(part.numbers, language);
    case 'figure':
      return `${part.spoken[language]}.`;
    default:
      return unreachable(part);
  }
}

/** A sentence with its values in words. */
export function speakLine({ text, values = {} }: TextLine, language: Language): string {
  return text[language]
    .replaceAll('__', WORDS._[language])
    .replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : speakToken(value, language);
    });
}

/** A line as it is written, with its signs in words: many voices leave a sign out. */
export function speakWritten(line: string, language: Language): string {
  return line.replace(/[+−×÷=]/gu, (sign) => WORDS[sign as Sign][language]);
}

/** A column layout as the sentence it stands for. */
export function columnTokens({ op, upper, lower }: ColumnsPart): Token[] {
  return [upper, op, lower, '=', '_'];
}

/** Tokens in words, without any question. */
export function speakTokens(tokens: readonly Token[], language: Language): string {
  return tokens.map((token) => speakToken(token, language)).join(' ');
}

function speakEquation(tokens: readonly Token[], language: Language): string {
  const sentence = `${speakTokens(tokens, language)}.`;
  const asked = tokens.includes('_') && tokens.includes('=');
  return asked ? `${sentence} ${QUESTION[language]}` : sentence;
}

function speakToken(token: Token, language: Language): string {
  if (typeof token === 'number') return String(token);
  if (typeof token === 'string') return WORDS[token][language];
  return speakQuantity(token, language);
}

function speakQuantity(token: Quantity, language: Language): string {
  const en = language === 'en';
  switch (token.type) {
    case 'decimal':
      return plain(decimalWriting(token.digits, token.scale, language));
    case 'fraction':
      return speakFraction(token, language);
    case 'power':
      return speakPower(token, language);
    case 'money':
      // As it is written: 0.35 dollars and 35 cents have to be told apart by the child.
      return token.notation === 'cents'
        ? `${token.cents} ${en ? 'cents' : 'centavos'}`
        : `${plain(moneyWriting(token.cents, 'dollars', language)).replace('$', '')} ${en ? 'dollars' : 'dólares'}`;
    case 'measure':
      return `${token.value} ${measureWord(token)[language]}`;
    case 'unit':
      return unitWord(token.unit)[language];
    case 'percent':
      return `${number(token.value, language)} ${en ? 'percent' : 'por ciento'}`;
    case 'time':
      return `${token.hour}:${String(token.minute).padStart(2, '0')}`;
    case 'marked':
      return speakMarked(token, language);
    default:
      return unreachable(token);
  }
}

function measureWord({ value, unit, power }: MeasureToken): LocalText {
  return power === undefined ? unitWord(unit, value) : raisedWord(unit, power);
}

/** Thin spaces are for eyes. */
const plain = (text: string): string => text.replaceAll('\u2009', '');

function number(value: number | '_', language: Language): string {
  return value === '_' ? WORDS._[language] : String(value);
}

function speakFraction({ whole, num, den }: FractionToken, language: Language): string {
  const [over, and] = language === 'en' ? ['over', 'and'] : ['sobre', 'y'];
  const fraction = `${number(num, language)} ${over} ${number(den, language)}`;
  return whole === undefined ? fraction : `${whole} ${and} ${fraction}`;
}

function speakPower(token: PowerToken, language: Language): string {
  const { exponent } = token;
  const en = language === 'en';
  const base = speakToken(token.base, language);
  if (exponent === 2) return en ? `${base} squared` : `${base} al cuadrado`;
  if (exponent === 3) return en ? `${base} cubed` : `${base} al cubo`;
  const raised = number(exponent, language);
  return en ? `${base} to the power of ${raised}` : `${base} elevado a ${raised}`;
}

function speakMarked({ digits, scale, place }: MarkedToken, language: Language): string {
  const said = plain(decimalWriting(digits, scale, language));
  const where = placeName(place, scale)[language];
  return language === 'en'
    ? `${said}, with the digit in the ${where} place marked`
    : `${said}, con la cifra de las ${where} marcada`;
}

function speakSequence(numbers: readonly (number | '_')[], language: Language): string {
  return `${numbers.map((one) => number(one, language)).join(', ')}. ${QUESTION[language]}`;
}

function speakBond({ whole, parts }: BondPart, language: Language): string {
  const [p, q] = parts.map((one) => number(one, language));
  const sentence =
    language === 'en'
      ? `The whole is ${number(whole, language)}. The parts are ${p} and ${q}.`
      : `El total es ${number(whole, language)}. Las partes son ${p} y ${q}.`;
  return `${sentence} ${QUESTION[language]}`;
}
