import { useLingui } from '@lingui/react/macro';
import type { AnswerSpec } from '#domain/items/item.ts';

/** What a child is asked whose answer cannot be read: what such an answer looks like, never whether it is right. */
export function useLookAgain(): (answer: AnswerSpec) => string {
  const { t } = useLingui();
  return ({ kind }) => {
    switch (kind) {
      case 'fraction':
        return t`Look again: a fraction has a top number and a bottom number. The bottom is not 0.`;
      case 'time':
        return t`Look again: a time has an hour and two digits for the minutes.`;
      case 'remainder':
        return t`Look again: write the result first, then what is left over.`;
      case 'money':
        return t`Look again: is that an amount of money?`;
      case 'choice':
      case 'sign':
        return t`Look again: choose one of these.`;
      case 'integer':
      case 'decimal':
        return t`Look again: is that a number?`;
    }
  };
}
