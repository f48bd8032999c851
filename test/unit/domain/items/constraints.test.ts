import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import type { Source } from '#domain/items/family.ts';
import { seededRandom, pick } from '#domain/kernel/random.ts';
import { assignments, readConstraints } from '#test/support/constraints.ts';
import { arithmeticObjectives, rowOf } from '#test/support/objective-rows.ts';
import { readIdentity } from '#test/support/read-identity.ts';

function sourceOf(family: string, params: unknown): Source {
  const found = familyOf(family, 1);
  const source = found.ok ? found.value.parse(params) : found;
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  return source.value;
}

/** Multiples of 10 and 100 are written as one number in an item: 6x20 stands for a=6, b=2, p=10. */
function valuesOf(id: string, identity: string): Record<string, number> {
  const { values } = readIdentity(identity);
  if (id !== 'mul-1d-multiple-10') return values;
  const p = (values['b'] ?? 0) >= 100 ? 100 : 10;
  return { a: values['a'] ?? 0, b: (values['b'] ?? 0) / p, p };
}

function inWords(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .toSorted(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

const arithmetic = arithmeticObjectives.filter((one) => one.check.family !== 'true-equation');
const small = arithmetic.filter(
  (one) => sourceOf(one.check.family, one.check.params).size <= 10_000,
);
const large = arithmetic.filter((one) => !small.includes(one));

describe('parameters and constraints of a row say the same', () => {
  it('covers all rows, the largest spaces by sampling', () => {
    expect(arithmeticObjectives).toHaveLength(32);
    expect(large.map((one) => one.id)).toEqual([
      'add-3d-3d',
      'sub-3d-3d',
      'mul-3d-2d',
      'mul-3d-3d',
    ]);
  });

  it.each(small)('$id: every item, and no other', ({ id, check }) => {
    const made = sourceOf(check.family, check.params).all();
    const found = new Set(made.map((one) => inWords(valuesOf(id, one.identity))));
    const wanted = new Set([...assignments(readConstraints(rowOf(id).constraints))].map(inWords));
    expect(found.size).toBe(made.length);
    expect(found).toEqual(wanted);
  });

  it.each(large)(
    '$id: what is drawn is allowed, and what is allowed can be drawn',
    ({ id, check }) => {
      const constraints = readConstraints(rowOf(id).constraints);
      const random = seededRandom(id);
      const source = sourceOf(check.family, check.params);
      const drawn = Array.from({ length: 4000 }, () => source.draw(random)).filter(
        (one) => one !== null,
      );
      expect(drawn.length).toBeGreaterThan(400);
      const refused = drawn.filter((one) => !constraints.accepts(valuesOf(id, one.identity)));
      expect(refused.map((one) => one.identity)).toEqual([]);

      const a = constraints.variables.get('a') ?? [];
      const b = constraints.variables.get('b') ?? [];
      let accepted = 0;
      for (let i = 0; i < 2000; i += 1) {
        const values = { a: pick(random, a), b: pick(random, b) };
        const only = { ...Object(check.params), a: { in: [values.a] }, b: { in: [values.b] } };
        const can = sourceOf(check.family, only).all().length > 0;
        if (can) accepted += 1;
        expect(`${inWords(values)} ${can}`).toBe(
          `${inWords(values)} ${constraints.accepts(values)}`,
        );
      }
      expect(accepted).toBeGreaterThan(100);
    },
  );

  it('equation-true-false: exactly the sentences that its statement describes', () => {
    const { check } = arithmeticObjectives.find((one) => one.id === 'equation-true-false') ?? {};
    const wanted = new Set<string>();
    for (let a = 2; a <= 9; a += 1) {
      for (let b = 2; b <= 9; b += 1) {
        for (const off of [-2, -1, 0, 1, 2]) {
          wanted.add(`${a}+${b}=${a + b + off}`).add(`${a + b + off}=${a}+${b}`);
          for (let c = 1; c <= 9; c += 1) {
            const d = a + b + off - c;
            if (d >= 1 && d <= 20 && c !== a && c !== b) wanted.add(`${a}+${b}=${c}+${d}`);
          }
        }
        for (let c = 1; c <= 9; c += 1) wanted.add(`${a}+${b}=${a + b}+${c}`);
      }
    }
    const made = sourceOf('true-equation', check?.params).all();
    expect(new Set(made.map((one) => one.identity))).toEqual(wanted);
    expect(made).toHaveLength(wanted.size);
  });
});
