import { describe, expect, it } from 'vitest';
import { drawingOf } from '#domain/items/figure.ts';
import type { Item } from '#domain/items/item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, trapValues } from '#test/support/one-item.ts';

interface Group {
  readonly count: number;
  /** Area of the smallest upright box around its things. */
  readonly area: number;
}

/** What lies in each drawn frame, left first. */
function groupsIn(item: Item): Group[] {
  const marks = item.prompt.flatMap((part) =>
    part.type === 'figure' ? drawingOf(part.figure).marks : [],
  );
  return marks.flatMap((frame): Group[] => {
    if (frame.type !== 'rect') return [];
    const inside = marks.flatMap((mark) => {
      if (mark.type !== 'thing') return [];
      const [x, y] = [mark.at[0] - frame.at[0], mark.at[1] - frame.at[1]];
      const reach = mark.size / 2;
      const fits = x > reach && y > reach && x + reach < frame.width && y + reach < frame.height;
      return fits ? [{ x, y, reach }] : [];
    });
    const spread = (axis: 'x' | 'y'): number =>
      Math.max(...inside.map((one) => one[axis] + one.reach)) -
      Math.min(...inside.map((one) => one[axis] - one.reach));
    return [{ count: inside.length, area: spread('x') * spread('y') }];
  });
}

function counts(item: Item): [number, number] {
  const [first, second] = groupsIn(item);
  return [first?.count ?? 0, second?.count ?? 0];
}

holdFamily({
  family: 'compare-groups',
  valuesOf: (identity) => {
    const [a = 0, b = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    return { a, b };
  },
  many: true,
  // By pairing one with one until a frame is empty.
  solve: (item) => {
    let [a, b] = counts(item);
    while (a > 0 && b > 0) [a, b] = [a - 1, b - 1];
    return a === b ? 'same' : a > 0 ? 'more' : 'fewer';
  },
  // The smaller group is the wider one by the areas that are drawn.
  tagsOf: (item) => {
    const [first, second] = groupsIn(item);
    if (first === undefined || second === undefined) return [];
    const [small, large] = first.count < second.count ? [first, second] : [second, first];
    const wider = small.count < large.count && small.area > large.area;
    return [
      ...item.tags.filter((tag) => tag !== 'smaller-wider'),
      ...(wider ? ['smaller-wider'] : []),
    ];
  },
});

const PARAMS = { n: { min: 1, max: 10 }, maxDiff: 3 };

describe('wrong comparisons of groups', () => {
  it('go by the area, turn the question round, or take one more for the same', () => {
    expect(trapValues(itemNamed('compare-groups', PARAMS, '5:6 first'))).toEqual({
      'judged-by-width': ['more'],
      direction: ['more'],
      'near-is-same': ['same'],
    });
    expect(trapValues(itemNamed('compare-groups', PARAMS, '6:6 second'))).toEqual({
      'judged-by-width': ['fewer'],
    });
  });

  it('groups of more than ten are refused', () => {
    expect(faultOf('compare-groups', { ...PARAMS, n: { in: [11] } })).toBe('value.bad n');
  });
});
