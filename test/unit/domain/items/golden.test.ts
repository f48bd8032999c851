import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import { buildForm } from '#domain/items/form.ts';
import { accepted } from '#domain/items/graders.ts';
import { checkedObjectives, rowOf } from '#test/support/objective-rows.ts';

/**
 * `objective | family@version | seed | hash | identity -> answer | ...`: three forms in a row, each avoiding the ones
 * before. A line never changes once it is released: checks that wait on a tablet are graded again from their seed. A new
 * version of a family brings new lines beside these, and so does an objective whose parameters were corrected: "objective#2".
 * What they were before stands in earlier-params.json, the oldest first.
 */
const folder = join(import.meta.dirname, '..', '..', '..', 'corpus', 'forms');
const golden = readFileSync(join(folder, 'first-three.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));
const earlier = JSON.parse(readFileSync(join(folder, 'earlier-params.json'), 'utf8')) as Readonly<
  Record<string, readonly unknown[]>
>; // ours

const editions = [...new Set(golden.map(([name = '']) => name))];

function editionOf(name: string): { readonly id: string; readonly params: unknown } {
  const [id = '', number = '1'] = name.split('#');
  return { id, params: earlier[id]?.[Number(number) - 1] ?? JSON.parse(rowOf(id).params) };
}

describe('released generators give for ever what they gave', () => {
  it('keeps forms of every objective that has a check, as it is now and as it was', () => {
    const wanted = checkedObjectives.map(({ id }) => {
      const before = earlier[id]?.length ?? 0;
      return before === 0 ? id : `${id}#${before + 1}`;
    });
    const old = Object.keys(earlier);
    expect(editions).toEqual(expect.arrayContaining([...wanted, ...old]));
  });

  it.each(editions)('%s', (edition) => {
    const { id, params } = editionOf(edition);
    const count = Number(rowOf(id).of);
    let avoid: string[] = [];
    for (const [, family = '', seed = '', hash, ...items] of golden.filter(
      ([name]) => name === edition,
    )) {
      const [name = '', version] = family.split('@');
      const form = buildForm(
        {
          objectiveId: id,
          family: name,
          version: Number(version),
          params,
          count,
          seed,
          avoid,
        },
        familyOf,
      );
      if (!form.ok) throw new Error(JSON.stringify(form.error));
      const made = form.value.items.map((one) => `${one.identity} -> ${accepted(one.answer)}`);
      expect(made).toEqual(items);
      expect(form.value.hash).toBe(hash);
      avoid = [...avoid, ...form.value.items.map((one) => one.identity)];
    }
    expect(avoid).toHaveLength(3 * count);
  });
});
