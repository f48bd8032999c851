import { unreachable } from '../../kernel/assert.ts';
import { digitsOf, numberOf } from '../../kernel/numbers.ts';
import { ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { addColumns, subtractColumns } from '../column-arithmetic.ts';
import { decimalToken, placesOf, ratioOf, type Decimal } from '../decimal.ts';
import { decimalWriting } from '../digits-text.ts';
import type { WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import { decimalTraps } from '../traps.ts';
import type { Case, Op } from './decimal-arithmetic-case.ts';
import { formula, line } from './worked-lines.ts';

type Entries = readonly (readonly [string, Ratio | null])[];

/** Wrong values that known misconceptions give. */
export function decimalArithmeticTraps(one: Case, op: Op): Trap[] {
  const { first, second, result } = one;
  const key = ratioOf(result);
  const factors = [ratio(10), ratio(1, 10), ratio(100), ratio(1, 100)];
  const off = factors.map((factor) => ['factor-ten', times(key, factor)] as const);
  const dropped = ['point-dropped', result.scale > 1 ? ratio(result.digits) : null] as const;
  switch (op) {
    case '+':
    case '-':
      return decimalTraps(key, [
        rightAligned(one, op),
        ...(op === '+' ? carryTraps(one) : borrowTraps(one)),
        dropped,
        ...off,
      ]);
    case 'times-power':
      return decimalTraps(key, [['zeros-appended', ratioOf(first)], dropped, ...off]);
    case 'divide-power':
    case '*whole':
    case '/whole':
      return decimalTraps(key, [dropped, ...off]);
    case '*': {
      const product = first.digits * second.digits;
      return decimalTraps(key, [
        ['places-added-wrong', ratio(product, first.scale)],
        ['places-added-wrong', ratio(product, second.scale)],
        dropped,
        ['point-dropped', ratio(product)],
        ...off,
      ]);
    }
    default:
      return unreachable(op);
  }
}

/** Last digits under each other, and the point of the longer number. */
function rightAligned({ first, second }: Case, op: '+' | '-'): Entries[number] {
  if (first.scale === second.scale) return ['right-aligned', null];
  const digits = op === '+' ? first.digits + second.digits : first.digits - second.digits;
  return ['right-aligned', ratio(digits, Math.max(first.scale, second.scale))];
}

function carryTraps({ values: { a = 0, b = 0 } }: Case): Entries {
  const columns = addColumns(a, b);
  if (!columns.slice(0, -1).some((column) => column.regroups)) return [];
  const sums = columns.map(({ upper, lower }) => upper + lower);
  const lowerDigits = sums.slice(0, -1).map((sum) => sum % 10);
  const written = numberOf([...lowerDigits, ...digitsOf(sums.at(-1) ?? 0)]);
  return [['forgot-to-carry', ratio(written, 100)]];
}

function borrowTraps({ values: { a = 0, b = 0 } }: Case): Entries {
  const columns = subtractColumns(a, b);
  if (!columns.some((column) => column.regroups)) return [];
  const written = numberOf(columns.map(({ upper, lower }) => Math.abs(upper - lower)));
  return [['smaller-from-larger', ratio(written, 100)]];
}

/** How to come to the answer. */
export function workedDecimals(one: Case, op: Op): readonly WorkedPart[] {
  switch (op) {
    case '+':
    case '-':
      return inColumns(one, op);
    case 'times-power':
    case 'divide-power':
      return pointMoves(one, op);
    case '*whole':
    case '*':
      return product(one);
    case '/whole':
      return quotient(one);
    default:
      return unreachable(op);
  }
}

function inColumns({ first, second, result }: Case, op: '+' | '-'): WorkedPart[] {
  const scale = Math.max(first.scale, second.scale);
  const [upper, lower, below] = [first, second, result].map(
    (one) => (one.digits * scale) / one.scale,
  );
  if (upper === undefined || lower === undefined || below === undefined) return [];
  const said = (language: 'en' | 'es'): string[] =>
    [upper, lower, below].map((n) => decimalWriting(n, scale, language));
  const [en, es] = [said('en'), said('es')];
  const [plus, mas] = op === '+' ? ['plus', 'más'] : ['minus', 'menos'];
  return [
    first.scale === second.scale
      ? line('Write point under point.', 'Escribe una coma decimal debajo de la otra.')
      : line(
          'Write point under point. Fill the empty place with 0.',
          'Escribe una coma decimal debajo de la otra. Llena el lugar vacío con 0.',
        ),
    {
      type: 'figure',
      figure: {
        type: 'written-decimals',
        op: op === '+' ? '+' : '−',
        upper,
        lower,
        result: below,
        scale,
      },
      spoken: {
        en: `Point under point: ${en[0]} ${plus} ${en[1]} equals ${en[2]}`,
        es: `Coma debajo de coma: ${es[0]} ${mas} ${es[1]} es igual a ${es[2]}`,
      },
    },
  ];
}

const places = (n: number, side: string, lado: string): readonly [string, string] => [
  `${n} ${n === 1 ? 'place' : 'places'} to the ${side}`,
  `${n} ${n === 1 ? 'lugar' : 'lugares'} a la ${lado}`,
];

function pointMoves(
  { first, second, result }: Case,
  op: 'times-power' | 'divide-power',
): WorkedPart[] {
  const power = second.digits;
  const zeros = String(power).length - 1;
  const isTimes = op === 'times-power';
  const [en, es] = isTimes ? places(zeros, 'right', 'derecha') : places(zeros, 'left', 'izquierda');
  const sign = isTimes ? '×' : '÷';
  return [
    isTimes
      ? line(
          `Multiplying by ${power} moves the point ${en}.`,
          `Multiplicar por ${power} mueve la coma decimal ${es}.`,
        )
      : line(
          `Dividing by ${power} moves the point ${en}.`,
          `Dividir entre ${power} mueve la coma decimal ${es}.`,
        ),
    formula(`{x} ${sign} ${power} = {y}`, { x: decimalToken(first), y: decimalToken(result) }),
  ];
}

const placeWords = (n: number): readonly [string, string] => [
  `${n} ${n === 1 ? 'place' : 'places'}`,
  `${n} ${n === 1 ? 'cifra decimal' : 'cifras decimales'}`,
];

function product({ first, second, result }: Case): WorkedPart[] {
  const digits = first.digits * second.digits;
  const raw: Decimal = { digits, scale: first.scale * second.scale };
  const values = {
    x: decimalToken(first),
    y: decimalToken(second),
    raw: decimalToken(raw),
    result: decimalToken(result),
  };
  const [en, es] = placeWords(placesOf(raw));
  const both = second.scale > 1;
  return [
    line(
      `Without the point: ${first.digits} × ${second.digits} = ${digits}.`,
      `Sin la coma decimal: ${first.digits} × ${second.digits} = ${digits}.`,
    ),
    both
      ? line(`{x} and {y} have ${en} together.`, `{x} y {y} tienen ${es} en total.`, values)
      : line(
          `{x} has ${en}, so the answer has ${en}.`,
          `{x} tiene ${es}; el resultado también.`,
          values,
        ),
    formula(`{x} × {y} = {raw}${raw.scale === result.scale ? '' : ' = {result}'}`, values),
  ];
}

const PARTS: Readonly<Record<number, readonly [string, string]>> = {
  10: ['tenths', 'décimas'],
  100: ['hundredths', 'centésimas'],
  1000: ['thousandths', 'milésimas'],
};

function quotient({ first, second, result, values: { q = 0 } }: Case): WorkedPart[] {
  const [en, es] = PARTS[first.scale] ?? ['ones', 'unidades'];
  const numbers = { x: decimalToken(first), y: decimalToken(result) };
  return [
    line(`{x} is ${first.digits} ${en}.`, `{x} son ${first.digits} ${es}.`, numbers),
    line(
      `${first.digits} ${en} ÷ ${second.digits} = ${q} ${en}.`,
      `${first.digits} ${es} ÷ ${second.digits} = ${q} ${es}.`,
    ),
    formula(`{x} ÷ ${second.digits} = {y}`, numbers),
  ];
}
