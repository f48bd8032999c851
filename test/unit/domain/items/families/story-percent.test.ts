import { describe, expect, it } from 'vitest';
import { holdFamily } from '#test/support/hold-family.ts';
import { itemsWith, storyText } from '#test/support/story-pages.ts';

holdFamily({
  family: 'story-percent',
  many: true,
  valuesOf: (identity) => {
    const [, kind = '', p, w] = /^(\w+) (\d+)% of (\d+) s\d+$/u.exec(identity) ?? [];
    return { kind: ['discount', 'tip', 'tax'].indexOf(kind) + 1, p: Number(p), w: Number(w) };
  },
  // From the words: the price in five-percent steps, added or taken off as the story says.
  solve: (item) => {
    const story = storyText(item, 'en');
    const price = Math.round(Number(/\$(\d+\.\d\d)/u.exec(story)?.[1]) * 100);
    const percent = Number(/(\d+)%/u.exec(story)?.[1]);
    const step = price / 20;
    let paid = price;
    for (let done = 0; done < percent; done += 5) paid += story.includes('% less.') ? -step : step;
    return String(paid);
  },
});

describe('the mistakes that a percent invites', () => {
  it('the part alone, the wrong way, percent as dollars, a point in the wrong place', () => {
    const [item] = itemsWith('wp-percent-discount', {
      kinds: [{ name: 'discount', change: '-', percents: [20] }],
      blueprint: [],
      dollars: { in: [40] },
    });
    expect(item?.traps).toEqual([
      { tag: 'gave-the-part', value: '800' },
      { tag: 'wrong-direction', value: '4800' },
      { tag: 'percent-as-dollars', value: '2000' },
      { tag: 'decimal-point', value: '3920' },
    ]);
  });
});
