import { describe, expect, it } from 'vitest';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

const WORTH: Readonly<Record<string, number>> = { pennies: 1, nickels: 5, dimes: 10, quarters: 25 };

/** Tries one coin more at a time until some set of so many coins makes the amount. */
function fewest(cents: number, coins: readonly number[]): number {
  let sums = new Set([0]);
  let count = 0;
  while (!sums.has(cents)) {
    sums = new Set([...sums].flatMap((sum) => coins.map((coin) => sum + coin)));
    count += 1;
  }
  return count;
}

holdFamily({
  family: 'money-amount',
  valuesOf: (identity) => ({ c: Number((identity.match(/\d+/gu) ?? []).at(-1)) }),
  // Change by counting up; coins by trying.
  solve: (item) => {
    const said = speakItem(item, 'en');
    if (said.includes('smallest')) {
      const coins = Object.entries(WORTH).flatMap(([name, cents]) =>
        said.includes(name) ? [cents] : [],
      );
      return String(fewest(Number(/(\d+) cents/u.exec(said)?.[1]), coins));
    }
    const [, price = '', paid = ''] =
      /costs (\d+) cents.*with (\d+\.\d\d) dollars/u.exec(said) ?? [];
    let change = 0;
    while (Number(price) + change < Number(paid.replace('.', ''))) change += 1;
    return String(change);
  },
});

const USD = { currency: 'USD' };

describe('wrong amounts', () => {
  it('change that forgets to lower the tens, and others that teachers know', () => {
    const change = only('money-amount', {
      ...USD,
      ask: 'change',
      paid: 100,
      c: { in: [37] },
      entry: 'cents',
    });
    expect(trapValues(change)).toEqual({
      'no-borrow': ['73'],
      'ninety-nine': ['62'],
      'smaller-from-larger': ['137'],
      'copied-price': ['37'],
    });
  });

  it('coins without the largest one, or the amount itself', () => {
    const fewestOf = (coins: number[]) =>
      only('money-amount', {
        ...USD,
        ask: 'fewest',
        c: { in: [67] },
        coins,
        answer: { min: 1, max: 20 },
      });
    expect(trapValues(fewestOf([1, 5, 10, 25]))).toEqual({
      'forgot-quarters': ['9'],
      'gave-value': ['67'],
    });
    expect(speakItem(fewestOf([1, 5, 10, 25]), 'en')).toContain(
      'pennies, nickels, dimes and quarters',
    );
  });

  it('the fewest coins are right where taking the largest first is not', () => {
    const thirty = { ...USD, ask: 'fewest', c: { in: [30] }, answer: { in: [3] } };
    expect(faultOf('money-amount', { ...thirty, coins: [1, 10, 25] })).toBe('no fault');
  });

  it('amounts that no set of so many coins makes are refused', () => {
    const params = { ...USD, ask: 'fewest', c: { in: [30] }, coins: [25], answer: { in: [1] } };
    expect(faultOf('money-amount', params)).toBe('value.bad answer');
  });
});
