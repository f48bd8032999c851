import { gcd } from '../../kernel/numbers.ts';
import type { WorkedPart } from '../family.ts';
import type { TextPart } from '../item.ts';
import type { Token } from '../token.ts';
import { formula } from './worked-lines.ts';

/** num / den as it stands, or as a mixed number with a whole part before it. */
export function fractionToken(num: number, den: number, whole = 0): Token {
  return whole === 0 ? { type: 'fraction', num, den } : { type: 'fraction', whole, num, den };
}

/** The value in the way people write a result: a whole number, a proper fraction or a mixed number, in lowest terms. */
export function resultToken(num: number, den: number): Token {
  const common = gcd(num, den);
  const [top, bottom] = [num / common, den / common];
  const whole = Math.floor(top / bottom);
  return top % bottom === 0 ? whole : fractionToken(top % bottom, bottom, whole);
}

/** `before` = num/den, and what that is in lowest terms or as a mixed number, where it can be written so. */
export function resultLine(
  before: string,
  values: Readonly<Record<string, Token>>,
  num: number,
  den: number,
): TextPart {
  const written = fractionToken(num, den);
  const result = resultToken(num, den);
  const isSame = gcd(num, den) === 1 && num < den;
  return formula(`${before} = ${isSame ? '{written}' : '{written} = {result}'}`, {
    ...values,
    written,
    ...(isSame ? {} : { result }),
  });
}

/** Bars with more parts than this say nothing on a phone. */
const MOST_PARTS = 24;

/** A bar with num of den equal parts shaded; nothing where it would have too many parts or not be a proper fraction. */
export function bar(num: number, den: number): WorkedPart[] {
  if (den > MOST_PARTS || num > den) return [];
  return [
    {
      type: 'figure',
      figure: {
        type: 'shaded',
        shape: 'bar',
        parts: den,
        shaded: Array.from({ length: num }, (_, i) => i),
      },
      spoken: {
        en: `A bar in equal parts: ${num} of ${den} shaded`,
        es: `Una barra en partes iguales: ${num} de ${den} en color`,
      },
    },
  ];
}
