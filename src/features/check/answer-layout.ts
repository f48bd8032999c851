import type { AnswerSpec } from '#domain/items/item.ts';
import type { Language } from '#domain/kernel/local-text.ts';
import type { AnswerLayout } from '#ui/answer/answer-parts.ts';
import type { PartKey } from '#ui/answer/keypad.tsx';

/** How an answer of this kind is typed; null where it is chosen. */
export function layoutOf(answer: AnswerSpec): AnswerLayout | null {
  switch (answer.kind) {
    case 'integer':
      return 'number';
    case 'decimal':
      return 'decimal';
    case 'money':
      return answer.entry === 'dollars' ? 'decimal' : 'number';
    case 'fraction':
      return answer.whole ? 'mixed' : 'fraction';
    case 'time':
      return 'time';
    case 'remainder':
      return 'remainder';
    case 'choice':
    case 'sign':
      return null;
  }
}

/** The key between the boxes of a layout; null for an answer of one box. */
export function partKeyOf(layout: AnswerLayout): PartKey | null {
  switch (layout) {
    case 'fraction':
      return 'bar';
    case 'mixed':
      return 'arrow';
    case 'time':
      return 'colon';
    case 'remainder':
      return 'remainder';
    case 'number':
    case 'decimal':
      return null;
  }
}

/** What is printed beside the boxes: the unit, the currency's sign. */
export function besideBox(
  answer: AnswerSpec,
  language: Language,
): { readonly before?: string; readonly after?: string } {
  switch (answer.kind) {
    case 'money':
      return answer.entry === 'dollars' ? { before: '$' } : { after: '¢' };
    case 'integer':
      if (answer.percent === true) return { after: '%' };
      return answer.unit === undefined ? {} : { after: answer.unit[language] };
    case 'decimal':
    case 'fraction':
      return answer.unit === undefined ? {} : { after: answer.unit[language] };
    case 'time':
    case 'remainder':
    case 'choice':
    case 'sign':
      return {};
  }
}
