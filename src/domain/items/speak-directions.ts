import type { Language } from '../kernel/local-text.ts';
import type { AnswerKind, Item } from './item.ts';

/** What there is to do, where the questions of a form share no words. */
const GENERAL: Readonly<Record<'typed' | 'chosen', Readonly<Record<Language, string>>>> = {
  typed: {
    en: 'Read the question and write your answer.',
    es: 'Lee la pregunta y escribe tu respuesta.',
  },
  chosen: {
    en: 'Read the question and choose your answer.',
    es: 'Lee la pregunta y elige tu respuesta.',
  },
};

/**
 * The directions of an item without what is asked: the words that stand in every item of its form, up to a colon. For objectives
 * whose row says that hearing the item would answer it.
 */
export function speakDirections(item: Item, form: readonly Item[], language: Language): string {
  const shared = sentencesOf(item, language).filter((sentence) =>
    form.every((other) => sentencesOf(other, language).includes(sentence)),
  );
  return shared.length > 0 ? shared.join(' ') : GENERAL[howOf(item.answer.kind)][language];
}

function howOf(kind: AnswerKind): 'typed' | 'chosen' {
  return kind === 'choice' || kind === 'sign' ? 'chosen' : 'typed';
}

function sentencesOf({ prompt }: Item, language: Language): readonly string[] {
  return prompt.flatMap((part) => {
    if (part.type !== 'text') return [];
    const [words = ''] = part.text[language].split(':');
    return words.includes('{') || words.includes('__')
      ? []
      : [words.trim().replace(/[^.?!]$/u, '$&.')];
  });
}
