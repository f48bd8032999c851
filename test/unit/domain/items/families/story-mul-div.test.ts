import { describe, expect, it } from 'vitest';
import { holdFamily } from '#test/support/hold-family.ts';
import { itemsWith, storyText } from '#test/support/story-pages.ts';

const TYPES: Readonly<Record<string, number>> = {
  'equal-groups': 1,
  array: 2,
  share: 1,
  'how-many-groups': 2,
  'times-larger': 1,
  'times-smaller': 2,
  'times-factor': 3,
  'full-groups': 1,
  'groups-needed': 2,
  'left-over': 3,
};

/** The numbers that stand in the words, in their order. */
function twoNumbers(story: string): [number, number] {
  const [x, y, ...more] = (story.match(/\d+/gu) ?? []).map(Number);
  if (x === undefined || y === undefined || more.length > 0) throw new Error(story);
  return [x, y];
}

holdFamily({
  family: 'story-mul-div',
  many: true,
  valuesOf: (identity): Record<string, number> => {
    const [, name = '', x = '', y = ''] = /^(\S+) (\d+)[x:](\d+) s\d+$/u.exec(identity) ?? [];
    const [p, q] = [Number(x), Number(y)];
    const type = TYPES[name] ?? 0;
    if (name === 'equal-groups' || name === 'array') return { a: p, b: q, type };
    if (name === 'times-larger') return { a: p, k: q, type };
    if (name === 'times-smaller') return { a: p / q, k: q, type };
    if (name === 'times-factor') return { a: p, k: q / p, type };
    if (name === 'share' || name === 'how-many-groups') return { q: p / q, d: q, type };
    return { q: Math.floor(p / q), d: q, r: p % q, type };
  },
  // From the English words: groups are counted up or taken away one after the other, without × or ÷.
  solve: (item) => {
    const story = storyText(item, 'en');
    const [x, y] = twoNumbers(story);
    const sumOf = (groups: number, each: number): number =>
      Array.from({ length: groups }, () => each).reduce((sum, one) => sum + one, 0);
    const groupsIn = (total: number, each: number): [full: number, rest: number] => {
      let [full, rest] = [0, total];
      for (; rest >= each; rest -= each) full += 1;
      return [full, rest];
    };
    if (story.includes('How many times as many')) return String(groupsIn(y, x)[0]);
    if (story.includes('That is')) return String(groupsIn(x, y)[0]);
    if (story.includes('times as many')) return String(sumOf(y, x));
    if (story.includes('in all')) return String(sumOf(x, y));
    const [full, rest] = groupsIn(x, y);
    if (story.includes('left over')) return String(rest);
    if (story.includes('need for all')) return String(rest > 0 ? full + 1 : full);
    return String(full);
  },
});

describe('the mistakes that a story of groups invites', () => {
  it('what is left over, forgotten or counted as a group', () => {
    const [full, needed, left] = ['full-groups', 'groups-needed', 'left-over'].map(
      (type) =>
        itemsWith('wp-remainder', {
          types: [type],
          q: { in: [4] },
          d: { in: [6] },
          r: { in: [5] },
        })[0]?.traps,
    );
    expect(full).toContainEqual({ tag: 'rounded-up', value: '5' });
    expect(needed).toContainEqual({ tag: 'remainder-ignored', value: '4' });
    expect(left).toContainEqual({ tag: 'gave-quotient', value: '4' });
  });

  it('adding for multiplying, multiplying for dividing', () => {
    const [product] = itemsWith('wp-equal-groups', { a: { in: [7] }, b: { in: [8] } });
    expect(product?.traps[0]).toEqual({ tag: 'added', value: '15' });
    const [share] = itemsWith('wp-sharing', { q: { in: [4] }, d: { in: [6] } });
    expect(share?.traps).toContainEqual({ tag: 'multiplied', value: '144' });
    const [factor] = itemsWith('wp-times-as-many', {
      types: ['times-factor'],
      a: { in: [3] },
      k: { in: [7] },
    });
    expect(factor?.traps).toContainEqual({ tag: 'subtracted', value: '18' });
  });
});
