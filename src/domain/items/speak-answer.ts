import { unreachable } from '../kernel/assert.ts';
import type { Language, LocalText } from '../kernel/local-text.ts';
import { typedWriting } from './digits-text.ts';
import type { AnswerSpec } from './item.ts';
import { speakTokens } from './speak-item.ts';

const SIGNS: Readonly<Record<string, LocalText>> = {
  '<': { en: 'is less than', es: 'es menor que' },
  '=': { en: 'equals', es: 'es igual a' },
  '>': { en: 'is greater than', es: 'es mayor que' },
};

/**
 * What a voice says for an answer as it was typed or chosen.
 * @param raw as `rightAnswer` writes it, or as the child gave it: "12", "1 3/4", the id of an option
 */
export function speakAnswer(answer: AnswerSpec, raw: string, language: Language): string {
  const typed = typedWriting(raw, language);
  switch (answer.kind) {
    case 'choice':
      return answer.options.find(({ id }) => id === raw)?.text[language] ?? typed;
    case 'sign':
      return SIGNS[raw]?.[language] ?? typed;
    case 'money':
      return `${typed} ${MONEY[answer.entry][language]}`;
    case 'fraction':
      return withUnit(fraction(raw, language) ?? typed, answer.unit, language);
    case 'integer':
      return withUnit(typed, answer.percent === true ? PERCENT : answer.unit, language);
    case 'decimal':
      return withUnit(typed, answer.unit, language);
    case 'time':
    case 'remainder':
      return typed;
    default:
      return unreachable(answer);
  }
}

const PERCENT: LocalText = { en: 'percent', es: 'por ciento' };
const MONEY: Readonly<Record<'cents' | 'dollars', LocalText>> = {
  cents: { en: 'cents', es: 'centavos' },
  dollars: { en: 'dollars', es: 'dólares' },
};

function withUnit(text: string, unit: LocalText | undefined, language: Language): string {
  return unit === undefined ? text : `${text} ${unit[language]}`;
}

/** "3/4" or "1 3/4" in words; null where it is no fraction. */
function fraction(raw: string, language: Language): string | null {
  const [, whole, num, den] = /^(?:(\d+) )?(\d+)\/(\d+)$/u.exec(raw) ?? [];
  if (num === undefined || den === undefined) return null;
  const parts = { type: 'fraction', num: Number(num), den: Number(den) } as const;
  const token = whole === undefined ? parts : { ...parts, whole: Number(whole) };
  return speakTokens([token], language);
}
