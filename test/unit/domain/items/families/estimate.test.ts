import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import { accepted } from '#domain/items/graders.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { objectiveRows } from '#test/support/objective-rows.ts';
import { familyOf } from '#domain/items/families.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** The multiple of a place that is nearest, by walking away from the number on both sides at once. */
function walked(n: number, place: number): number {
  for (let step = 0; ; step += 1) {
    const [below, above] = [n - step, n + step];
    if (below % place === 0 && above % place === 0 && step > 0) return Number.NaN;
    if (below % place === 0) return below;
    if (above % place === 0) return above;
  }
}

/** What the sentence says is done, step by step. */
function solve(item: Item): string {
  const said = speakItem(item, 'en');
  const [, rounded, place, , x = '', sign, y = ''] =
    /^Round (each number|\d+) to the nearest (ten|hundred), then (\w+)\. (\d+) (plus|minus|times) (\d+)\.$/u.exec(
      said,
    ) ?? [];
  if (sign === undefined) return closestOption(item, said);
  const to = place === 'ten' ? 10 : 100;
  const a = walked(Number(x), to);
  const b = rounded === 'each number' ? walked(Number(y), to) : Number(y);
  if (rounded !== 'each number' && rounded !== x) return said;
  return String(sign === 'plus' ? a + b : sign === 'minus' ? a - b : a * b);
}

/** Every option is multiplied back, and the one that comes nearest by far is taken. */
function closestOption({ answer }: Item, said: string): string {
  const [, n = '', d = ''] = /(\d+) divided by (\d+)\.$/u.exec(said) ?? [];
  if (answer.kind !== 'choice') return said;
  const [best, next] = answer.options
    .map(({ id }) => ({ id, away: Math.abs(Number(id) * Number(d) - Number(n)) }))
    .toSorted((one, other) => one.away - other.away);
  return best !== undefined && next !== undefined && best.away * 2 < next.away ? best.id : said;
}

const numbersOf = (identity: string): number[] => (identity.match(/\d+/gu) ?? []).map(Number);

holdFamily({
  family: 'estimate',
  valuesOf: (identity): Record<string, number> => {
    const [x = 0, y = 0] = numbersOf(identity);
    if (!identity.includes(':')) return { a: x, b: y };
    return { q: Math.floor(x / y), d: y, r: x % y };
  },
  solve,
  tagsOf: (item, { id }) => {
    const [x = 0, y = 0] = numbersOf(item.identity);
    if (id === 'estimate-quotient') return [Number(solve(item)) > x / y ? 'key-high' : 'key-low'];
    const place = id === 'estimate-diff-100' ? 100 : 10;
    const way = (n: number): string => (walked(n, place) > n ? 'up' : 'down');
    return [id === 'estimate-product' ? `round:${way(x)}` : `round:${way(x)}/${way(y)}`];
  },
});

const set = (...list: number[]) => ({ in: list });
const make = (op: string, a: number, b: number, to = 10, round = ['a', 'b']): Item =>
  only('estimate', { op, to, round, a: set(a), b: set(b) });
const quotient = (q: number, d: number, r: number): Item =>
  only('estimate', {
    op: '/',
    to: 10,
    q: set(q),
    d: set(d),
    r: set(r),
    maxOnesAway: 2,
    options: 4,
  });

describe('known misconceptions in estimation', () => {
  it('worked it out, rounded afterwards, rounded one number or rounded down', () => {
    expect(trapValues(make('+', 48, 36))).toEqual({
      'exact-answer': ['84'],
      'rounded-after': ['80'],
      'rounded-one': ['86', '88'],
      'rounded-down': ['70'],
    });
    expect(trapValues(make('-', 712, 389, 100))).toEqual({
      'exact-answer': ['323'],
      'rounded-one': ['311', '312'],
      'rounded-down': ['400'],
    });
    expect(trapValues(make('*', 38, 6, 10, ['a']))).toEqual({
      'exact-answer': ['228'],
      'rounded-after': ['230'],
      'rounded-down': ['180'],
      'factor-ten': ['2400', '24'],
    });
  });

  it('estimates of a quotient that are ten times, too small and too large', () => {
    const item = quotient(49, 7, 4);
    expect(accepted(item.answer)).toBe('50');
    expect(trapValues(item)).toEqual({
      'factor-ten': ['500'],
      'too-small': ['20'],
      'too-large': ['70'],
    });
  });
});

