import { unreachable } from '../kernel/assert.ts';
import type { Language, LocalText } from '../kernel/local-text.ts';
import type { BondPart, ColumnsPart, EquationToken, Item, PromptPart } from './item.ts';

/** Signs and the blank as words. */
const WORDS: Readonly<Record<Exclude<EquationToken, number>, LocalText>> = {
  '+': { en: 'plus', es: 'más' },
  '−': { en: 'minus', es: 'menos' },
  '×': { en: 'times', es: 'por' },
  '÷': { en: 'divided by', es: 'entre' },
  '=': { en: 'equals', es: 'es igual a' },
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

function speakPart(part: PromptPart, language: Language): string {
  switch (part.type) {
    case 'text':
      return part.text[language].replaceAll('__', WORDS._[language]);
    case 'equation':
      return speakTokens(part.tokens, language);
    case 'columns':
      return speakTokens(columnTokens(part), language);
    case 'bond':
      return speakBond(part, language);
    case 'figure':
      return `${part.spoken[language]}.`;
    default:
      return unreachable(part);
  }
}

/** A column layout as the sentence it stands for. */
export function columnTokens({ op, upper, lower }: ColumnsPart): EquationToken[] {
  return [upper, op, lower, '=', '_'];
}

function speakTokens(tokens: readonly EquationToken[], language: Language): string {
  const words = tokens.map((token) =>
    typeof token === 'number' ? String(token) : WORDS[token][language],
  );
  const sentence = `${words.join(' ')}.`;
  return tokens.includes('_') ? `${sentence} ${QUESTION[language]}` : sentence;
}

function speakBond({ whole, parts }: BondPart, language: Language): string {
  const say = (n: number | '_'): string => (n === '_' ? WORDS._[language] : String(n));
  const [p, q] = parts.map(say);
  const sentence =
    language === 'en'
      ? `The whole is ${say(whole)}. The parts are ${p} and ${q}.`
      : `El total es ${say(whole)}. Las partes son ${p} y ${q}.`;
  return `${sentence} ${QUESTION[language]}`;
}
