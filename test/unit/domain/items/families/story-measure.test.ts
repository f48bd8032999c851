import { describe, expect, it } from 'vitest';
import { holdFamily } from '#test/support/hold-family.ts';
import { itemsWith, storyText } from '#test/support/story-pages.ts';

/** Pairs of the table by their place, and the step of the small unit. */
const PAIRS = ['m-cm', 'km-m', 'kg-g', 'L-mL', 'h-min', 'ft-in', 'lb-oz'];
const STEPS = [5, 50, 50, 50, 5, 1, 1];

/** How many of the smallest unit each is: what a child knows of units. */
const SIZES: Readonly<Record<string, number>> = {
  m: 100,
  cm: 1,
  km: 100_000,
  kg: 1000,
  g: 1,
  L: 1000,
  mL: 1,
  h: 60,
  min: 1,
  ft: 12,
  in: 1,
  lb: 16,
  oz: 1,
};
const NAMES: Readonly<Record<string, string>> = {
  centimeters: 'cm',
  meters: 'm',
  grams: 'g',
  milliliters: 'mL',
  minutes: 'min',
  inches: 'in',
  ounces: 'oz',
};

function measuresIn(story: string): { n: number; unit: string }[] {
  return [...story.matchAll(/(\d+)\s([a-zA-Z]+)/gu)].map(([, n, unit = '']) => ({
    n: Number(n),
    unit,
  }));
}

holdFamily({
  family: 'story-measure',
  many: true,
  valuesOf: (identity): Record<string, number> => {
    const [, ask, l, w] = /^(area|perimeter) (\d+)x(\d+) /u.exec(identity) ?? [];
    if (ask !== undefined) return { l: Number(l), w: Number(w), ask: ask === 'area' ? 1 : 2 };
    const [, n, big = '', sign, s, small = ''] =
      /^(\d+)([a-zA-Z]+)([+-])(\d+)([a-zA-Z]+) /u.exec(identity) ?? [];
    const place = PAIRS.indexOf(`${big}-${small}`);
    const k = Number(s) / (STEPS[place] ?? 1);
    return { pair: place + 1, n: Number(n), k, form: sign === '+' ? 1 : 2 };
  },
  // From the words: a rectangle is walked around or laid out with squares; a quantity is counted in its smallest unit.
  solve: (item) => {
    const story = storyText(item, 'en').replaceAll('\u00A0', ' ');
    const [first, second, ...more] = measuresIn(story);
    if (first === undefined || second === undefined || more.length > 0) throw new Error(story);
    if (story.includes('wide')) {
      if (/area|perimeter/iu.test(story)) throw new Error(`the word is told: ${story}`);
      const squares = Array.from({ length: second.n }, () => first.n);
      return String(
        story.includes('square')
          ? squares.reduce((sum, row) => sum + row, 0)
          : first.n + second.n + first.n + second.n,
      );
    }
    const [, asked = ''] = /many (\w+) (?:is that in all|are left)/iu.exec(story) ?? [];
    const inSmallest = [first, second].map(({ n, unit }) => n * (SIZES[unit] ?? Number.NaN));
    const [x = 0, y = 0] = inSmallest;
    const all = story.includes('left?') ? x - y : x + y;
    return String(all / (SIZES[NAMES[asked] ?? ''] ?? Number.NaN));
  },
});

describe('the mistakes that a story of measures invites', () => {
  it('the area for the way around, half the way around, the way around for the area', () => {
    const [around] = itemsWith('wp-area-perimeter', {
      l: { in: [8] },
      w: { in: [5] },
      asks: ['perimeter'],
    });
    expect(around?.traps).toEqual([
      { tag: 'area-for-perimeter', value: '40' },
      { tag: 'half-perimeter', value: '13' },
    ]);
  });

  it('units that are not converted, or by a wrong number', () => {
    const numbers = { n: { in: [3] }, k: { in: [8] }, forms: ['total'] };
    const items = itemsWith('wp-conversion', numbers);
    const trapsOf = (unit: string): unknown =>
      items.find(({ identity }) => identity.includes(unit))?.traps;
    expect(trapsOf('3h+')).toEqual([
      { tag: 'no-conversion', value: '43' },
      { tag: 'wrong-factor', value: '340' },
      { tag: 'wrong-operation', value: '140' },
    ]);
    expect(trapsOf('3ft+')).toContainEqual({ tag: 'wrong-factor', value: '38' });
    expect(trapsOf('3km+')).toContainEqual({ tag: 'wrong-factor', value: '700' });
  });
});
