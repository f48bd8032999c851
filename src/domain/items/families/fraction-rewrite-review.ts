import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import { plus, ratio } from '../../kernel/ratio.ts';
import type { WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import { fractionTraps, numberTraps } from '../traps.ts';
import { bar, fractionToken, resultLine, resultToken } from './fraction-lines.ts';
import type { Case } from './fraction-rewrite-case.ts';
import { formula, line } from './worked-lines.ts';

/** Wrong values that known misconceptions give. The right value in a wrong form is told by the grader. */
export function rewriteTraps(one: Case): Trap[] {
  switch (one.ask) {
    case 'whole':
      return numberTraps(one.w, [['added-not-multiplied', one.d * one.w - one.d]]);
    case 'missing': {
      const { n, d, k, unknown } = one;
      return unknown === 'numerator'
        ? numberTraps(n * k, [['added-not-multiplied', n + d * k - d]])
        : numberTraps(d * k, [['added-not-multiplied', d + n * k - n]]);
    }
    case 'simplify': {
      const { n, d, k } = one;
      const left = n * k - (d * k - d);
      return fractionTraps(ratio(n, d), [
        ['added-not-multiplied', left > 0 ? ratio(left, d) : null],
      ]);
    }
    case 'to-mixed': {
      const { w, n, d } = one;
      return fractionTraps(ratio(w * d + n, d), [
        ['remainder-as-denominator', plus(ratio(w), ratio(d, n))],
      ]);
    }
    case 'to-improper': {
      const { w, n, d } = one;
      return fractionTraps(ratio(w * d + n, d), [
        ['whole-plus-numerator', ratio(w + n, d)],
        ['forgot-numerator', ratio(w)],
      ]);
    }
    case 'division':
      return fractionTraps(ratio(one.a, one.b), [['inverted', ratio(one.b, one.a)]]);
    default:
      return unreachable(one);
  }
}

/** How to come to the answer. */
export function workedRewrite(one: Case): readonly WorkedPart[] {
  switch (one.ask) {
    case 'whole': {
      const { d, w } = one;
      return [
        line(
          `The line of a fraction means: divide. ${d * w} ÷ ${d} = ${w}.`,
          `La raya de una fracción significa dividir. ${d * w} ÷ ${d} = ${w}.`,
        ),
      ];
    }
    case 'missing':
      return workedMissing(one);
    case 'simplify':
      return workedSimplest(one);
    case 'to-mixed': {
      const { w, n, d } = one;
      const top = w * d + n;
      return [
        line(
          `How many whole ones? ${w} × ${d} = ${w * d}, and ${top} − ${w * d} = ${n}.`,
          `¿Cuántos enteros hay? ${w} × ${d} = ${w * d}, y ${top} − ${w * d} = ${n}.`,
        ),
        formula('{x} = {y}', { x: fractionToken(top, d), y: fractionToken(n, d, w) }),
      ];
    }
    case 'to-improper': {
      const { w, n, d } = one;
      return [
        line(
          `${w} × ${d} = ${w * d} parts, and ${n} more: ${w * d} + ${n} = ${w * d + n}.`,
          `${w} × ${d} = ${w * d} partes, y ${n} más: ${w * d} + ${n} = ${w * d + n}.`,
        ),
        formula('{x} = {y}', { x: fractionToken(n, d, w), y: fractionToken(w * d + n, d) }),
      ];
    }
    case 'division': {
      const { a, b } = one;
      return [
        line(
          'The first number goes on top, the second one below.',
          'El primer número va arriba y el segundo abajo.',
        ),
        resultLine(`${a} ÷ ${b}`, {}, a, b),
      ];
    }
    default:
      return unreachable(one);
  }
}

function workedMissing({ n, d, k, unknown }: Extract<Case, { ask: 'missing' }>): WorkedPart[] {
  const found = unknown === 'numerator' ? `${n} × ${k} = ${n * k}` : `${d} × ${k} = ${d * k}`;
  const known = unknown === 'numerator' ? `${d} × ${k} = ${d * k}` : `${n} × ${k} = ${n * k}`;
  return [
    line(
      `${known}, so multiply the other number by ${k} too: ${found}.`,
      `${known}; multiplica también el otro número por ${k}: ${found}.`,
    ),
    ...bothBars(n, d, k),
    formula('{x} = {y}', { x: fractionToken(n, d), y: fractionToken(n * k, d * k) }),
  ];
}

function workedSimplest({ n, d, k }: Extract<Case, { ask: 'simplify' }>): WorkedPart[] {
  const [top, bottom] = [n * k, d * k];
  const values = { x: fractionToken(top, bottom), y: resultToken(n, d) };
  const common = gcd(top, bottom);
  return [
    line(
      `Divide both numbers by ${common}: ${top} ÷ ${common} = ${n} and ${bottom} ÷ ${common} = ${d}.`,
      `Divide los dos números entre ${common}: ${top} ÷ ${common} = ${n} y ${bottom} ÷ ${common} = ${d}.`,
    ),
    ...bothBars(n, d, k),
    formula('{x} = {y}', values),
  ];
}

/** The same share in larger and in smaller parts, where both can be drawn. */
function bothBars(n: number, d: number, k: number): WorkedPart[] {
  const finer = bar(n * k, d * k);
  return finer.length === 0 ? [] : [...bar(n, d), ...finer];
}
