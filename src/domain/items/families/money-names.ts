import type { LocalText } from '../../kernel/local-text.ts';

/** Coins of the United States in cents. Their names stay English in the Spanish of US schools. */
const NAMES: ReadonlyMap<number, { readonly one: string; readonly many: string }> = new Map([
  [1, { one: 'penny', many: 'pennies' }],
  [5, { one: 'nickel', many: 'nickels' }],
  [10, { one: 'dime', many: 'dimes' }],
  [25, { one: 'quarter', many: 'quarters' }],
]);

export const COINS: readonly number[] = [...NAMES.keys()];

/** "dime" for 10. */
export function coinName(cents: number): string {
  return NAMES.get(cents)?.one ?? String(cents);
}

/** "pennies, nickels and dimes", in the order of the list. */
export function coinNames(coins: readonly number[]): LocalText {
  const names = coins.map((coin) => NAMES.get(coin)?.many ?? String(coin));
  const first = names.slice(0, -1).join(', ');
  const last = names.at(-1) ?? '';
  if (first === '') return { en: last, es: last };
  return { en: `${first} and ${last}`, es: `${first} y ${last}` };
}
