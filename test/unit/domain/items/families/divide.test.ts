import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** Dividend, divisor and quotient as they stand on the screen, null for the blank. */
function shownNumbers(item: Item): (number | null)[] {
  const digits = (text: string): number => Number(text.replaceAll('\u2009', ''));
  for (const part of shownPrompt(item, 'en')) {
    if (part.type === 'division') return [digits(part.dividend), digits(part.divisor), null];
    if (part.type === 'equation')
      return part.tokens.flatMap((token) => {
        if (token.type === 'blank') return [null];
        return token.type === 'number' ? [digits(token.text)] : [];
      });
  }
  throw new Error(`${item.identity} shows no division`);
}

/** How often d can be taken away from n, and what is left. */
function takenAway(n: number, d: number): [times: number, left: number] {
  let [times, left] = [0, n];
  while (left >= d) [times, left] = [times + 1, left - d];
  return [times, left];
}

/** By taking away again and again, by adding again and again, or by trying. */
function solve(item: Item): string {
  const [n = null, d = null, q = null] = shownNumbers(item);
  if (n === null)
    return String(Array.from({ length: q ?? 0 }).reduce((sum: number) => sum + (d ?? 0), 0));
  if (d === null) {
    let tried = 1;
    while (takenAway(n, tried)[0] !== q || takenAway(n, tried)[1] !== 0) tried += 1;
    return String(tried);
  }
  const [times, left] = takenAway(n, d);
  if (speakItem(item, 'en').includes('left over')) return `${times} R ${left}`;
  return left === 0 ? String(times) : 'does not go';
}

/** The three numbers of an item with its blank filled, and the remainder. */
function filled(identity: string): { n: number; d: number; q: number; r: number } {
  const [left = '', right] = identity.split('=');
  const [n, d] = left.split(':');
  if (right === undefined) {
    const [q, r] = takenAway(Number(n), Number(d));
    return { n: Number(n), d: Number(d), q, r };
  }
  const q = Number(right);
  if (n === '_') return { n: q * Number(d), d: Number(d), q, r: 0 };
  return { n: Number(n), d: Number(n) / q, q, r: 0 };
}

holdFamily({
  family: 'divide',
  valuesOf: (identity, { id }): Record<string, number> => {
    const { q, d, r } = filled(identity);
    if (id === 'div-multiple-10') {
      const p = q >= 100 ? 100 : 10;
      return { q: q / p, d, p };
    }
    if (id === 'div-missing-number') return { q, d, unknown: identity.startsWith('_') ? 1 : 2 };
    return id.includes('remainder') ? { q, d, r } : { q, d };
  },
  solve,
  tagsOf: ({ identity }) => {
    const { n, d, q, r } = filled(identity);
    return [
      `by-${d}`,
      ...(d === 1 || q === 0 || q === 1 ? ['trivial'] : []),
      ...(Math.min(d, q) > 2 ? ['both-above-2'] : []),
      ...(identity.startsWith('_') ? ['unknown:dividend'] : []),
      ...(identity.includes(':_') ? ['unknown:divisor'] : []),
      ...(q < 100 ? ['power:10'] : []),
      ...(Math.floor(n / 10) % d > 0 ? ['regroup'] : []),
      ...(r === 0 ? ['no-remainder'] : []),
      ...(/\d0/u.test(String(q)) ? ['zero-in-quotient'] : []),
    ];
  },
});

const set = (...list: number[]) => ({ in: list });
const make = (q: number, d: number, more: Record<string, unknown> = {}): Item =>
  only('divide', { q: set(q), d: set(d), unknown: ['result'], ...more });
const withRest = (q: number, d: number, r: number): Item => make(q, d, { r: set(r) });

describe('known misconceptions in division', () => {
  it('multiplied, took the fact beside it, lost a zero', () => {
    expect(trapValues(make(7, 6))).toEqual({ multiplied: ['252'], 'neighbour-fact': ['6', '8'] });
    expect(trapValues(make(102, 4))).toMatchObject({ 'zero-in-quotient-dropped': ['12'] });
    expect(trapValues(make(4, 6, { powers: [10] }))).toEqual({
      multiplied: ['1440'],
      'neighbour-fact': ['30', '50'],
      'zeros-miscounted': ['400', '4'],
    });
  });

  it('a remainder that is too large, left out, or written first', () => {
    expect(trapValues(withRest(7, 4, 1))).toEqual({
      'remainder-too-large': ['6 R 5'],
      'remainder-dropped': ['7 R 0'],
      'parts-exchanged': ['1 R 7'],
      'neighbour-fact': ['6 R 1', '8 R 1'],
    });
    expect(trapValues(withRest(108, 3, 2))['zero-in-quotient-dropped']).toEqual(['18 R 2']);
  });

  it('divided where the dividend is asked, multiplied where the divisor is', () => {
    expect(trapValues(make(8, 4, { unknown: ['dividend'] }))).toEqual({
      'divided-for-dividend': ['2'],
      'neighbour-fact': ['28', '36'],
    });
    expect(trapValues(make(3, 6, { unknown: ['dividend'] }))['divided-for-dividend']).toEqual([
      '2',
    ]);
    expect(trapValues(make(6, 4, { unknown: ['divisor'] }))).toEqual({
      multiplied: ['144'],
      'neighbour-fact': ['3', '5'],
    });
  });
});

