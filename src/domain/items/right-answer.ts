import { unreachable } from '../kernel/assert.ts';
import { accepted } from './graders.ts';
import type { AnswerSpec, FractionAnswer } from './item.ts';
import { decimalText } from './read-decimal.ts';
import { fractionText } from './read-fraction.ts';

/** The right answer as somebody would type it into its boxes: in the form that is asked for, money in the unit of the box. */
export function rightAnswer(answer: AnswerSpec): string {
  switch (answer.kind) {
    case 'money':
      return answer.entry === 'cents' ? String(answer.cents) : dollars(answer.cents);
    case 'fraction':
      return fraction(answer);
    case 'decimal':
      return decimalText(answer.digits, answer.scale);
    case 'integer':
    case 'time':
    case 'remainder':
    case 'choice':
    case 'sign':
      return accepted(answer);
    default:
      return unreachable(answer);
  }
}

/** Amounts always have their two places. */
function dollars(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** A value above 1 as a mixed number where the boxes take one, unless an improper fraction is asked for. */
function fraction({ num, den, form, whole }: FractionAnswer): string {
  const front = Math.floor(num / den);
  const rest = num % den;
  if (form === 'improper' || !whole || front === 0 || rest === 0) return fractionText(num, den);
  return `${front} ${fractionText(rest, den)}`;
}
