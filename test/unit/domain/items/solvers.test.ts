import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { familyIds } from '#domain/items/families.ts';
import { checkedObjectives, rowOf } from '#test/support/objective-rows.ts';

const folder = join(import.meta.dirname, 'families');

/** Families whose items are worked out a second time by a test (hold-family.ts), as the tests themselves say. */
const solved = readdirSync(folder)
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const calls = text.matchAll(/^holdFamily\(\{\s*family: '([a-z-]+)',[^]*?^\}\);/gmu);
    return Array.from(calls, ([call, family]) => ({ family, call }));
  });

describe('a second solver', () => {
  it('stands beside every family that the product knows, once', () => {
    const names = solved.map(({ family }) => family);
    expect(names).toHaveLength(familyIds.length);
    expect(new Set(names)).toEqual(new Set(familyIds));
  });

  it('works out an answer in each of them', () => {
    const without = solved.filter(({ call }) => !/^ {2}solve(?:[:,(]| \()/mu.test(call));
    expect(without.map(({ family }) => family)).toEqual([]);
  });

  it('looks at every objective that has a check', () => {
    const families = new Set(solved.map(({ family }) => family));
    const alone = checkedObjectives.filter(
      ({ id, check }) => !families.has(check.family) || rowOf(id).family !== check.family,
    );
    expect(alone.map(({ id }) => id)).toEqual([]);
  });
});
