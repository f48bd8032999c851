import { ratio, type Ratio } from '../kernel/ratio.ts';
import { numberToken, type Token } from './token.ts';

/** digits / scale, exactly; the scale is a power of ten. */
export interface Decimal {
  readonly digits: number;
  readonly scale: number;
}

/** The same value without zeros at its end: 340/100 is 34/10. */
export function decimal(digits: number, scale: number): Decimal {
  let [d, s] = [digits, scale];
  while (s > 1 && d % 10 === 0) [d, s] = [d / 10, s / 10];
  return { digits: d, scale: s };
}

const MOST_PLACES = 9;

/** The decimal of this value, or null where it needs more than nine places. */
export function decimalOf({ num, den }: Ratio): Decimal | null {
  for (let scale = 1; scale <= 10 ** MOST_PLACES; scale *= 10)
    if (scale % den === 0) return { digits: num * (scale / den), scale };
  return null;
}

export function ratioOf({ digits, scale }: Decimal): Ratio {
  return ratio(digits, scale);
}

/** How many digits stand after the point. */
export function placesOf({ scale }: Decimal): number {
  return String(scale).length - 1;
}

export function decimalToken({ digits, scale }: Decimal): Token {
  return numberToken(digits, scale);
}
