import { digitsOf } from '../../kernel/numbers.ts';
import type { WorkedPart } from '../family.ts';
import { placeName } from '../place-names.ts';
import { keyOf, signOf, type CompareCase } from './compare-numbers-case.ts';
import { formula, line } from './worked-lines.ts';

/** How the two sides are compared: both in one unit or with as many places, then from the left. */
export function compareWorked(one: CompareCase): readonly WorkedPart[] {
  const sign = keyOf(one);
  switch (one.show) {
    case 'plain':
      return plainWorked(one.a, one.b);
    case 'money': {
      const dollars = one.notation === 'cents-dollars' ? one.b : one.a;
      const values = {
        dollars: { type: 'money', cents: dollars, notation: 'dollars', currency: 'USD' },
      } as const;
      return [formula(`{dollars} = ${dollars}¢`, values), formula(`${one.a}¢ ${sign} ${one.b}¢`)];
    }
    case 'decimal': {
      const scale = Math.max(one.scaleA, one.scaleB);
      const [a, b] = [(one.a * scale) / one.scaleA, (one.b * scale) / one.scaleB];
      return [
        ...(one.scaleA === one.scaleB
          ? []
          : [
              line(
                'Write both with the same number of places.',
                'Escribe los dos con la misma cantidad de cifras decimales.',
              ),
            ]),
        formula(`{a} ${sign} {b}`, {
          a: { type: 'decimal', digits: a, scale },
          b: { type: 'decimal', digits: b, scale },
        }),
      ];
    }
    case 'measure': {
      const { a, b, pair } = one;
      const small = a * pair.factor;
      return [
        formula('{big} = {small}', {
          big: { type: 'measure', value: a, unit: pair.big },
          small: { type: 'measure', value: small, unit: pair.small },
        }),
        formula(`{small} ${sign} {right}`, {
          small: { type: 'measure', value: small, unit: pair.small },
          right: { type: 'measure', value: b, unit: pair.small },
        }),
      ];
    }
  }
}

function plainWorked(a: number, b: number): readonly WorkedPart[] {
  const whole = formula(`{a} ${signOf(a, b)} {b}`, { a, b });
  if (a === b) return [line('Both are the same number.', 'Los dos son el mismo número.'), whole];
  const [left, right] = [digitsOf(a), digitsOf(b)];
  if (left.length !== right.length) {
    const more = Math.max(a, b);
    return [
      line(
        '{more} has more digits, so it is larger.',
        '{more} tiene más cifras, así que es mayor.',
        { more },
      ),
      whole,
    ];
  }
  if (left.length === 1) {
    const [less, more] = [Math.min(a, b), Math.max(a, b)];
    return [
      line(
        `When you count, ${less} comes before ${more}.`,
        `Al contar, ${less} va antes que ${more}.`,
      ),
      whole,
    ];
  }
  const at = left.findLastIndex((digit, i) => digit !== right[i]);
  const place = placeName(10 ** at, 1);
  const [x, y] = [left[at] ?? 0, right[at] ?? 0];
  return [
    line(
      `Look from the left. The first digits that differ are the ${place.en}: ${x} ${signOf(x, y)} ${y}.`,
      `Mira desde la izquierda. Primeras cifras distintas, en ${place.es}: ${x} ${signOf(x, y)} ${y}.`,
    ),
    whole,
  ];
}
