import { describe, expect, it } from 'vitest';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, trapValues } from '#test/support/one-item.ts';

/** Every unit in the smallest one of its kind, by the test's own table: [kind, worth]. */
const UNITS: Readonly<Record<string, readonly [string, number]>> = {
  seconds: ['time', 1],
  minutes: ['time', 60],
  hours: ['time', 3600],
  days: ['time', 86_400],
  weeks: ['time', 604_800],
  millimeters: ['length', 1],
  centimeters: ['length', 10],
  meters: ['length', 1000],
  kilometers: ['length', 1_000_000],
  grams: ['mass', 1],
  kilograms: ['mass', 1000],
  milliliters: ['liquid', 1],
  liters: ['liquid', 1000],
  inches: ['us length', 1],
  feet: ['us length', 12],
  yards: ['us length', 36],
  ounces: ['us weight', 1],
  pounds: ['us weight', 16],
  tons: ['us weight', 32_000],
  'fluid ounces': ['us liquid', 1],
  cups: ['us liquid', 8],
  pints: ['us liquid', 16],
  quarts: ['us liquid', 32],
  gallons: ['us liquid', 128],
};

/** Pairs of each objective in the order of its note. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  'convert-time': ['min s', 'h min', 'day h', 'week day'],
  'convert-metric-down': ['m cm', 'cm mm', 'm mm', 'km m', 'kg g', 'L mL'],
  'convert-metric-up': ['m cm', 'cm mm', 'm mm', 'km m', 'kg g', 'L mL'],
  'convert-customary-length': ['ft in', 'yd ft'],
  'convert-customary-weight': ['lb oz', 'ton lb'],
  'convert-customary-volume': ['cup floz', 'pt cup', 'qt pt', 'gal qt'],
};
const WORTH: Readonly<Record<string, number>> = {
  'ft in': 12,
  'yd ft': 3,
  'lb oz': 16,
  'ton lb': 2000,
  'cup floz': 8,
  'pt cup': 2,
  'qt pt': 2,
  'gal qt': 4,
  'min s': 60,
  'h min': 60,
  'day h': 24,
  'week day': 7,
};

/** "0.45" for 450 / 1000, by moving the point. */
function quotient(n: number, d: number): string {
  const whole = Math.floor(n / d);
  const rest = (n % d) * (1000 / d);
  return rest === 0
    ? String(whole)
    : `${whole}.${String(rest).padStart(3, '0').replace(/0+$/u, '')}`;
}

holdFamily({
  family: 'convert-units',
  valuesOf: (identity, { id, constraints }) => {
    const [, shown = '', from = '', to = ''] = /^(\d+) (\w+)>(\w+)$/u.exec(identity) ?? [];
    const pairs = PAIRS[id] ?? [];
    const down = pairs.indexOf(`${from} ${to}`);
    const pair = (down >= 0 ? down : pairs.indexOf(`${to} ${from}`)) + 1;
    if (!constraints.includes('direction')) return { n: Number(shown), pair };
    const n = down >= 0 ? Number(shown) : Number(shown) / (WORTH[`${to} ${from}`] ?? 0);
    return { n, pair, direction: down >= 0 ? 1 : 2 };
  },
  // By what both units are worth in the smallest of their kind.
  solve: (item) => {
    const said = speakItem(item, 'en');
    const [, n = '', from = '', to = ''] =
      /^(\d+) ([a-z ]+) equals blank ([a-z ]+)\. What/u.exec(said) ?? [];
    const [kind, worth] = UNITS[from] ?? ['', 0];
    const [sameKind, other] = UNITS[to] ?? ['none', 1];
    if (kind !== sameKind) return `${from} and ${to} are not of one kind`;
    return worth >= other
      ? String(Number(n) * (worth / other))
      : quotient(Number(n), other / worth);
  },
});

const feet = {
  pairs: [
    { big: 'ft', small: 'in', factor: 12 },
    { big: 'yd', small: 'ft', factor: 3 },
  ],
  n: { in: [3] },
  directions: ['small', 'large'],
};

describe('wrong ways to convert', () => {
  it('give the wrong numbers that teachers know', () => {
    const down = trapValues(itemNamed('convert-units', feet, '3 ft>in'));
    expect(down).toEqual({ 'wrong-factor': ['30', '300', '360', '9'], 'added-factor': ['15'] });
    const up = trapValues(itemNamed('convert-units', feet, '36 in>ft'));
    expect(up).toEqual({
      'wrong-operation': ['432'],
      'wrong-factor': ['12'],
      'added-factor': ['48'],
    });
    const decimal = itemNamed(
      'convert-units',
      {
        pairs: [{ big: 'kg', small: 'g', factor: 1000 }],
        n: { in: [450, 451] },
        directions: ['large'],
        decimal: true,
      },
      '451 g>kg',
    );
    expect(trapValues(decimal)['wrong-factor']).toEqual(['4.51', '0.0451']);
    expect(trapValues(decimal)['wrong-operation']).toEqual(['451000']);
  });

  it('pairs that cannot give a decimal of at most three places are refused', () => {
    expect(faultOf('convert-units', { ...feet, decimal: true })).toBe('value.bad decimal');
    expect(faultOf('convert-units', { ...feet, n: { in: [1] } })).toBe('value.bad n');
    const whole = {
      pairs: [{ big: 'kg', small: 'g', factor: 1000 }],
      n: { in: [20, 3000] },
      directions: ['large'],
      decimal: true,
    };
    expect(faultOf('convert-units', whole)).toBe('value.bad n');
  });
});
