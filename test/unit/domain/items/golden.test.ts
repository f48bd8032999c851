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
 * version of a family brings new lines beside these.
 */
const file = join(import.meta.dirname, '..', '..', '..', 'corpus', 'forms', 'first-three.txt');
const golden = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));

const objectives = [...new Set(golden.map(([id = '']) => id))];

describe('released generators give for ever what they gave', () => {
  it('keeps forms of every objective that has a check', () => {
    expect(objectives).toEqual(expect.arrayContaining(checkedObjectives.map((one) => one.id)));
  });

  it.each(objectives)('%s', (id) => {
    const row = rowOf(id);
    let avoid: string[] = [];
    for (const [, family = '', seed = '', hash, ...items] of golden.filter(([one]) => one === id)) {
      const [name = '', version] = family.split('@');
      const form = buildForm(
        {
          objectiveId: id,
          family: name,
          version: Number(version),
          params: JSON.parse(row.params),
          count: Number(row.of),
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
    expect(avoid).toHaveLength(3 * Number(row.of));
  });
});
