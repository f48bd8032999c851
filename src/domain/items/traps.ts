import type { Ratio } from '../kernel/ratio.ts';
import { decimalOf } from './decimal.ts';
import type { Trap } from './item.ts';
import { decimalText } from './read-decimal.ts';
import { fractionText } from './read-fraction.ts';
import { remainderText } from './read-remainder.ts';

/** Tag and wrong value; null for "does not apply to this item". */
type Entries<V> = readonly (readonly [tag: string, value: V | null])[];

/**
 * The error list of an item with a whole-number answer: what is not a possible wrong answer (the key itself, a negative
 * number, a broken one, null for "does not apply") falls out, and so does a repetition.
 */
export function numberTraps(key: number, entries: Entries<number>): Trap[] {
  const fits = (value: number): boolean => value >= 0 && Number.isSafeInteger(value);
  return trapsOf(String(key), entries, (value) => (fits(value) ? String(value) : null));
}

/** As `numberTraps`, for an answer that is a fraction. */
export function fractionTraps(key: Ratio, entries: Entries<Ratio>): Trap[] {
  const write = ({ num, den }: Ratio): string | null => (num < 0 ? null : fractionText(num, den));
  return trapsOf(fractionText(key.num, key.den), entries, write);
}

/** As `numberTraps`, for an answer that is a decimal: a value that no decimal of at most nine places writes falls out. */
export function decimalTraps(key: Ratio, entries: Entries<Ratio>): Trap[] {
  const write = (value: Ratio): string | null => {
    const found = value.num < 0 ? null : decimalOf(value);
    return found === null ? null : decimalText(found.digits, found.scale);
  };
  return trapsOf(write(key) ?? '', entries, write);
}

/** As `numberTraps`, for a quotient and its remainder. */
export function remainderTraps(
  [quotient, remainder]: readonly [number, number],
  entries: Entries<readonly [number, number]>,
): Trap[] {
  return trapsOf(remainderText(quotient, remainder), entries, ([q, r]) =>
    q < 0 || r < 0 ? null : remainderText(q, r),
  );
}

function trapsOf<V>(key: string, entries: Entries<V>, write: (value: V) => string | null): Trap[] {
  const seen = new Set<string>();
  const traps: Trap[] = [];
  for (const [tag, found] of entries) {
    const value = found === null ? null : write(found);
    if (value === null || value === key) continue;
    const name = `${tag} ${value}`;
    if (!seen.has(name)) traps.push({ tag, value });
    seen.add(name);
  }
  return traps;
}
