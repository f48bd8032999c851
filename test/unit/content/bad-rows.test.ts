import { describe, expect, it } from 'vitest';
import { loadPack } from '#content/load-pack.ts';
import { checkedObjectives, type CheckedObjective } from '#test/support/objective-rows.ts';

interface Params {
  readonly blueprint?: readonly { readonly tag: string }[];
  readonly pool?: string;
  readonly fresh: { readonly items: number; readonly twins: number };
}
const paramsOf = ({ check }: CheckedObjective): Params => check.params as Params; // the loader has parsed them

/** A pack of this objective alone, with another check. */
function faultOf(
  one: CheckedObjective,
  change: { readonly family?: string; readonly params?: object },
): { readonly code: string; readonly path: string; readonly detail: string } | null {
  const { rev: _, ...objective } = one;
  const text = { en: 'x', es: 'x' };
  const loaded = loadPack(
    {
      id: 'one-row',
      version: 1,
      subject: text,
      title: text,
      units: [{ id: objective.unit, title: text }],
      objectives: [
        {
          ...objective,
          prerequisites: [],
          check: { ...one.check, ...change, params: { ...paramsOf(one), ...change.params } },
        },
      ],
    },
    { deep: true },
  );
  if (loaded.ok) return null;
  const { code, path = '', detail = '' } = loaded.error;
  return { code, path, detail };
}

/** One objective of every family. */
const OF_EVERY_FAMILY = [
  ...new Map(checkedObjectives.map((one) => [one.check.family, one])).values(),
].map((objective) => ({ family: objective.check.family, objective }));

describe('a row that no form can be made of is refused with its id', () => {
  it.each(OF_EVERY_FAMILY)('$family: as it stands it loads', ({ objective }) => {
    expect(faultOf(objective, {})).toBe(null);
  });

  it.each(OF_EVERY_FAMILY)('$family: under a family that nobody wrote', ({ objective }) => {
    expect(faultOf(objective, { family: 'origami' })).toEqual({
      code: 'items.unknown-family',
      path: 'objectives[0].check.family',
      detail: `${objective.id}: origami@1`,
    });
  });

  it.each(OF_EVERY_FAMILY)('$family: with a parameter that it does not have', ({ objective }) => {
    expect(faultOf(objective, { params: { sparkle: 1 } })).toEqual({
      code: 'value.unknown-field',
      path: 'objectives[0].check.params.sparkle',
      detail: objective.id,
    });
  });

  it.each(OF_EVERY_FAMILY.filter(({ objective }) => paramsOf(objective).blueprint !== undefined))(
    '$family: with a blueprint that asks for more than a form holds',
    ({ objective }) => {
      const [first] = paramsOf(objective).blueprint ?? [];
      const blueprint = [{ tag: first?.tag, min: objective.rule.of + 1 }];
      expect(faultOf(objective, { params: { blueprint } })).toEqual({
        code: 'pack.form-impossible',
        path: 'objectives[0].check.params',
        detail: `${objective.id}: form.impossible`,
      });
    },
  );

  it('with numbers that no item has: where the family lists them, else where the form is tried', () => {
    const impossible: readonly (readonly [id: string, params: object, code: string, at: string])[] =
      [
        ['gcf', { a: { in: [7] }, b: { in: [8] } }, 'value.bad', '.a'],
        ['evaluate-power', { maxValue: 3 }, 'value.bad', '.exponent'],
        ['ops-parens', { result: { in: [1000] } }, 'value.bad', '.forms[0].vars'],
        ['compare-unlike', { num: { in: [1] } }, 'value.bad', '.num'],
        ['wp-sub-within-20', { result: { in: [50] } }, 'value.bad', '.result'],
        ['add-2d-2d', { result: { in: [500] } }, 'pack.form-impossible', ''],
      ];
    for (const [id, params, code, at] of impossible) {
      const objective = checkedObjectives.find((one) => one.id === id);
      if (objective === undefined) throw new Error(`no objective ${id}`);
      const found = faultOf(objective, { params: { ...params, blueprint: [] } });
      expect([id, found?.code, found?.path]).toEqual([id, code, `objectives[0].check.params${at}`]);
      expect(found?.detail).toMatch(new RegExp(`^${id}: `, 'u'));
    }
  });
});

/** Rows whose pool is too small for three forms without a common item. */
const SMALL = checkedObjectives
  .filter((one) => paramsOf(one).fresh.items < 3)
  .map((objective) => ({ id: objective.id, objective }));

describe('a claim of fresh forms that a pool cannot keep', () => {
  it('would have to be made by rows that are few', () => {
    expect(SMALL.length).toBeGreaterThan(15);
    const census = checkedObjectives.filter((one) => paramsOf(one).pool === 'census');
    expect(census.length).toBeGreaterThan(4);
    expect(census.every((one) => paramsOf(one).fresh.items === 1)).toBe(true);
  });

  it.each(SMALL)('$id is refused with its id and what was found', ({ id, objective }) => {
    const found = faultOf(objective, { params: { fresh: { items: 3, twins: 1 } } });
    expect(found).toMatchObject({
      code: 'pack.fresh-unreachable',
      path: 'objectives[0].check.params.fresh',
    });
    expect(found?.detail).toMatch(
      new RegExp(`^${id}: found [12] without a common item, [123] without a common twin$`, 'u'),
    );
  });
});
