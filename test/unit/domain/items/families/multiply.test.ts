import { describe, expect, it } from 'vitest';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only } from '#test/support/one-item.ts';
import { comparedTags } from '#test/support/own-tags.ts';
import { readIdentity } from '#test/support/read-identity.ts';

/** By doubling one number and halving the other, as in old Egypt. */
function doubled(x: number, y: number): number {
  let [sum, double, half] = [0, x, y];
  while (half > 0) {
    if (half % 2 === 1) sum += double;
    [double, half] = [double + double, Math.floor(half / 2)];
  }
  return sum;
}

/** How many steps of x lead to the product. */
function stepsTo(product: number, x: number): string {
  let [at, steps] = [0, 0];
  while (at < product) [at, steps] = [at + x, steps + 1];
  return at === product ? String(steps) : 'does not go';
}

function solve(item: Item): string {
  const said = speakItem(item, 'en');
  const [x = 0, y = 0] = (said.match(/\d+/gu) ?? []).map(Number);
  if (said.endsWith(`are a factor pair of ${y}.`)) return stepsTo(y, x);
  return /equals blank/u.test(said) ? String(doubled(x, y)) : stepsTo(y, x);
}

/** A factor pair is a missing factor: its two numbers are those of an equation. */
const readAny = (identity: string) =>
  readIdentity(identity.replace(/^pair (\d+):(\d+)$/u, '$1x_=$2')).values;

holdFamily({
  family: 'multiply',
  valuesOf: (identity, { id, constraints }): Record<string, number> => {
    const { a = 0, b = 0, order = 1 } = readAny(identity);
    if (id === 'mul-1d-multiple-10') {
      const p = b >= 100 ? 100 : 10;
      return { a, b: b / p, p };
    }
    return constraints.includes('order') ? { a, b, order } : { a, b };
  },
  solve,
  tagsOf: ({ identity }, row) => {
    const { a = 0, b = 0 } = readAny(identity);
    const inside = [a, b].some((n) => /^\d+0\d+$/u.test(String(n)));
    // Written work carries where a product of the lower places does not fit them.
    const places = Array.from(String(a)).map((_, i) => 10 ** i);
    const carries = places.slice(1).some((place) => b * (a % place) >= place);
    return [
      ...comparedTags(row, { a, b, product: a * b }),
      `by-${b}`,
      ...(Math.min(a, b) < 2 ? ['trivial'] : []),
      ...(Math.min(a, b) > 2 ? ['both-above-2'] : []),
      ...([11, 12].some((n) => a === n || b === n) ? ['has-11-12'] : []),
      ...([a, b].includes(2) ? ['has-2'] : []),
      ...(inside ? ['zero-inside'] : []),
      ...(carries ? ['regroup'] : []),
      ...(b < 100 ? ['power:10'] : []),
    ];
  },
});

const make = (a: number, b: number, more: Record<string, unknown> = {}): Item =>
  only('multiply', { a: { in: [a] }, b: { in: [b] }, unknown: 'result', ...more });

describe('an answer to a product', () => {
  it('is strict in value, and says which mistake it is', () => {
    const item = make(37, 4);
    expect(gradeItem(item, '0148').verdict).toBe('right');
    expect(gradeItem(item, '128')).toMatchObject({ verdict: 'wrong', tags: ['forgot-to-carry'] });
    expect(gradeItem(item, '37×4').verdict).toBe('unreadable');
  });

  it('parameters that allow more than one answer are refused with the field', () => {
    const fault = (params: Record<string, unknown>) =>
      faultOf('multiply', { a: { in: [6] }, b: { in: [7] }, unknown: 'result', ...params });
    expect(fault({})).toBe('no fault');
    expect(fault({ a: { in: [0] }, unknown: 'factor' })).toBe('value.bad unknown');
    expect(fault({ powers: [1000] })).toBe('value.bad powers');
    expect(fault({ unknown: 'product' })).toBe('value.bad unknown');
  });
});
