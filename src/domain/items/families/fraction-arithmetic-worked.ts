import { unreachable } from '../../kernel/assert.ts';
import type { WorkedPart } from '../family.ts';
import type { Token } from '../token.ts';
import {
  commonParts,
  regroups,
  resultOf,
  type Case,
  type Operand,
  type Params,
} from './fraction-arithmetic-case.ts';
import { bar, fractionToken, resultLine, resultToken } from './fraction-lines.ts';
import { formula, line } from './worked-lines.ts';

/** How to come to the answer. */
export function workedFractions(one: Case, params: Params): readonly WorkedPart[] {
  switch (params.kind) {
    case 'like':
      return like(one, params);
    case 'unlike':
    case 'tenths-hundredths':
      return unlike(one, params);
    case 'like-mixed':
    case 'unlike-mixed':
      return mixed(one, params);
    case 'times-whole':
      return timesWhole(one);
    case 'product':
    case 'product-mixed':
      return product(one);
    case 'unit-by-whole':
      return unitByWhole(one);
    case 'whole-by-unit':
      return wholeByUnit(one);
    default:
      return unreachable(params.kind);
  }
}

const signOf = ({ op }: Params): string => (op === '-' ? '−' : op);
const tokenOf = ({ whole, num, den }: Operand): Token =>
  num === 0 ? whole : fractionToken(num, den, whole);

function like(one: Case, params: Params): WorkedPart[] {
  const { first, second } = one;
  const sign = signOf(params);
  const num = params.op === '+' ? first.num + second.num : first.num - second.num;
  const sum = `${first.num} ${sign} ${second.num} = ${num}`;
  const values = { x: tokenOf(first), y: tokenOf(second) };
  return [
    params.op === '+'
      ? line(
          `The parts are the same size. Add the top numbers: ${sum}.`,
          `Las partes son del mismo tamaño. Suma los numeradores: ${sum}.`,
        )
      : line(
          `The parts are the same size. Subtract the top numbers: ${sum}.`,
          `Las partes son del mismo tamaño. Resta los numeradores: ${sum}.`,
        ),
    ...bar(first.num, first.den),
    ...bar(second.num, second.den),
    resultLine(`{x} ${sign} {y}`, values, num, first.den),
  ];
}

/** Both fractions cut into the same parts. */
function unlike(one: Case, params: Params): WorkedPart[] {
  const { x, y, den } = commonParts(one);
  const sign = signOf(params);
  const num = params.op === '+' ? x + y : x - y;
  const values = { x: fractionToken(x, den), y: fractionToken(y, den) };
  return [
    sameParts(one),
    ...bar(x, den),
    ...bar(y, den),
    resultLine(`{x} ${sign} {y}`, values, num, den),
  ];
}

/** What changes on the way to the common denominator. */
function sameParts(one: Case): WorkedPart {
  const { first, second } = one;
  const { x, y, den } = commonParts(one);
  const rewritten = [
    { name: 'p', from: first, num: x },
    { name: 'q', from: second, num: y },
  ].filter(({ from }) => from.den !== den);
  const values = Object.fromEntries(
    rewritten.flatMap(({ name, from, num }) => [
      [name, fractionToken(from.num, from.den)],
      [`${name}2`, fractionToken(num, den)],
    ]),
  );
  const equal = rewritten.map(({ name }) => `{${name}} = {${name}2}`);
  return line(
    `Make the bottom numbers the same: ${equal.join(' and ')}.`,
    `Busca el mismo denominador: ${equal.join(' y ')}.`,
    values,
  );
}

function mixed(one: Case, params: Params): WorkedPart[] {
  const { first, second } = one;
  const { x, y, den } = commonParts(one);
  const start = first.den === second.den ? [] : [sameParts(one)];
  return params.op === '+'
    ? [...start, ...mixedSum(first.whole, second.whole, x, y, den)]
    : [...start, ...mixedDifference(one, params)];
}

function mixedSum(w: number, v: number, x: number, y: number, den: number): WorkedPart[] {
  const total = w + v;
  const values = { x: fractionToken(x, den), y: fractionToken(y, den) };
  return [
    line(
      `Add the whole numbers: ${w} + ${v} = ${total}.`,
      `Suma los enteros: ${w} + ${v} = ${total}.`,
    ),
    resultLine('{x} + {y}', values, x + y, den),
    formula(`${total} + {part} = {result}`, {
      part: resultToken(x + y, den),
      result: resultToken(total * den + x + y, den),
    }),
  ];
}

