import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import { buildForm, identitiesOf, type Form, type FormRequest } from '#domain/items/form.ts';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective, formsToAvoid } from '#domain/items/objective-form.ts';
import { contentHash } from '#domain/kernel/content-hash.ts';
import { FIRST_SEED, seedsOr } from '#test/support/form-seeds.ts';
import { arithmeticObjectives, type CheckedObjective } from '#test/support/objective-rows.ts';
import { readIdentity } from '#test/support/read-identity.ts';

const seeds = fc.string({ minLength: 1, maxLength: 30 });

function formOf(objective: CheckedObjective, seed: string, avoid: readonly string[] = []): Form {
  const form = formOfObjective(objective, seed, avoid);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

type Numbers = Readonly<Record<string, number>>;
const ones = (n = 0): number => n % 10;
const tens = (n = 0): number => Math.floor(n / 10) % 10;

/** How many places carry (or borrow), by comparing sums of digits: another way than place by place. */
function regroupings({ a = 0, b = 0 }: Numbers, op: '+' | '-'): number {
  const digitSum = (n: number): number =>
    Array.from(String(n)).reduce((sum, digit) => sum + Number(digit), 0);
  return op === '+'
    ? (digitSum(a) + digitSum(b) - digitSum(a + b)) / 9
    : (digitSum(b) + digitSum(a - b) - digitSum(a)) / 9;
}

/** Whether an item carries a tag, from its identity alone. */
function carries(tag: string, identity: string): boolean {
  const { values, answer } = readIdentity(identity);
  const { a = 0, b = 0 } = values;
  const op = identity.includes('-') ? '-' : '+';
  const value = identity.includes('_') ? (op === '-' ? a - b : a + b) : Number(answer);
  const [, name, sign, bound] = /^(\w+)(>|<|<=)(\d+)$/u.exec(tag) ?? [];
  if (name !== undefined) {
    const number = name === 'a' ? a : name === 'product' ? a * b : value;
    return sign === '>'
      ? number > Number(bound)
      : sign === '<'
        ? number < Number(bound)
        : number <= Number(bound);
  }
  const [head = '', end = ''] = tag.split(/[:-](?=[^-:]*$)/u);
  if (head === 'by') return b === Number(end);
  if (head === 'power') return end === '10' ? b < 100 : b >= 100;
  if (head === 'unknown') return end === (identity.startsWith('_') ? 'a' : 'b');
  if (head === 'layout') return identity.startsWith(end);
  if (tag === 'form:a+b=c+d') return values['form'] === 3;
  if (tag === 'form:c=a+b') return values['form'] === 2;
  const sumTrap = (): boolean => {
    const [x = 0, y = 0, z = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    return values['form'] === 3 && x + y === z;
  };
  const named: Record<string, () => boolean> = {
    zero: () => b === 0 || (op === '-' ? a === b : a === 0),
    'regroup-ones': () => (op === '+' ? ones(a) + ones(b) > 9 : ones(b) > ones(a)),
    'regroup-twice': () => regroupings(values, op) >= 2,
    'zero-in-first': () => String(a).includes('0'),
    'same-tens': () => tens(a) === tens(b),
    trivial: () => a < 2 || b < 2,
    'both-above-2': () => a > 2 && b > 2,
    'has-11-12': () => a > 10 || b > 10,
    'has-2': () => a === 2 || b === 2,
    'zero-inside': () => /^\d0+\d/u.test(String(a)) || /^\d0+\d/u.test(String(b)),
    // A carry is written when the product of the ones (or of ones and tens) does not fit its places.
    regroup: () => b * ones(a) > 9 || (a > 99 && b * (a % 100) > 99),
    true: () => answer === 'true',
    false: () => answer === 'false',
    'sum-trap': sumTrap,
  };
  const test = named[tag];
  if (test === undefined) throw new Error(`no test for ${tag}`);
  return test();
}

interface Row {
  readonly blueprint?: readonly {
    readonly tag: string;
    readonly min?: number;
    readonly max?: number;
  }[];
  readonly twins?: string;
}

/** Mirror twins written as one text: the numbers of the fact in order. */
function mirrorOf(identity: string, row: Row): string {
  if (row.twins === 'ordered') return identity;
  const { values } = readIdentity(identity);
  const { a = 0, b = 0, c } = values;
  if (values['form'] !== undefined) {
    const sides = identity.split('=');
    const left = values['form'] === 2 ? sides[1] : sides[0];
    return `${values['form']} ${(left ?? '').split('+').toSorted().join('+')}`;
  }
  const parts = identity.includes('-')
    ? [a, Math.min(b, a - b)]
    : [a, b, ...(c === undefined ? [] : [c])];
  return identity.includes('-') ? parts.join('-') : parts.toSorted((x, y) => x - y).join(' ');
}

describe.each(arithmeticObjectives)('a form of $id', (objective) => {
  const row = Object(objective.check.params) as Row; // the loader has parsed these very params

  it('has the right length, no item and no mirror twin twice, and keeps its blueprint', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const identities = identitiesOf(formOf(objective, seed));
        expect(identities).toHaveLength(objective.rule.of);
        expect(new Set(identities).size).toBe(identities.length);
        const mirrors = identities.map((one) => mirrorOf(one, row));
        expect(mirrors).toEqual([...new Set(mirrors)]);
        for (const { tag, min = 0, max = 99 } of row.blueprint ?? []) {
          const count = identities.filter((one) => carries(tag, one)).length;
          expect([tag, count >= min && count <= max]).toEqual([tag, true]);
        }
      }),
      { numRuns: seedsOr(60), seed: FIRST_SEED },
    );
  });

  it('accepts what plain arithmetic gives, and none of its traps is right or of another kind', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const item of formOf(objective, seed).items) {
          const { answer } = readIdentity(item.identity);
          expect([item.identity, accepted(item.answer)]).toEqual([item.identity, answer]);
          const values = item.traps.map((trap) => trap.value);
          expect(values).not.toContain(answer);
          const kind = item.answer.kind === 'choice' ? /^(true|false)$/u : /^\d+$/u;
          expect(values.filter((value) => !kind.test(value))).toEqual([]);
        }
      }),
      { numRuns: seedsOr(40), seed: FIRST_SEED },
    );
  });

  it('is the same for the same request, also when the parameters are another copy', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.string(), { maxLength: 20 }), (seed, avoid) => {
        const first = formOf(objective, seed, avoid);
        const copy = { ...objective, check: structuredClone(objective.check) };
        expect(formOf(copy, seed, avoid)).toEqual(first);
        const named = first.items.map((item) => [item.identity, accepted(item.answer)]);
        expect(first.hash).toBe(contentHash(named));
      }),
      { numRuns: 20 },
    );
  });

  it('comes back without the items of the forms before it, as far as the row claims', () => {
    const forms = formsToAvoid(objective);
    const { of } = objective.rule;
    let before: string[] = [];
    let repeats = 0;
    for (let i = 0; i < 60; i += 1) {
      const identities = identitiesOf(formOf(objective, `retake ${i}`, before));
      const avoided = new Set(forms > 0 ? before.slice(-forms * of) : []);
      repeats += identities.filter((one) => avoided.has(one)).length;
      const last = new Set(forms > 0 ? before.slice(-of) : []);
      expect(identities.filter((one) => last.has(one))).toEqual([]);
      before = [...before, ...identities].slice(-40);
    }
    // Three forms of the twos, fives and tens fit into their pool only if all three are chosen together: what comes back
    // there is a few items of the form before last, never of the last one.
    expect(repeats).toBeLessThanOrEqual(objective.id === 'mul-by-2-5-10' ? 60 * 3 : 0);
  });
});

