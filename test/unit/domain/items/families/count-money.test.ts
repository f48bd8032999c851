import { describe, expect, it } from 'vitest';
import { drawingOf } from '#domain/items/figure.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, trapValues } from '#test/support/one-item.ts';

const NAMES: Readonly<Record<string, number>> = { penny: 1, nickel: 5, dime: 10, quarter: 25 };

interface Seen {
  readonly cents: number;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

/** What lies there, told by the size and metal of each disc and by the numbers on each bill. */
function piecesSeen(item: Item): Seen[] {
  const marks = item.prompt.flatMap((part) =>
    part.type === 'figure' ? drawingOf(part.figure).marks : [],
  );
  return marks.flatMap((mark): Seen[] => {
    if (mark.type === 'circle' && (mark.fill === 'copper' || mark.fill === 'silver')) {
      const width = Math.round(mark.r * 20);
      const cents =
        mark.fill === 'copper' ? 1 : width < 190 ? 10 : width < 230 ? 5 : width < 260 ? 25 : 0;
      return [{ cents, x: mark.at[0], y: mark.at[1], reach: mark.r }];
    }
    if (mark.type !== 'rect' || mark.fill === undefined) return [];
    const { at, width, height } = mark;
    const numbers = marks.flatMap((other) =>
      other.type === 'text' &&
      typeof other.text === 'string' &&
      other.at[0] > at[0] &&
      other.at[0] < at[0] + width &&
      other.at[1] > at[1] &&
      other.at[1] < at[1] + height
        ? [other.text]
        : [],
    );
    const [number] = new Set(numbers);
    return [{ cents: Number(number) * 100, x: at[0] + width / 2, y: at[1] + height / 2, reach: 0 }];
  });
}

holdFamily({
  family: 'count-money',
  valuesOf: (identity, { id }) => {
    if (id === 'coin-values') {
      const [coin = '', face = ''] = identity.split(' ');
      return { coin: Number(coin), face: ['heads', 'tails', 'name'].indexOf(face) + 1 };
    }
    const heaps = new Map(
      identity.split(' ').map((heap) => {
        const [count = 0, cents = 0] = heap.split('x').map(Number);
        return [cents, count] as const;
      }),
    );
    const of = (cents: number): number => heaps.get(cents) ?? 0;
    if (id === 'count-like-coins') {
      const [coin = 0] = heaps.keys();
      return { coin, n: of(coin) };
    }
    if (id === 'count-mixed-coins') return { p: of(1), n: of(5), d: of(10), q: of(25) };
    const cents = of(1) + 5 * of(5) + 10 * of(10) + 25 * of(25);
    return { b1: of(100), b5: of(500), b10: of(1000), cents };
  },
  // From the drawing: which piece is which is told by size, metal and printed numbers.
  solve: (item) => {
    const name = /is an? (\w+) worth/u.exec(speakItem(item, 'en'))?.[1];
    if (name !== undefined) return String(NAMES[name]);
    return String(piecesSeen(item).reduce((sum, { cents }) => sum + cents, 0));
  },
});

const MIXED = {
  ask: 'total',
  currency: 'USD',
  counts: {
    '1': { in: [0, 1] },
    '5': { in: [0, 2] },
    '10': { in: [0, 1] },
    '25': { in: [0, 2] },
  },
  coinCount: { min: 1, max: 9 },
  kinds: { min: 1, max: 4 },
  total: { min: 1, max: 100 },
  entry: 'cents',
};

describe('a set of coins', () => {
  const item = itemNamed('count-money', MIXED, '2x25 1x10 2x5 1x1');

  it('is spoken by name and side, and never by value', () => {
    const said = speakItem(item, 'en');
    expect(said.match(/quarter (?:heads|tails)/gu)).toHaveLength(2);
    expect(said).not.toMatch(/\d|cent/u);
    expect(speakItem(item, 'es')).toMatch(/dime (?:cara|cruz)/u);
  });

  it('shows the wrong counts that teachers know', () => {
    const values = trapValues(item);
    expect(values['counted-coins']).toEqual(['6']);
    expect(values['size-is-value']).toEqual(['76']);
    expect(values['missed-one']).toEqual(['46', '61', '66', '70']);
    expect(values['quarter-as-20']).toEqual(['61']);
  });

  it('pieces never touch one another', () => {
    const coins = piecesSeen(item);
    coins.forEach((one, i) => {
      for (const other of coins.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(
          one.reach + other.reach + 1,
        );
    });
  });
});

describe('bills and coins', () => {
  const params = {
    ask: 'total',
    currency: 'USD',
    bills: { '100': { in: [0, 2] }, '1000': { in: [0, 1] } },
    cents: { in: [35] },
    total: { min: 105, max: 1995 },
    entry: 'dollars',
  };

  it('are confused by a factor of a hundred', () => {
    const item = itemNamed('count-money', params, '1x1000 2x100 1x25 1x10');
    expect(trapValues(item)['bills-as-coins']).toEqual(['47', '123500']);
    expect(trapValues(item)['counted-coins']).toEqual(['500']);
  });

  it('are refused where no set has the value that is asked', () => {
    expect(faultOf('count-money', { ...params, total: { in: [5] } })).toBe('value.bad total');
  });
});
