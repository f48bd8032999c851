import { pick } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { digitsOf, numberOf } from '../../kernel/numbers.ts';
import { defineFamily, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import { holds, numbersOf, readSet, type NumberSet } from '../number-set.ts';
import type { MoneyToken } from '../token.ts';
import { numberTraps } from '../traps.ts';
import { COINS, coinNames } from './money-names.ts';
import { formula, line } from './worked-lines.ts';

type Params =
  | { readonly ask: 'change'; readonly c: readonly number[]; readonly paid: number }
  | { readonly ask: 'fewest'; readonly c: readonly number[]; readonly coins: readonly number[] };

type Case =
  | { readonly ask: 'change'; readonly c: number; readonly paid: number }
  | {
      readonly ask: 'fewest';
      readonly c: number;
      readonly coins: readonly number[];
      /** The fewest coins, largest first. */
      readonly fewest: readonly number[];
    };

/** The fewest coins for an amount, largest first, by dynamic programming: right for every set of coins. Null for none. */
function fewestCoins(cents: number, coins: readonly number[]): readonly number[] | null {
  const best: (readonly number[] | null)[] = [[]];
  for (let amount = 1; amount <= cents; amount += 1) {
    let found: readonly number[] | null = null;
    for (const coin of coins) {
      const rest = amount >= coin ? best[amount - coin] : null;
      if (rest && (found === null || rest.length + 1 < found.length)) found = [...rest, coin];
    }
    best.push(found);
  }
  return best[cents]?.toSorted((x, y) => y - x) ?? null;
}

function parse(read: RecordReader): Params {
  read.oneOf('currency', ['USD']);
  const c = numbersOf(readSet(read, 'c'));
  if (c.some((one) => one < 1 || one > 999)) read.fail('c', 'amounts from 1 to 999 cents');
  if (read.oneOf('ask', ['change', 'fewest']) === 'change') {
    const paid = read.integer('paid', 2, 1000);
    read.oneOf('entry', ['cents']);
    const skip = read.has('skipTens') && read.boolean('skipTens');
    const prices = c.filter((one) => one < paid && (!skip || one % 10 !== 0));
    if (prices.length === 0) read.fail('c', 'no price is below what is paid');
    return { ask: 'change', c: prices, paid };
  }
  const coins = read.integers('coins');
  if (coins.some((coin) => !COINS.includes(coin)))
    read.fail('coins', `coins are ${COINS.join(', ')}`);
  const answer = readSet(read, 'answer');
  const amounts = c.filter((one) => allows(answer, fewestCoins(one, coins)));
  if (amounts.length === 0) read.fail('answer', 'no amount takes so many coins');
  return { ask: 'fewest', c: amounts, coins };
}

function allows(answer: NumberSet, coins: readonly number[] | null): boolean {
  return coins !== null && holds(answer, coins.length);
}

function caseOf(params: Params, c: number): Case {
  if (params.ask === 'change') return { ask: 'change', c, paid: params.paid };
  return {
    ask: 'fewest',
    c,
    coins: params.coins,
    fewest: fewestCoins(c, params.coins) ?? [],
  };
}

/** Amounts below a dollar stand in cents, a dollar and more in dollars. */
function amount(cents: number): MoneyToken {
  return {
    type: 'money',
    cents,
    notation: cents < 100 ? 'cents' : 'dollars',
    currency: 'USD',
  };
}

function promptOf(one: Case): Item['prompt'] {
  if (one.ask === 'change') {
    const text = {
      en: 'Something costs {price}. You pay with {paid}. How much change do you get?',
      es: 'Algo cuesta {price}. Pagas con {paid}. ¿Cuánto cambio recibes?',
    };
    return [{ type: 'text', text, values: { price: amount(one.c), paid: amount(one.paid) } }];
  }
  const names = coinNames(one.coins);
  const text = {
    en: `Using ${names.en}, what is the smallest number of coins that makes {amount}?`,
    es: `Usas ${names.es}. ¿Cuál es la menor cantidad de monedas que suma {amount}?`,
  };
  return [{ type: 'text', text, values: { amount: amount(one.c) } }];
}

/** In every column the smaller digit is taken from the larger one. */
function smallerFromLarger(upper: number, lower: number): number {
  const [top, bottom] = [digitsOf(upper), digitsOf(lower)];
  return numberOf(top.map((digit, i) => Math.abs(digit - (bottom[i] ?? 0))));
}

function trapsOf(one: Case): Trap[] {
  if (one.ask === 'change') {
    const { c, paid } = one;
    return numberTraps(paid - c, [
      ['no-borrow', paid + 10 - c],
      ['ninety-nine', paid - 1 - c],
      ['smaller-from-larger', smallerFromLarger(paid, c)],
      ['copied-price', c],
    ]);
  }
  const largest = Math.max(...one.coins);
  const without = fewestCoins(
    one.c,
    one.coins.filter((coin) => coin !== largest),
  );
  return numberTraps(one.fewest.length, [
    ['forgot-quarters', without?.length ?? null],
    ['gave-value', one.c],
  ]);
}

function workedOf(one: Case): readonly WorkedPart[] {
  if (one.ask === 'fewest') {
    const count = one.fewest.length;
    return [
      line('Take the largest coins first.', 'Toma primero las monedas más grandes.'),
      formula(`${one.fewest.join(' + ')} = ${one.c}`),
      line(`That is ${count} coins.`, `Son ${count} monedas.`),
    ];
  }
  const { c, paid } = one;
  const ten = Math.min(paid, Math.ceil(c / 10) * 10);
  const steps = [ten - c, paid - ten].filter((step) => step > 0);
  return [
    line(
      `Count up from ${c}: ${[c, ...(ten > c ? [ten] : []), ...(paid > ten ? [paid] : [])].join(' → ')}`,
      `Cuenta desde ${c}: ${[c, ...(ten > c ? [ten] : []), ...(paid > ten ? [paid] : [])].join(' → ')}`,
    ),
    formula(
      steps.length > 1 ? `${steps.join(' + ')} = ${paid - c}` : `${paid} − ${c} = ${paid - c}`,
    ),
  ];
}

/** Change from a whole amount, and the fewest coins for one. */
export const moneyAmount = defineFamily<Params, Case>({
  id: 'money-amount',
  version: 1,
  tags: ['multiple-of-5'],
  numbers: ['c', 'result'],
  parse,
  size: (params) => params.c.length,
  *cases(params) {
    for (const c of params.c) yield caseOf(params, c);
  },
  draw: (random, params) => caseOf(params, pick(random, params.c)),
  describe: (one) => ({
    identity: one.ask === 'change' ? `${one.paid}-${one.c}` : `fewest ${one.c}`,
    twin: String(one.c),
    stratum: one.ask === 'change' ? String(one.c % 5 === 0) : String(one.fewest.length),
    tags: one.c % 5 === 0 ? ['multiple-of-5'] : [],
    numbers: { c: one.c, result: one.ask === 'change' ? one.paid - one.c : one.fewest.length },
  }),
  build: (one) => ({
    prompt: promptOf(one),
    answer:
      one.ask === 'change'
        ? { kind: 'money', cents: one.paid - one.c, entry: 'cents', currency: 'USD' }
        : { kind: 'integer', value: one.fewest.length },
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
