import type { LocalText } from '../../kernel/local-text.ts';
import { pick } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Piece } from '../figures/coins.ts';
import type { Item, Trap } from '../item.ts';
import type { MoneyToken } from '../token.ts';
import { numberTraps } from '../traps.ts';
import {
  countOf,
  identityOf,
  parseCount,
  piecesOf,
  valueOf,
  type CountCase,
  type CountParams,
} from './count-money-case.ts';
import { coinName } from './money-names.ts';
import { formula, line } from './worked-lines.ts';

type Total = Extract<CountCase, { readonly ask: 'total' }>;

function describe(one: CountCase): CaseTraits {
  const identity = identityOf(one);
  if (one.ask === 'one-coin') {
    const { coin, face } = one;
    const tags = [`coin:${coin}`, `face:${face}`];
    return { identity, twin: identity, stratum: String(coin), tags, numbers: { coin } };
  }
  const { kind, heaps, total } = one;
  const [first] = heaps;
  const kinds = heaps.length;
  const bills = countOf(heaps.filter(({ cents }) => cents >= 100));
  const count = countOf(heaps);
  const cents = total % 100;
  const tags = [
    ...(kind === 'like' ? [`coin:${first?.cents ?? 0}`] : []),
    ...(kind === 'mixed' ? [`kinds:${kinds}`] : []),
    ...(heaps.some((heap) => heap.cents === 25) ? ['has-quarter'] : []),
    ...(kind === 'bills' && cents < 10 ? ['cents-below-10'] : []),
  ];
  return {
    identity,
    twin: kind === 'like' ? identity : String(total),
    stratum: kind === 'like' ? String(first?.cents) : String(kind === 'bills' ? bills : kinds),
    tags,
    numbers: { coin: first?.cents ?? 0, n: count, kinds, count, total, bills, cents },
  };
}

const SIDES: Readonly<Record<Piece['face'], LocalText>> = {
  heads: { en: 'heads', es: 'cara' },
  tails: { en: 'tails', es: 'cruz' },
};

/** Name and side of a coin; a bill is called by what it is. */
function pieceName({ cents, face }: Piece): LocalText {
  if (cents >= 100) {
    const dollars = cents / 100;
    return {
      en: `${dollars}-dollar bill`,
      es: `billete de ${dollars} ${dollars === 1 ? 'dólar' : 'dólares'}`,
    };
  }
  const name = coinName(cents);
  return { en: `${name} ${SIDES[face].en}`, es: `${name} ${SIDES[face].es}` };
}

function figureOf(pieces: readonly Piece[]): Item['prompt'][number] {
  const names = pieces.map(pieceName);
  const spoken = {
    en: names.map(({ en }) => en).join(', '),
    es: names.map(({ es }) => es).join(', '),
  };
  return { type: 'figure', figure: { type: 'coins', pieces }, spoken };
}

const HOW_MUCH: LocalText = { en: 'How much money is this?', es: '¿Cuánto dinero es?' };

function promptOf(one: CountCase): Item['prompt'] {
  if (one.ask === 'total') return [figureOf(piecesOf(one)), { type: 'text', text: HOW_MUCH }];
  const { coin, face } = one;
  if (face === 'name') {
    const name = coinName(coin);
    const text = {
      en: `How many cents is a ${name} worth?`,
      es: `¿Cuántos centavos vale un ${name}?`,
    };
    return [{ type: 'text', text }];
  }
  const text = {
    en: 'How many cents is this coin worth?',
    es: '¿Cuántos centavos vale esta moneda?',
  };
  return [figureOf([{ cents: coin, face }]), { type: 'text', text }];
}

/** Dime and nickel exchanged: the larger coin is taken for the one that is worth more. */
function bySize(cents: number): number {
  if (cents === 5) return 10;
  return cents === 10 ? 5 : cents;
}

const asTwenty = (cents: number): number => (cents === 25 ? 20 : cents);

function trapsOf(one: CountCase, { entry }: CountParams): Trap[] {
  if (one.ask === 'one-coin') {
    const { coin } = one;
    return numberTraps(coin, [
      ['counted-coins', 1],
      ['size-is-value', bySize(coin)],
      ['quarter-as-20', asTwenty(coin)],
    ]);
  }
  const { heaps, total } = one;
  const count = countOf(heaps);
  const [first] = piecesOf(one);
  const hasBills = heaps.some(({ cents }) => cents >= 100);
  const asCents = valueOf(heaps, (cents) => (cents >= 100 ? cents / 100 : cents));
  return numberTraps(total, [
    ['counted-coins', entry === 'cents' ? count : count * 100],
    ['size-is-value', valueOf(heaps, bySize)],
    ['counted-all-as', first === undefined ? null : first.cents * count],
    ...heaps.map(({ cents }) => ['missed-one', total - cents] as const),
    ['bills-as-coins', hasBills ? asCents : null],
    ['bills-as-coins', entry === 'dollars' ? total * 100 : null],
    ['quarter-as-20', valueOf(heaps, asTwenty)],
  ]);
}

const dollars = (cents: number): MoneyToken => {
  return { type: 'money', cents, notation: 'dollars', currency: 'USD' };
};

/** Sums after each piece: 25, 50, 60 ... */
function countedOn(heaps: Total['heaps']): string {
  let sum = 0;
  const sums = heaps.flatMap(({ cents, count }) =>
    Array.from({ length: count }, () => (sum += cents)),
  );
  return sums.join(', ');
}

function workedOf(one: CountCase): readonly WorkedPart[] {
  if (one.ask === 'one-coin') {
    const name = coinName(one.coin);
    const cents = one.coin === 1 ? ['cent', 'centavo'] : ['cents', 'centavos'];
    return [
      line(
        `A ${name} is worth ${one.coin} ${cents[0]}.`,
        `Un ${name} vale ${one.coin} ${cents[1]}.`,
      ),
    ];
  }
  const bills = one.heaps.filter(({ cents }) => cents >= 100);
  const coins = one.heaps.filter(({ cents }) => cents < 100);
  const onCoins = countedOn(coins);
  const coinLine = line(
    `Count the coins, largest value first: ${onCoins}¢`,
    `Cuenta las monedas, primero las que valen más: ${onCoins}¢`,
  );
  if (bills.length === 0) return [coinLine];
  const inDollars = bills.map(({ cents, count }) => ({ cents: cents / 100, count }));
  return [
    line(
      `Count the bills: $${countedOn(inDollars)}`,
      `Cuenta los billetes: $${countedOn(inDollars)}`,
    ),
    coinLine,
    formula('{bills} + {coins} = {total}', {
      bills: dollars(valueOf(bills)),
      coins: dollars(valueOf(coins)),
      total: dollars(one.total),
    }),
  ];
}

/** What one coin is worth, and the value of a set of coins and bills. */
export const countMoney = defineFamily<CountParams, CountCase>({
  id: 'count-money',
  version: 1,
  tags: ['coin:*', 'face:*', 'has-quarter', 'kinds:*', 'cents-below-10'],
  numbers: ['coin', 'n', 'kinds', 'count', 'total', 'bills', 'cents'],
  parse: parseCount,
  size: ({ all }) => all.length,
  cases: ({ all }) => all,
  draw: (random, { all }) => pick(random, all),
  describe,
  build: (one, params) => ({
    prompt: promptOf(one),
    answer:
      one.ask === 'one-coin'
        ? { kind: 'integer', value: one.coin, unit: { en: '¢', es: '¢' } }
        : { kind: 'money', cents: one.total, entry: params.entry, currency: 'USD' },
    traps: trapsOf(one, params),
  }),
  worked: workedOf,
});