describe('the four estimates of a quotient', () => {
  it('stand in an order in which the right one is as often first as last', () => {
    const row = objectiveRows.find(({ id }) => id === 'estimate-quotient');
    const family = familyOf('estimate', 1);
    const source = family.ok ? family.value.parse(JSON.parse(row?.params ?? '{}')) : family;
    if (!source.ok) throw new Error(JSON.stringify(source.error));
    const places = [0, 0, 0, 0];
    const items = source.value.all().map((one) => one.build());
    for (const { answer } of items) {
      if (answer.kind !== 'choice') throw new Error(answer.kind);
      const place = answer.options.findIndex(({ id }) => id === answer.value);
      places[place] = (places[place] ?? 0) + 1;
    }
    expect(items.length).toBeGreaterThan(500);
    for (const count of places) {
      expect(count).toBeGreaterThan(items.length * 0.2);
      expect(count).toBeLessThan(items.length * 0.3);
    }
  });
});

describe('the way to the answer', () => {
  const linesOf = (item: Item, language: 'en' | 'es' = 'en'): string[] =>
    workedAnswer(item).flatMap((one) => (one.type === 'text' ? [speakLine(one, language)] : []));

  it('goes over the neighbors', () => {
    expect(linesOf(make('+', 48, 31))).toEqual([
      '48 is nearer to 50.',
      '31 is nearer to 30.',
      '50 + 30 = 80',
    ]);
    expect(linesOf(make('*', 38, 6, 10, ['a']), 'es')).toEqual([
      '38 está más cerca de 40.',
      '40 × 6 = 240',
    ]);
    expect(linesOf(quotient(49, 7, 4))).toEqual(['7 × 50 = 350', '350 is close to 347.']);
  });
});

describe('an estimate', () => {
  it('is the rounded result, not one near it', () => {
    const item = make('+', 48, 31);
    expect(gradeItem(item, ' 080 ').verdict).toBe('right');
    expect(gradeItem(item, '79')).toMatchObject({ verdict: 'wrong', tags: ['exact-answer'] });
    expect(gradeItem(item, 'about 80').verdict).toBe('unreadable');
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const sum = { op: '+', to: 10, round: ['a', 'b'], a: set(48), b: set(31) };
    const fault = (params: Record<string, unknown>) => faultOf('estimate', params);
    expect(fault(sum)).toBe('no fault');
    expect(fault({ ...sum, to: 50 })).toBe('value.bad to');
    expect(fault({ ...sum, round: ['b'] })).toBe('value.bad round');
    expect(fault({ ...sum, a: set(40, 45) })).toBe('value.bad a');
    expect(fault({ ...sum, a: set(1), b: set(2) })).toBe('value.bad a');
    expect(fault({ ...sum, minExact: 80 })).toBe('value.bad a');
    expect(fault({ ...sum, options: 4 })).toBe('value.unknown-field options');
    const by = { op: '/', to: 10, q: set(49), d: set(7), r: set(4), maxOnesAway: 2, options: 4 };
    expect(fault(by)).toBe('no fault');
    expect(fault({ ...by, d: set(0) })).toBe('value.bad d');
    expect(fault({ ...by, options: 3 })).toBe('value.bad options');
    expect(fault({ ...by, q: set(50) })).toBe('value.bad q');
    expect(fault({ ...by, q: set(46) })).toBe('value.bad q');
    expect(fault({ ...by, r: set(7) })).toBe('value.bad q');
    expect(fault({ ...by, to: 100 })).toBe('value.bad to');
    // Too small an estimate of 12 ÷ 1 would be 0.
    expect(fault({ ...by, q: set(12), d: set(1), r: set(0) })).toBe('value.bad q');
  });
});
