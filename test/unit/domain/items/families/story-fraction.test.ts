import { describe, expect, it } from 'vitest';
import { fractionText } from '#domain/items/read-fraction.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { itemsWith, storyText } from '#test/support/story-pages.ts';

holdFamily({
  family: 'story-fraction',
  many: true,
  valuesOf: (identity): Record<string, number> => {
    const [, n, d, w] = /^(\d+)\/(\d+) of (\d+) /u.exec(identity) ?? [];
    if (n !== undefined) return { n: Number(n), d: Number(d), w: Number(w) };
    const [, a, b, sign, c, e] = /^(\d+)\/(\d+)([+-])(\d+)\/(\d+) /u.exec(identity) ?? [];
    return { a: Number(a), b: Number(b), c: Number(c), d: Number(e), op: sign === '+' ? 1 : -1 };
  },
  // From the words: fractions are counted in 120ths, parts of things are dealt out.
  solve: (item) => {
    const story = storyText(item, 'en');
    const fractions = [...story.matchAll(/(\d+)\/(\d+)/gu)].map(([, n, d]) => [
      Number(n),
      Number(d),
    ]);
    const [[n = 0, d = 1] = [], second, ...more] = fractions;
    if (more.length > 0) throw new Error(story);
    const inParts = (num: number, den: number): number => (num * 120) / den;
    if (second !== undefined) {
      const [p = 0, q = 1] = second;
      const taken = story.includes('left?');
      if (taken === story.includes('in all?')) throw new Error(story);
      return fractionText(inParts(n, d) + (taken ? -1 : 1) * inParts(p, q), 120);
    }
    const whole = Number(/of the (\d+)/u.exec(story)?.[1]);
    return String(Array.from({ length: whole }, (_, i) => i % d).filter((i) => i < n).length);
  },
});

describe('the mistakes that a story of fractions invites', () => {
  it('tops and bottoms added, the other operation, numerators kept', () => {
    const [sum] = itemsWith('wp-fraction-add-sub', {
      num: { in: [1, 2] },
      den: { in: [3, 4] },
      ops: [1],
    });
    expect(sum?.identity).toBe('1/3+1/4 s0');
    expect(sum?.traps).toEqual([
      { tag: 'added-tops-and-bottoms', value: '2/7' },
      { tag: 'wrong-operation', value: '1/12' },
      { tag: 'kept-numerators', value: '1/6' },
    ]);
  });

  it('one part only, the rest, dividing by the numerator', () => {
    const [part] = itemsWith('wp-fraction-of', { n: { in: [3] }, d: { in: [4] }, w: { in: [24] } });
    expect(part?.traps).toEqual([
      { tag: 'one-part-only', value: '6' },
      { tag: 'took-the-rest', value: '6' },
      { tag: 'divided-by-numerator', value: '8' },
    ]);
  });
});
