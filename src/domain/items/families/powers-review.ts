import { unreachable } from '../../kernel/assert.ts';
import type { WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import type { PowerToken, Token } from '../token.ts';
import { numberTraps } from '../traps.ts';
import { signOf, signOfCase, type AnySign, type Case } from './powers-case.ts';
import { formula, line } from './worked-lines.ts';

const MIRROR: Readonly<Record<AnySign, AnySign>> = { '<': '>', '>': '<', '=': '=' };

/** Wrong answers that known misconceptions give. */
export function powerTraps(one: Case): Trap[] {
  const { ask, k, b, e } = one;
  switch (ask) {
    case 'exponent':
      return numberTraps(e, [
        // The signs were counted, not the numbers.
        ['one-too-few', e - 1],
        ['base-times-exponent', b * e],
        ['added', b + e],
        ['exchanged', b],
      ]);
    case 'value':
      return numberTraps(b ** e, [
        ['base-times-exponent', b * e],
        ['added', b + e],
        ['exchanged', e ** b],
        ['one-too-few', b ** (e - 1)],
      ]);
    case 'times-ten':
      return numberTraps(k * 10 ** e, [
        ['zeros-miscounted', k * 10 ** (e + 1)],
        ['zeros-miscounted', k * 10 ** (e - 1)],
        ['base-times-exponent', k * 10 * e],
      ]);
    case 'compare':
      return signTraps(one);
    default:
      return unreachable(ask);
  }
}

function signTraps(one: Case): Trap[] {
  const { b, e, c, f } = one;
  const key = signOfCase(one);
  const judged: readonly (readonly [string, AnySign])[] = [
    ['base-times-exponent', signOf(b * e, c * f)],
    ['added', signOf(b + e, c + f)],
    ['exchanged', signOf(e ** b, f ** c)],
    ['sign-reversed', MIRROR[key]],
  ];
  return judged.filter(([, value]) => value !== key).map(([tag, value]) => ({ tag, value }));
}

export const power = (base: number, exponent: number): PowerToken => ({
  type: 'power',
  base,
  exponent,
});

/** b x b x ... as often as the exponent says. */
export function repeated(b: number, e: number): string {
  return Array.from({ length: e }, () => b).join(' × ');
}

/** How to come to the answer: write the product out, then multiply on. */
export function workedPower(one: Case): readonly WorkedPart[] {
  const { ask, k, b, e } = one;
  switch (ask) {
    case 'exponent':
      return [
        line(
          `${b} stands there ${e} times: the exponent is ${e}.`,
          `El ${b} está ${e} veces: el exponente es ${e}.`,
        ),
        formula(`${repeated(b, e)} = {power}`, { power: power(b, e) }),
      ];
    case 'value':
      return [
        formula(`{power} = ${repeated(b, e)}`, { power: power(b, e) }),
        ...Array.from({ length: e - 1 }, (_, i) =>
          formula(`{before} × ${b} = {value}`, { before: b ** (i + 1), value: b ** (i + 2) }),
        ),
      ];
    case 'times-ten': {
      const values = { power: power(10, e), ten: 10 ** e, k, result: k * 10 ** e };
      return [formula('{power} = {ten}', values), formula('{k} × {ten} = {result}', values)];
    }
    case 'compare':
      return workedComparison(one);
    default:
      return unreachable(ask);
  }
}

function workedComparison(one: Case): WorkedPart[] {
  const { b, e, c, f } = one;
  const values: Record<string, Token> = { x: power(b, e), y: power(c, f) };
  const valued = (name: string, base: number, exponent: number): WorkedPart =>
    formula(`{${name}} = ${repeated(base, exponent)} = {value}`, {
      ...values,
      value: base ** exponent,
    });
  return [valued('x', b, e), valued('y', c, f), conclusion(signOfCase(one), values)];
}

function conclusion(sign: AnySign, values: Readonly<Record<string, Token>>): WorkedPart {
  if (sign === '<') return line('{x} is less than {y}.', '{x} es menor que {y}.', values);
  if (sign === '>') return line('{x} is greater than {y}.', '{x} es mayor que {y}.', values);
  return line('{x} is equal to {y}.', '{x} es igual a {y}.', values);
}
