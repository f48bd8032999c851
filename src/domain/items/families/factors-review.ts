import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import { lcm } from '../../kernel/ratio.ts';
import type { WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import { divisorsOf, shownPrimes, type Case } from './factors-case.ts';
import { formula, line } from './worked-lines.ts';

/** Wrong answers that known misconceptions give. */
export function factorTraps(one: Case): Trap[] {
  switch (one.ask) {
    case 'count': {
      const count = divisorsOf(one.n).length;
      return numberTraps(count, [
        ['forgot-one-and-itself', count - 2],
        ['counted-pairs', Math.ceil(count / 2)],
      ]);
    }
    case 'gcf': {
      const { a, b } = one;
      const greatest = gcd(a, b);
      return numberTraps(greatest, [
        ...divisorsOf(greatest).map((common) => ['common-not-greatest', common] as const),
        ['lcm-for-gcf', lcm(a, b)],
      ]);
    }
    case 'lcm': {
      const { a, b } = one;
      const least = lcm(a, b);
      return numberTraps(least, [
        ['product', a * b],
        ['common-not-least', 2 * least],
        ['lcm-for-gcf', gcd(a, b)],
      ]);
    }
    case 'prime-missing': {
      const [first, second] = shownPrimes(one);
      return numberTraps(one.missing, [
        ['composite-factor', one.missing * second],
        ['composite-factor', one.missing * first],
        ['composite-factor', first * second],
      ]);
    }
    default:
      return unreachable(one);
  }
}

/** How to come to the answer: list, then look. */
export function workedFactors(one: Case): readonly WorkedPart[] {
  switch (one.ask) {
    case 'count':
      return workedCount(one.n);
    case 'gcf':
      return workedGreatest(one.a, one.b);
    case 'lcm':
      return workedLeast(one.a, one.b);
    case 'prime-missing': {
      const [first, second] = shownPrimes(one);
      const { product, missing } = one;
      return [
        formula(`${first} × ${second} = ${first * second}`),
        formula(`${product} ÷ ${first * second} = ${missing}`),
      ];
    }
    default:
      return unreachable(one);
  }
}

function workedCount(n: number): WorkedPart[] {
  const divisors = divisorsOf(n);
  const pairs = divisors.filter((d) => d * d <= n).map((d) => `${d} × ${n / d}`);
  return [
    line(`Look for pairs: ${pairs.join(', ')}.`, `Busca los pares: ${pairs.join(', ')}.`),
    line(`The factors are ${divisors.join(', ')}.`, `Los factores son ${divisors.join(', ')}.`),
    line(`${n} has ${divisors.length} factors.`, `El ${n} tiene ${divisors.length} factores.`),
  ];
}

function workedGreatest(a: number, b: number): WorkedPart[] {
  const common = divisorsOf(gcd(a, b));
  const factorsOf = (n: number): WorkedPart => {
    const list = divisorsOf(n).join(', ');
    return line(`Factors of ${n}: ${list}.`, `Factores de ${n}: ${list}.`);
  };
  return [
    factorsOf(a),
    factorsOf(b),
    line(
      `In both lists: ${common.join(', ')}. The greatest is ${gcd(a, b)}.`,
      `En las dos listas: ${common.join(', ')}. El mayor es ${gcd(a, b)}.`,
    ),
  ];
}

function workedLeast(a: number, b: number): WorkedPart[] {
  const least = lcm(a, b);
  const multiples = Array.from({ length: least / b }, (_, i) => (i + 1) * b).join(', ');
  return [
    line(`Multiples of ${b}: ${multiples}.`, `Múltiplos de ${b}: ${multiples}.`),
    line(
      `${least} is the first of them that is a multiple of ${a} too.`,
      `El ${least} es el primero que también es múltiplo de ${a}.`,
    ),
  ];
}
