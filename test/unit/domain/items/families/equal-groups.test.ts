import { drawingIn, marksOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { comparedTags } from '#test/support/own-tags.ts';

const numbersOf = (identity: string): number[] => (identity.match(/\d+/gu) ?? []).map(Number);

holdFamily({
  family: 'equal-groups',
  valuesOf: (identity) => {
    const [a = 0, b = 0] = numbersOf(identity);
    return { a, b, layout: identity.startsWith('groups') ? 1 : 2 };
  },
  // By counting the things that are drawn, one by one.
  solve: (item) => String(marksOf(drawingIn(item), 'thing').length),
  tagsOf: (item, row) => {
    const drawing = drawingIn(item);
    const product = marksOf(drawing, 'thing').length;
    const rings = marksOf(drawing, 'circle').length;
    return [...comparedTags(row, { product }), rings > 0 ? 'layout:groups' : 'layout:array'];
  },
});
