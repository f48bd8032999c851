/** An answer as it was given, ready to be shown: the option that was chosen, or the writing with what is printed beside the box. */
import { typedWriting } from './digits-text.ts';
import type { AnswerSpec } from './item.ts';
import { shownOption, type ShownOption } from './shown.ts';
import type { Language } from '../kernel/local-text.ts';

export type ShownAnswer =
  | { readonly type: 'option'; readonly option: ShownOption }
  | { readonly type: 'writing'; readonly text: string };

/** @param raw as it was typed or chosen; not empty */
export function shownAnswer(answer: AnswerSpec, raw: string, language: Language): ShownAnswer {
  const option = answer.kind === 'choice' ? answer.options.find(({ id }) => id === raw) : undefined;
  if (option !== undefined) return { type: 'option', option: shownOption(option, language) };
  const { before, after } = printedBeside(answer, language);
  const end = after === '' ? '' : `\u00A0${after}`;
  return { type: 'writing', text: `${before}${typedWriting(raw, language)}${end}` };
}

/** What is printed before and after the box of an answer, "" for nothing: the currency's sign, the unit. */
export function printedBeside(
  answer: AnswerSpec,
  language: Language,
): { readonly before: string; readonly after: string } {
  switch (answer.kind) {
    case 'money':
      return answer.entry === 'dollars' ? { before: '$', after: '' } : { before: '', after: '¢' };
    case 'integer':
      return {
        before: '',
        after: answer.percent === true ? '%' : (answer.unit?.[language] ?? ''),
      };
    case 'decimal':
    case 'fraction':
      return { before: '', after: answer.unit?.[language] ?? '' };
    case 'time':
    case 'remainder':
    case 'choice':
    case 'sign':
      return { before: '', after: '' };
  }
}