describe('the way to the answer', () => {
  const linesOf = (item: Item, language: 'en' | 'es' = 'en'): string[] =>
    workedAnswer(item).flatMap((one) =>
      one.type === 'text' ? [speakLine(one, language).replaceAll('\u00A0', ' ')] : [],
    );

  it('goes back to the multiplication', () => {
    expect(linesOf(make(7, 6))).toEqual(['7 × 6 = 42', '42 ÷ 6 = 7']);
    expect(linesOf(make(6, 4, { unknown: ['divisor'] }))).toEqual(['24 ÷ 6 = 4', '24 ÷ 4 = 6']);
    expect(linesOf(make(4, 6, { powers: [10] }))).toEqual(['24 tens ÷ 6 = 4 tens', '240 ÷ 6 = 40']);
    expect(linesOf(withRest(7, 4, 1))).toEqual([
      '7 × 4 = 28',
      '29 − 28 = 1: that is left over.',
      '29 ÷ 4 = 7 R 1',
    ]);
  });

  it('goes place by place in long division', () => {
    expect(linesOf(make(18, 4))).toEqual([
      '7 tens ÷ 4 = 1 ten. 1 × 4 = 4, 3 left.',
      '32 ones ÷ 4 = 8 ones. 8 × 4 = 32, 0 left.',
      '72 ÷ 4 = 18',
    ]);
    expect(linesOf(withRest(108, 3, 2), 'es')).toEqual([
      '3 centenas ÷ 3 = 1 centena. 1 × 3 = 3, quedan 0.',
      '2 decenas ÷ 3: no alcanza, así que escribe 0.',
      '26 unidades ÷ 3 = 8 unidades. 8 × 3 = 24, quedan 2.',
      '326 ÷ 3 = 108 R 2',
    ]);
    expect(linesOf(withRest(101, 8, 7), 'es')[1]).toBe(
      '1 decena ÷ 8: no alcanza, así que escribe 0.',
    );
    expect(linesOf(make(23, 12))[0]).toBe('27 tens ÷ 12 = 2 tens. 2 × 12 = 24, 3 left.');
  });

  it('every line of it holds, digit by digit', () => {
    for (let d = 3; d <= 40; d += 1) {
      const q = 11 + ((d * 37) % 300);
      const lines = linesOf(withRest(q, d, d - 1));
      const digits = lines.slice(0, -1).map((text) => {
        const [, part = '', by, digit, left] =
          /^(\d+) [a-z ]+ ÷ (\d+)(?: = (\d) [a-z ]+\. .*, (\d+) left\.|: not enough, so write 0\.)$/u.exec(
            text,
          ) ?? [];
        const [times, rest] = takenAway(Number(part), d);
        expect([by, digit ?? '0', left ?? part]).toEqual([String(d), String(times), String(rest)]);
        return digit ?? '0';
      });
      expect(digits.join('')).toBe(String(q));
    }
  });
});

describe('a quotient with a remainder', () => {
  it('is read from two boxes, and the second may stay empty for nothing left', () => {
    const item = withRest(7, 4, 1);
    expect(rightAnswer(item.answer)).toBe('7 R 1');
    for (const raw of ['7 R 1', '7r1', ' 07 R 01 ', '7 resto 1', '٧ R ١'])
      expect(gradeItem(item, raw).verdict).toBe('right');
    expect(gradeItem(item, '7')).toMatchObject({ verdict: 'wrong', tags: ['remainder-dropped'] });
    expect(gradeItem(item, '6 R 5')).toMatchObject({ tags: ['remainder-too-large'] });
    expect(gradeItem(item, '7 and 1').verdict).toBe('unreadable');
    expect(gradeItem(withRest(40, 5, 0), '40').verdict).toBe('right');
  });

  it('is asked in words, and numbers of more digits stand in long division', () => {
    expect(speakItem(withRest(7, 4, 1), 'es')).toContain('¿Cuántas veces cabe y cuánto sobra?');
    expect(withRest(7, 4, 1).prompt[1]?.type).toBe('equation');
    expect(withRest(87, 5, 2).prompt[1]).toEqual({ type: 'division', dividend: 437, divisor: 5 });
    expect(make(18, 4).prompt).toEqual([{ type: 'division', dividend: 72, divisor: 4 }]);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) =>
      faultOf('divide', { q: set(6), d: set(4), unknown: ['result'], ...params });
    expect(fault({})).toBe('no fault');
    expect(fault({ d: set(0, 4) })).toBe('value.bad d');
    expect(fault({ q: set(0, 4), unknown: ['divisor'] })).toBe('value.bad unknown');
    expect(fault({ r: set(1), unknown: ['result', 'dividend'] })).toBe('value.bad r');
    expect(fault({ r: set(4) })).toBe('value.bad q');
    expect(fault({ dividend: set(25) })).toBe('value.bad q');
    expect(fault({ d: set(10), nonZeroOnes: ['d'] })).toBe('value.bad q');
    expect(fault({ powers: [1] })).toBe('value.bad powers');
    expect(fault({ q: set(20), powers: [10, 100] })).toBe('value.bad powers');
    expect(fault({ q: set(1_000_000) })).toBe('value.bad q');
    expect(fault({ unknown: ['quotient'] })).toBe('value.bad unknown');
  });
});
