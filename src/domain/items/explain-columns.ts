import type { LocalText } from '../kernel/local-text.ts';
import { digitsOf } from '../kernel/numbers.ts';
import { addColumns, subtractColumns } from './column-arithmetic.ts';

/** Names of the places, ones first, as far as written items go. */
const PLACES: readonly LocalText[] = [
  { en: 'Ones', es: 'Unidades' },
  { en: 'Tens', es: 'Decenas' },
  { en: 'Hundreds', es: 'Centenas' },
  { en: 'Thousands', es: 'Unidades de millar' },
  { en: 'Ten thousands', es: 'Decenas de millar' },
  { en: 'Hundred thousands', es: 'Centenas de millar' },
];

function placeName(place: number): LocalText {
  return PLACES[place] ?? { en: `Place ${place + 1}`, es: `Lugar ${place + 1}` };
}

/** `Ones: 7 + 5 = 12. Write 2, carry 1.`: one line for each place of a written sum. */
export function additionSteps(a: number, b: number): LocalText[] {
  const columns = addColumns(a, b);
  return columns.map(({ upper, lower, incoming, regroups, digit }, place) => {
    const { en, es } = placeName(place);
    const carried = incoming === 1 ? ' + 1' : '';
    const line = `${upper} + ${lower}${carried} = ${upper + lower + incoming}.`;
    const isLast = place === columns.length - 1;
    if (!regroups || isLast) return { en: `${en}: ${line}`, es: `${es}: ${line}` };
    return {
      en: `${en}: ${line} Write ${digit}, carry 1.`,
      es: `${es}: ${line} Escribe ${digit} y lleva 1.`,
    };
  });
}

/** `Ones: 2 is less than 8. Take a ten: 12 − 8 = 4.`: one line for each place of a written difference. */
export function subtractionSteps(a: number, b: number): LocalText[] {
  return subtractColumns(a, b).map(({ upper, lower, incoming, regroups, digit }, place) => {
    const { en, es } = placeName(place);
    if (!regroups) {
      const paid = incoming === 1 ? `${upper} − 1 − ${lower}` : `${upper} − ${lower}`;
      return { en: `${en}: ${paid} = ${digit}.`, es: `${es}: ${paid} = ${digit}.` };
    }
    const ten = incoming === 1 ? `${upper + 10} − 1 − ${lower}` : `${upper + 10} − ${lower}`;
    return {
      en: `${en}: not enough, so take one from the next place. ${ten} = ${digit}.`,
      es: `${es}: no alcanza, así que toma una del lugar siguiente. ${ten} = ${digit}.`,
    };
  });
}

/** By one digit: a line for each place with its carry. By more: a line for each partial product, and their sum. */
export function multiplicationSteps(a: number, b: number): LocalText[] {
  const parts = digitsOf(b).map((digit, place) => digit * 10 ** place);
  if (parts.length === 1) return byOneDigit(a, b);
  const lines = parts.filter((part) => part > 0).map((part) => `${a} × ${part} = ${a * part}`);
  const products = parts.filter((part) => part > 0).map((part) => a * part);
  const sum = products.length > 1 ? [`${products.join(' + ')} = ${a * b}`] : [];
  return [...lines, ...sum].map((line) => ({ en: line, es: line }));
}

function byOneDigit(a: number, b: number): LocalText[] {
  const digits = digitsOf(a);
  let carry = 0;
  return digits.map((digit, place) => {
    const { en, es } = placeName(place);
    const product = digit * b + carry;
    const line = `${b} × ${digit}${carry > 0 ? ` + ${carry}` : ''} = ${product}.`;
    carry = Math.floor(product / 10);
    if (carry === 0 || place === digits.length - 1)
      return { en: `${en}: ${line}`, es: `${es}: ${line}` };
    return {
      en: `${en}: ${line} Write ${product % 10}, carry ${carry}.`,
      es: `${es}: ${line} Escribe ${product % 10} y lleva ${carry}.`,
    };
  });
}