function mixedDifference(one: Case, params: Params): WorkedPart[] {
  const { whole: w } = one.first;
  const { whole: v } = one.second;
  const { x, y, den } = commonParts(one);
  const trades = regroups(one, params.op);
  const [wholes, top] = trades ? [w - 1, x + den] : [w, x];
  const values = {
    x: fractionToken(x, den),
    y: fractionToken(y, den),
    from: fractionToken(x, den, w),
    to: fractionToken(top, den, wholes),
  };
  return [
    ...(trades
      ? [
          line(
            '{x} is less than {y}. Trade 1 whole: {from} = {to}.',
            '{x} es menor que {y}. Cambia 1 entero: {from} = {to}.',
            values,
          ),
        ]
      : []),
    line(
      `Subtract the whole numbers: ${wholes} − ${v} = ${wholes - v}.`,
      `Resta los enteros: ${wholes} − ${v} = ${wholes - v}.`,
    ),
    resultLine('{top} − {y}', { top: fractionToken(top, den), y: values.y }, top - y, den),
    formula('{to} − {second} = {result}', {
      to: values.to,
      second: fractionToken(y, den, v),
      result: resultToken((wholes - v) * den + top - y, den),
    }),
  ];
}

function timesWhole({ first, second }: Case): WorkedPart[] {
  const num = first.num * second.whole;
  const times = `${first.num} × ${second.whole} = ${num}`;
  return [
    line(
      `Multiply the top number: ${times}. The bottom number stays ${first.den}.`,
      `Multiplica el numerador: ${times}. El denominador sigue siendo ${first.den}.`,
    ),
    resultLine(`{x} × ${second.whole}`, { x: fractionToken(first.num, first.den) }, num, first.den),
  ];
}

function product({ first, second }: Case): WorkedPart[] {
  const [p, q] = [first, second].map(({ whole, num, den }) => ({ num: whole * den + num, den }));
  if (p === undefined || q === undefined) return [];
  const tops = `${p.num} × ${q.num} = ${p.num * q.num}`;
  const bottoms = `${p.den} × ${q.den} = ${p.den * q.den}`;
  const values = { x: fractionToken(p.num, p.den), y: fractionToken(q.num, q.den) };
  const mixedValues = { ...values, p: tokenOf(first), q: tokenOf(second) };
  return [
    ...(first.whole === 0
      ? []
      : [
          line(
            'Write both as fractions: {p} = {x} and {q} = {y}.',
            'Escribe los dos como fracciones: {p} = {x} y {q} = {y}.',
            mixedValues,
          ),
        ]),
    line(`Multiply the top numbers: ${tops}.`, `Multiplica los numeradores: ${tops}.`),
    line(`Multiply the bottom numbers: ${bottoms}.`, `Multiplica los denominadores: ${bottoms}.`),
    resultLine('{x} × {y}', values, p.num * q.num, p.den * q.den),
  ];
}

function unitByWhole(one: Case): WorkedPart[] {
  const { first, second } = one;
  const { den } = resultOf(one, '÷');
  const parts = `${first.den} × ${second.whole} = ${den}`;
  const x = tokenOf(first);
  return [
    line(
      `Cut {x} into ${second.whole} equal parts. A whole has ${parts} of them.`,
      `Parte {x} en ${second.whole} partes iguales. Un entero tiene ${parts} de ellas.`,
      { x },
    ),
    ...bar(1, den),
    formula(`{x} ÷ ${second.whole} = {result}`, { x, result: fractionToken(1, den) }),
  ];
}

function wholeByUnit({ first, second }: Case): WorkedPart[] {
  const x = tokenOf(second);
  const count = `${first.whole} × ${second.den} = ${first.whole * second.den}`;
  return [
    line(
      `How many times does {x} fit? In 1 it fits ${second.den} times.`,
      `¿Cuántas veces cabe {x}? En 1 cabe ${second.den} veces.`,
      { x },
    ),
    ...bar(1, second.den),
    line(`In ${first.whole} it fits ${count} times.`, `En ${first.whole} cabe ${count} veces.`),
  ];
}
