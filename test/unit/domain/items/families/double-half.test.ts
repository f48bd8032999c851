import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';

holdFamily({
  family: 'double-half',
  valuesOf: (identity) => {
    const [, a = '', phrase = ''] = identity.split(' ');
    return { a: Number(a), phrase: phrase === 'words' ? 1 : 2 };
  },
  // By counting: half of a number is the one that has it when it is added to itself.
  solve: (item) => {
    const said = speakItem(item, 'en');
    const [n = 0] = (said.match(/\d+/gu) ?? []).map(Number);
    if (said.startsWith('Double') || said.includes('plus')) return String(n + n);
    let half = 0;
    while (half + half < n) half += 1;
    return String(half);
  },
});
