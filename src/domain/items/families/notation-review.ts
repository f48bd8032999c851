import { unreachable } from '../../kernel/assert.ts';
import { gcd } from '../../kernel/numbers.ts';
import { compareRatios, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { decimalOf, decimalToken } from '../decimal.ts';
import type { WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import type { Token } from '../token.ts';
import { decimalTraps, fractionTraps, numberTraps } from '../traps.ts';
import { fractionToken } from './fraction-lines.ts';
import type { Case, Notation } from './notation-case.ts';
import { formula, line } from './worked-lines.ts';

/** The number as it is given. */
export function givenToken(one: Case): Token {
  return tokenIn(one, one.from);
}

function tokenIn({ n, d, value }: Case, notation: Notation): Token {
  switch (notation) {
    case 'fraction':
      return fractionToken(n, d);
    case 'decimal':
      return decimalToken(decimalOf(value) ?? { digits: 0, scale: 1 });
    case 'percent':
      return { type: 'percent', value: (value.num * 100) / value.den };
    default:
      return unreachable(notation);
  }
}

type Entries = readonly (readonly [string, Ratio | null])[];

/** Wrong values that known misconceptions give. */
export function notationTraps(one: Case): Trap[] {
  const { to, value } = one;
  const entries: Entries = [
    ['missing-zero', compareRatios(value, ratio(1, 10)) < 0 ? times(value, ratio(10)) : null],
    ...digitsKept(one),
    ['factor-ten', times(value, ratio(10))],
    ['factor-ten', times(value, ratio(1, 10))],
  ];
  switch (to) {
    case 'fraction':
      return fractionTraps(value, entries);
    case 'decimal':
      return decimalTraps(value, entries);
    case 'percent': {
      const percents = entries.map(([tag, wrong]) => {
        const percent = wrong === null ? null : times(wrong, ratio(100));
        return [tag, percent === null || percent.den > 1 ? null : percent.num] as const;
      });
      return numberTraps((value.num * 100) / value.den, percents);
    }
    default:
      return unreachable(to);
  }
}

/** Digits that are copied without regard to what they stand for. */
function digitsKept({ from, to, n, d }: Case): Entries {
  // 0.7 and 7% as 1/7.
  if (to === 'fraction') return [['digits-as-fraction', ratio(1, n)]];
  // 150% as 0.150.
  if (from === 'percent') return [['point-before-number', n >= 100 ? ratio(n, 1000) : null]];
  if (from !== 'fraction') return [];
  // 1/4 as 14%, 7/10 as 7.10.
  if (to === 'percent') return [['digits-as-fraction', ratio(Number(`${n}${d}`), 100)]];
  return [['digits-as-fraction', ratio(Number(`${n}${d}`), 10 ** String(d).length)]];
}

const HUNDREDTHS = line(
  'A percent is a number of hundredths.',
  'Un porcentaje dice cuántas centésimas hay.',
);

/** How to come to the answer: by tenths and hundredths. */
export function workedNotation(one: Case): readonly WorkedPart[] {
  const { from, to, value } = one;
  const hundredths = fractionToken((value.num * 100) / value.den, 100);
  const [x, y] = [givenToken(one), tokenIn(one, to)];
  if (to === 'fraction') return toFraction(one);
  if (from === 'percent' || to === 'percent') {
    if (from === 'fraction' && one.d === 100) return [HUNDREDTHS, formula('{x} = {y}', { x, y })];
    return [HUNDREDTHS, formula('{x} = {hundredths} = {y}', { x, y, hundredths })];
  }
  return [placesLine(one), formula('{x} = {y}', { x, y })];
}

/** Fractions over 10, 100 or 1000 and the places of their decimals. */
function placesLine({ value, d }: Case): WorkedPart {
  const { scale } = decimalOf(value) ?? { scale: 1 };
  const places = String(Math.max(scale, [10, 100, 1000].includes(d) ? d : 1)).length - 1;
  if (places === 1)
    return line(
      'Tenths have 1 place after the point.',
      'Las décimas tienen 1 cifra después de la coma decimal.',
    );
  return places === 2
    ? line(
        'Hundredths have 2 places after the point.',
        'Las centésimas tienen 2 cifras después de la coma decimal.',
      )
    : line(
        'Thousandths have 3 places after the point.',
        'Las milésimas tienen 3 cifras después de la coma decimal.',
      );
}

function toFraction(one: Case): WorkedPart[] {
  const { from, n, d, value } = one;
  const common = gcd(n, d);
  const values = {
    x: givenToken(one),
    over: fractionToken(n, d),
    lowest: fractionToken(value.num, value.den),
  };
  if (from === 'decimal') return [placesLine(one), formula('{x} = {over}', values)];
  return [
    HUNDREDTHS,
    formula('{x} = {over}', values),
    ...(common === 1
      ? []
      : [
          line(
            `Divide both numbers by ${common}: {over} = {lowest}.`,
            `Divide los dos números entre ${common}: {over} = {lowest}.`,
            { over: values.over, lowest: values.lowest },
          ),
        ]),
  ];
}
