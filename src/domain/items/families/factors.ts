import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import { lcm } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { PromptPart } from '../item.ts';
import { holds, largestOf, numbersOf, readSet, type NumberSet } from '../number-set.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import {
  ASKS,
  caseOf,
  divisorsOf,
  shownPrimes,
  type Ask,
  type Case,
  type Name,
  type Params,
} from './factors-case.ts';
import { factorTraps, workedFactors } from './factors-review.ts';
import { line } from './worked-lines.ts';

/** Larger numbers than children look for factors of. */
const LARGEST = 1000;

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', ASKS);
  const sets = readVariables(read, ask);
  const product = ask === 'prime-missing' ? readNumbers(read, 'product', 1) : null;
  const params: Params = {
    ask,
    sets,
    fitsProduct: (found) => product === null || holds(product, found),
  };
  if (!hasCase(countValues(sets), cases(params), (random) => draw(params, random)))
    read.fail(ask === 'count' ? 'n' : 'a', 'no numbers fit all conditions');
  return params;
}

function readVariables(read: RecordReader, ask: Ask): Variables<Name> {
  switch (ask) {
    case 'count':
      return { n: readNumbers(read, 'n', 1) };
    case 'gcf':
    case 'lcm':
      return { a: readNumbers(read, 'a', 2), b: readNumbers(read, 'b', 2) };
    case 'prime-missing': {
      const [a, b, c] = [readPrimes(read, 'a'), readPrimes(read, 'b'), readPrimes(read, 'c')];
      return { a, b, c, u: { type: 'list', list: [0, 1, 2] } };
    }
    default:
      return unreachable(ask);
  }
}

function readNumbers(read: RecordReader, name: string, least: number): NumberSet {
  const set = readSet(read, name);
  const tooSmall = Array.from({ length: least }, (_, n) => n).some((n) => holds(set, n));
  if (tooSmall || largestOf(set) > LARGEST)
    read.fail(name, `numbers from ${least} to ${LARGEST} are expected`);
  return set;
}

function readPrimes(read: RecordReader, name: string): NumberSet {
  const set = readNumbers(read, name, 2);
  if (largestOf(set) <= LARGEST && numbersOf(set).some((n) => divisorsOf(n).length !== 2))
    read.fail(name, 'primes are expected');
  return set;
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function draw(params: Params, random: () => number): Case | null {
  return caseOf(params, drawValues(random, params.sets));
}

function keyOf(one: Case): number {
  switch (one.ask) {
    case 'count':
      return divisorsOf(one.n).length;
    case 'gcf':
      return gcd(one.a, one.b);
    case 'lcm':
      return lcm(one.a, one.b);
    case 'prime-missing':
      return one.missing;
    default:
      return unreachable(one);
  }
}

function describe(one: Case): CaseTraits {
  const result = keyOf(one);
  switch (one.ask) {
    case 'count': {
      const identity = `factors of ${one.n}`;
      const tags = result === 2 ? ['prime'] : [];
      return { identity, twin: identity, stratum: '', tags, numbers: { n: one.n, result } };
    }
    case 'gcf':
    case 'lcm': {
      const { ask, a, b } = one;
      const identity = `${ask} ${a} ${b}`;
      const common = gcd(a, b);
      return {
        identity,
        twin: identity,
        stratum: '',
        tags: [common === 1 ? 'coprime' : 'share-factor'],
        numbers: { result, gcf: common },
      };
    }
    case 'prime-missing': {
      const { product, missing } = one;
      return {
        identity: `${product}=${shownPrimes(one).join('x')}x_`,
        twin: String(product),
        stratum: String(missing),
        tags: missing === 2 ? ['missing-2'] : [],
        numbers: { n: product, result },
      };
    }
    default:
      return unreachable(one);
  }
}

function promptOf(one: Case): PromptPart[] {
  switch (one.ask) {
    case 'count':
      return [line(`How many factors does ${one.n} have?`, `¿Cuántos factores tiene el ${one.n}?`)];
    case 'gcf':
      return [
        line(
          `What is the greatest common factor of ${one.a} and ${one.b}?`,
          `¿Cuál es el máximo común divisor de ${one.a} y ${one.b}?`,
        ),
      ];
    case 'lcm':
      return [
        line(
          `What is the least common multiple of ${one.a} and ${one.b}?`,
          `¿Cuál es el mínimo común múltiplo de ${one.a} y ${one.b}?`,
        ),
      ];
    case 'prime-missing': {
      const [first, second] = shownPrimes(one);
      return [
        line('The missing number is a prime.', 'El número que falta es primo.'),
        { type: 'equation', tokens: [one.product, '=', first, '×', second, '×', '_'] },
      ];
    }
    default:
      return unreachable(one);
  }
}

/** How many factors, the greatest common one, the least common multiple, the prime that is missing. */
export const factors = defineFamily<Params, Case>({
  id: 'factors',
  version: 1,
  tags: ['prime', 'coprime', 'share-factor', 'missing-2'],
  numbers: ['n', 'result', 'gcf'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw: (random, params) => draw(params, random),
  describe,
  build: (one) => ({
    prompt: promptOf(one),
    answer: { kind: 'integer', value: keyOf(one) },
    traps: factorTraps(one),
  }),
  worked: workedFactors,
});