describe('a request that cannot be met', () => {
  const request: FormRequest = {
    objectiveId: 'mul-1d-1d',
    family: 'multiply',
    version: 1,
    params: {
      a: { min: 2, max: 9 },
      b: { min: 2, max: 9 },
      unknown: 'result',
      fresh: { items: 1, twins: 1 },
    },
    count: 10,
    seed: 's',
    avoid: [],
  };
  const codeOf = (change: Partial<FormRequest>): string => {
    const form = buildForm({ ...request, ...change }, familyOf);
    return form.ok ? 'ok' : `${form.error.code} ${form.error.path ?? ''}`.trim();
  };

  it('is a fault with a code and a path, never an exception', () => {
    expect(codeOf({})).toBe('ok');
    expect(codeOf({ family: 'nothing' })).toBe('items.unknown-family');
    expect(codeOf({ version: 2 })).toBe('items.unknown-family');
    expect(codeOf({ count: 0 })).toBe('form.bad-count count');
    expect(codeOf({ count: 2.5 })).toBe('form.bad-count count');
    expect(codeOf({ params: null })).toBe('value.not-an-object');
    expect(codeOf({ params: { ...Object(request.params), a: { min: 9, max: 2 } } })).toBe(
      'value.bad a',
    );
    expect(codeOf({ params: { ...Object(request.params), colour: 1 } })).toBe(
      'value.unknown-field colour',
    );
    const few = { ...Object(request.params), a: { in: [2, 3] }, b: { in: [2, 3] } };
    expect(codeOf({ params: few })).toBe('form.impossible');
    const blueprint = [{ tag: 'trivial', min: 1 }];
    expect(codeOf({ params: { ...Object(request.params), blueprint } })).toBe('form.impossible');
    const unknownTag = [{ tag: 'sparkling', min: 1 }];
    expect(codeOf({ params: { ...Object(request.params), blueprint: unknownTag } })).toBe(
      'value.bad blueprint[0].tag',
    );
  });

  it('still gives a form when everything was asked before: no child is left without a check', () => {
    const params = { ...Object(request.params), fresh: { items: 3, twins: 3 } };
    const every = Array.from({ length: 64 }, (_, i) => `${2 + (i % 8)}x${2 + Math.floor(i / 8)}`);
    const retake = { ...request, params, count: 32, avoid: every };
    expect(buildForm(retake, familyOf).ok).toBe(true);
    expect(buildForm(retake, familyOf)).toEqual(buildForm(retake, familyOf));
  });
});
