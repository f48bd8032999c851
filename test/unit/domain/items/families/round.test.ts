import { describe, expect, it } from 'vitest';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** Digits after the point that are kept; below zero, zeros before it. */
const KEPT: Readonly<Record<string, number>> = {
  hundredth: 2,
  tenth: 1,
  'whole number': 0,
  ten: -1,
  hundred: -2,
  thousand: -3,
  'ten thousand': -4,
  'hundred thousand': -5,
};

/** Written rounding: cut behind the place, look at the first digit that is cut off, count up by one where it is 5 or more. */
function roundWritten(text: string, kept: number): string {
  const [whole = '', part = ''] = text.split('.');
  const digits = `${whole}${part}`;
  const cut = whole.length + kept;
  const front = BigInt(digits.slice(0, cut) || '0');
  const up = Number(digits.charAt(cut)) >= 5;
  const count = String(up ? front + 1n : front);
  if (kept <= 0) return `${count}${'0'.repeat(-kept)}`;
  const all = count.padStart(kept + 1, '0');
  const places = all.slice(-kept).replace(/0+$/u, '');
  return `${all.slice(0, -kept)}${places === '' ? '' : `.${places}`}`;
}

holdFamily({
  family: 'round',
  valuesOf: (identity, { constraints }) => {
    const [, n = '', place = ''] = /^(\d+)(?:\/1000)?~(\d+)$/u.exec(identity) ?? [];
    return constraints.includes('place in')
      ? { n: Number(n), place: Number(place) }
      : { n: Number(n) };
  },
  // Digit by digit, as it is written.
  solve: (item) => {
    const [, n = '', place = ''] =
      /^Round ([\d.]+) to the nearest ([a-z ]+)\.$/u.exec(speakItem(item, 'en')) ?? [];
    return roundWritten(n, KEPT[place] ?? Number.NaN);
  },
});

function rounding(n: number, place: number, scale = 1) {
  return only('round', { n: { in: [n] }, places: [place], scale });
}

describe('wrong ways to round', () => {
  it('give the wrong numbers that teachers know', () => {
    expect(trapValues(rounding(347, 100))).toEqual({
      'wrong-place': ['350'],
      'zeros-missing': ['3'],
      'chain-rounding': ['400'],
      'only-the-digit': ['347'],
    });
    expect(trapValues(rounding(85, 10))).toEqual({
      'half-down': ['80'],
      'wrong-place': ['100'],
      'zeros-missing': ['9'],
      'only-the-digit': ['95'],
    });
    expect(trapValues(rounding(78, 10))['rounded-down']).toEqual(['70']);
    expect(trapValues(rounding(3447, 10, 1000))).toEqual({
      'rounded-down': ['3.44'],
      'wrong-place': ['3.4'],
      'only-the-digit': ['3.457'],
    });
  });

  it('296 rolls over to 300, and 94 does not', () => {
    expect(rounding(296, 10).tags).toContain('roll-over');
    expect(rounding(94, 10).tags).not.toContain('roll-over');
  });

  it('a place that is no power of ten is refused, and so are numbers that are round already', () => {
    expect(faultOf('round', { n: { in: [7] }, places: [5] })).toBe('value.bad places');
    const round = { min: 100, max: 999_900, step: 100 };
    expect(faultOf('round', { n: round, places: [10, 100] })).toBe('value.bad n');
    expect(faultOf('round', { n: round, places: [1000] })).toBe('no fault');
  });
});
