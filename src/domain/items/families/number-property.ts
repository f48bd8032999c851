import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { ChoiceAnswer, Trap } from '../item.ts';
import { drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';

type Params =
  | { readonly ask: 'parity' | 'prime'; readonly n: NumberSet }
  | { readonly ask: 'multiple'; readonly n: NumberSet; readonly d: NumberSet };

/** `d` is 0 where no divisor is spoken of. */
interface Case {
  readonly ask: Params['ask'];
  readonly n: number;
  readonly d: number;
}

const OPTIONS: Readonly<Record<Params['ask'], readonly (readonly [string, LocalText])[]>> = {
  parity: [
    ['even', { en: 'Even', es: 'Par' }],
    ['odd', { en: 'Odd', es: 'Impar' }],
  ],
  multiple: [
    ['yes', { en: 'Yes', es: 'Sí' }],
    ['no', { en: 'No', es: 'No' }],
  ],
  prime: [
    ['prime', { en: 'Prime', es: 'Primo' }],
    ['composite', { en: 'Composite', es: 'Compuesto' }],
  ],
};

/** The smallest divisor above 1 of a number from 2 on. */
function smallestDivisor(n: number): number {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return d;
  return n;
}

function valueOf({ ask, n, d }: Case): string {
  switch (ask) {
    case 'parity':
      return n % 2 === 0 ? 'even' : 'odd';
    case 'multiple':
      return n % d === 0 ? 'yes' : 'no';
    case 'prime':
      return smallestDivisor(n) === n ? 'prime' : 'composite';
    default:
      return unreachable(ask);
  }
}

function tagsOf(one: Case): string[] {
  const { ask, n, d } = one;
  const tags = [valueOf(one)];
  if (ask === 'multiple') {
    if (d === 2 || d === 5) tags.push('easy-divisor');
    if (n % d === 1 || n % d === d - 1) tags.push('near-miss');
  }
  if (ask === 'prime') {
    if (n % 2 === 0) tags.push('even');
    if (n % 5 === 0) tags.push('multiple-of-5');
    if (valueOf(one) === 'composite' && n % 2 !== 0 && n % 5 !== 0) tags.push('hard-composite');
  }
  return tags;
}

function trapsOf(one: Case): Trap[] {
  const { ask, n, d } = one;
  const value = valueOf(one);
  switch (ask) {
    case 'parity': {
      const byTens = Math.floor(n / 10) % 2 === 0 ? 'even' : 'odd';
      return byTens === value ? [] : [{ tag: 'first-digit-parity', value: byTens }];
    }
    case 'multiple': {
      if (value === 'yes') return [];
      const traps: Trap[] = [];
      if (n % 10 === d) traps.push({ tag: 'ends-like-a-multiple', value: 'yes' });
      if (n % d === 1 || n % d === d - 1) traps.push({ tag: 'off-by-one-multiple', value: 'yes' });
      return traps;
    }
    case 'prime':
      if (n === 2) return [{ tag: 'two-is-not-prime', value: 'composite' }];
      return value === 'composite' && n % 2 === 1
        ? [{ tag: 'odd-means-prime', value: 'prime' }]
        : [];
    default:
      return unreachable(ask);
  }
}

function questionOf({ ask, n, d }: Case): LocalText {
  switch (ask) {
    case 'parity':
      return { en: `Is ${n} even or odd?`, es: `¿El ${n} es par o impar?` };
    case 'multiple':
      return { en: `Is ${n} a multiple of ${d}?`, es: `¿El ${n} es múltiplo de ${d}?` };
    case 'prime':
      return { en: `Is ${n} prime or composite?`, es: `¿El ${n} es primo o compuesto?` };
    default:
      return unreachable(ask);
  }
}

function workedOf({ ask, n, d }: Case): readonly WorkedPart[] {
  const line = (en: string, es: string): readonly WorkedPart[] => [
    { type: 'text', text: { en, es } },
  ];
  switch (ask) {
    case 'parity': {
      const half = Math.floor(n / 2);
      return n % 2 === 0
        ? line(
            `${n} makes ${half} pairs, none is left.`,
            `${n} forma ${half} pares y no sobra nada.`,
          )
        : line(`${n} makes ${half} pairs, 1 is left.`, `${n} forma ${half} pares y sobra 1.`);
    }
    case 'multiple': {
      const q = Math.floor(n / d);
      if (n % d === 0) return line(`${d} × ${q} = ${n}`, `${d} × ${q} = ${n}`);
      return line(
        `${d} × ${q} = ${d * q} and ${d} × ${q + 1} = ${d * (q + 1)}: ${n} lies between them.`,
        `${d} × ${q} = ${d * q} y ${d} × ${q + 1} = ${d * (q + 1)}: ${n} queda entre los dos.`,
      );
    }
    case 'prime': {
      const divisor = smallestDivisor(n);
      return divisor === n
        ? line(`Only 1 and ${n} divide ${n}.`, `Solo 1 y ${n} dividen a ${n}.`)
        : line(`${n} = ${divisor} × ${n / divisor}`, `${n} = ${divisor} × ${n / divisor}`);
    }
    default:
      return unreachable(ask);
  }
}

function describe(one: Case): CaseTraits {
  const { ask, n, d } = one;
  const tags = tagsOf(one);
  return {
    identity: ask === 'multiple' ? `${n} of ${d}` : `${ask} ${n}`,
    twin: String(n),
    stratum: valueOf(one),
    tags,
    numbers: { n, d },
  };
}

/** Yes-no questions about one number: even or odd, a multiple, prime. */
export const numberProperty = defineFamily<Params, Case>({
  id: 'number-property',
  version: 1,
  tags: [
    'even',
    'odd',
    'yes',
    'no',
    'prime',
    'composite',
    'easy-divisor',
    'near-miss',
    'multiple-of-5',
    'hard-composite',
  ],
  numbers: ['n', 'd'],
  parse: (read) => {
    const ask = read.oneOf('ask', ['parity', 'multiple', 'prime']);
    const n = readSet(read, 'n');
    if (ask === 'prime' && numbersOf(n).some((one) => one < 2))
      read.fail('n', 'numbers from 2 on are prime or composite');
    if (ask !== 'multiple') return { ask, n };
    const d = readSet(read, 'd');
    if (numbersOf(d).some((one) => one < 2)) read.fail('d', 'a divisor is 2 or more');
    return { ask, n, d };
  },
  size: (params) => sizeOf(params.n) * (params.ask === 'multiple' ? sizeOf(params.d) : 1),
  *cases(params) {
    const divisors = params.ask === 'multiple' ? numbersOf(params.d) : [0];
    for (const n of numbersOf(params.n)) for (const d of divisors) yield { ask: params.ask, n, d };
  },
  draw: (random, params) => ({
    ask: params.ask,
    n: drawNumber(random, params.n),
    d: params.ask === 'multiple' ? drawNumber(random, params.d) : 0,
  }),
  describe,
  build: (one) => ({
    prompt: [{ type: 'text', text: questionOf(one) }],
    answer: answerOf(one),
    traps: trapsOf(one),
  }),
  worked: workedOf,
});

function answerOf(one: Case): ChoiceAnswer {
  const options = OPTIONS[one.ask].map(([id, text]) => ({ id, text }));
  return { kind: 'choice', value: valueOf(one), options };
}
