import { describe, expect, it } from 'vitest';
import type { Item } from '#domain/items/item.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, only, trapValues } from '#test/support/one-item.ts';

/** What each unit is worth in thousandths of the smallest that is compared with it. */
const WORTH: Readonly<Record<string, number>> = {
  '': 1000,
  mm: 1,
  cm: 10,
  m: 1000,
  km: 1_000_000,
  g: 1,
  kg: 1000,
  mL: 1,
  L: 1000,
  '¢': 10,
  $: 1000,
};

/** A written quantity as a whole number: "0.40" is 400, "35¢" 350, "5 cm" 50. */
function worthOf(written: string): number {
  const plain = written.replaceAll('\u2009', '').replace('\u00A0', ' ');
  const [, dollar = '', whole = '', places = '', unit = ''] =
    /^(\$?)(\d+)(?:\.(\d+))? ?([a-zA-Z¢]*)$/u.exec(plain) ?? [];
  const thousandths = Number(whole) * 1000 + Number(places.padEnd(3, '0'));
  return (thousandths * (WORTH[dollar + unit] ?? Number.NaN)) / 1000;
}

function writtenSides(item: Item): string[] {
  return shownPrompt(item, 'en').flatMap((part) =>
    part.type === 'equation'
      ? part.tokens.flatMap((token) => (token.type === 'number' ? [token.text] : []))
      : [],
  );
}

/** How the second number of compare-large was made, by its digits. */
function modeOf(a: string, b: string): { mode: number; j: number } | null {
  if (a === b) return { mode: 1, j: 1 };
  if (b.length === a.length + 1)
    return b.startsWith(a) ? { mode: 3, j: Number(b.slice(-1)) } : null;
  if (a.length !== b.length) return null;
  const differ = a.split('').flatMap((digit, i) => (digit === b[i] ? [] : [a.length - 1 - i]));
  if (differ.length === 1) return { mode: 2, j: (Number(b.at(-3)) - Number(a.at(-3)) + 10) % 10 };
  return { mode: 4, j: differ.includes(3) ? 1 : 2 };
}

function valuesOf(identity: string, constraints: string): Record<string, number> {
  const [left = '', right = ''] = identity.split(':');
  if (constraints.includes('mode in')) {
    const straight = modeOf(left, right);
    if (straight !== null) return { a: Number(left), flip: 1, ...straight };
    return { a: Number(right), flip: 2, ...(modeOf(right, left) ?? { mode: 0, j: 0 }) };
  }
  if (constraints.startsWith('pa')) {
    const decimals = [left, right].map((text) => text.slice(2));
    const [a = '', b = ''] = decimals;
    return { pa: 10 ** a.length, pb: 10 ** b.length, a: Number(a), b: Number(b) };
  }
  if (constraints.startsWith('f in')) {
    const [big = '', small = ''] = [left, right].map((text) => text.replace(/^\d+/u, ''));
    const f = (WORTH[big] ?? 0) / (WORTH[small] ?? 0);
    const b = Number.parseInt(left, 10);
    return { f, b, j: ((Number.parseInt(right, 10) - b * f) * 10) / f };
  }
  const [a = 0, b = 0] = [left, right].map((text) => Number(text.replace(/[$c]/gu, '')));
  return { a, b };
}

holdFamily({
  family: 'compare-numbers',
  valuesOf: (identity, row) => valuesOf(identity, row.constraints),
  many: true,
  // Of two equal numbers nobody can tell with which digit they were made.
  narrow: (_, { constraints }) => (constraints.includes('mode in') ? null : {}),
  // Both sides as they are written, in the smallest unit that is compared.
  solve: (item) => {
    const [left = 0, right = 0] = writtenSides(item).map(worthOf);
    const difference = Math.round(left - right);
    return difference < 0 ? '<' : difference === 0 ? '=' : '>';
  },
});

function plain(a: number, b: number): Item {
  return only('compare-numbers', { show: 'plain', a: { in: [a] }, b: { in: [b] } });
}

describe('wrong rules of comparing', () => {
  it('the ones digits alone give the wrong sign', () => {
    expect(trapValues(plain(52, 38))['last-digit-first']).toEqual(['<']);
    expect(trapValues(plain(52, 31))['last-digit-first']).toBeUndefined();
    expect(trapValues(plain(7, 3))['last-digit-first']).toBeUndefined();
    expect(trapValues(plain(7, 3))['sign-reversed']).toEqual(['<']);
    expect(trapValues(plain(7, 7))['sign-reversed']).toBeUndefined();
  });

  it('a longer or a shorter decimal is taken for the larger one', () => {
    const [more, less, same] = [
      ['0.125', '0.4'],
      ['0.4', '0.75'],
      ['0.4', '0.40'],
    ].map(([left = '', right = '']) => {
      const scales = [left, right].map((text) => 10 ** (text.length - 2));
      return itemNamed(
        'compare-numbers',
        {
          show: 'decimal',
          a: { in: [Number(left.slice(2))] },
          b: { in: [Number(right.slice(2))] },
          scales,
        },
        `${left}:${right}`,
      );
    });
    if (more === undefined || less === undefined || same === undefined) throw new Error('items');
    expect(trapValues(more)['longer-is-larger']).toEqual(['>']);
    expect(trapValues(less)['shorter-is-larger']).toEqual(['>']);
    expect(trapValues(less)['longer-is-larger']).toBeUndefined();
    expect(trapValues(same)['zero-changes-value']).toEqual(['<', '>']);
  });

  it('numbers are compared without their units, or with a factor ten times off', () => {
    const measures = only('compare-numbers', {
      show: 'measure',
      pairs: [{ big: 'm', small: 'cm', factor: 100 }],
      big: { in: [5] },
      tenths: { min: -2, max: -2 },
    });
    expect(measures.identity).toBe('5m:480cm');
    expect(trapValues(measures)['units-ignored']).toEqual(['<']);
    expect(trapValues(measures)['wrong-factor']).toEqual(['<']);
    const money = only('compare-numbers', {
      show: 'money',
      currency: 'USD',
      a: { in: [35] },
      b: { in: [120] },
      notations: ['cents-dollars'],
    });
    expect(trapValues(money)['units-ignored']).toEqual(['>']);
  });
});

describe('numbers that can never be compared', () => {
  it('are refused: too far apart, or not below their scale', () => {
    const sets = { a: { in: [1, 2] }, b: { in: [50] } };
    expect(faultOf('compare-numbers', { show: 'plain', ...sets, maxDiff: 30 })).toBe(
      'value.bad maxDiff',
    );
    expect(faultOf('compare-numbers', { show: 'decimal', ...sets, scales: [10] })).toBe(
      'value.bad scales',
    );
    expect(faultOf('compare-numbers', { show: 'decimal', ...sets, scales: [10, 100] })).toBe(
      'no fault',
    );
  });
});
