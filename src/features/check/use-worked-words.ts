import { useLingui } from '@lingui/react/macro';
import { workedAnswer } from '#domain/items/family.ts';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { speakAnswer } from '#domain/items/speak-answer.ts';
import { speakPart, speakWritten } from '#domain/items/speak-item.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';

/** What a voice says of a worked answer, sentence by sentence: the answer, how to come there, what was answered. */
export function useWorkedWords(): (item: Item, given: string) => readonly string[] {
  const { t } = useLingui();
  const language = useLanguage();
  return (item, given) => {
    const said = (raw: string): string => speakAnswer(item.answer, raw, language);
    return [
      `${t`The answer is`} ${said(rightAnswer(item.answer))}`,
      ...workedAnswer(item).map((step) => speakWritten(speakPart(step, language), language)),
      given === '' ? t`You left this one empty.` : `${t`You wrote`} ${said(given)}`,
    ];
  };
}
