import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';

const numbersIn = (text: string): number[] => (text.match(/-?\d+/gu) ?? []).map(Number);

holdFamily({
  family: 'number-sequence',
  valuesOf: (identity) => {
    const [a = 0, b = 0, c = 0] = numbersIn(identity);
    if (identity.startsWith('run')) return { start: a, gap: c };
    if (identity.startsWith('rule')) return { start: a, step: b, term: c };
    return /^\d/u.test(identity) ? { n: a, d: b } : { n: a };
  },
  // From the words of the question: runs by the difference of two neighbours that are shown.
  solve: (item) => {
    const said = speakItem(item, 'en');
    const [sequence] = item.prompt.flatMap((part) =>
      part.type === 'sequence' ? [part.numbers] : [],
    );
    if (sequence !== undefined) {
      const shown = sequence.flatMap((n, i) => (n === '_' ? [] : [{ n, i }]));
      const [p = { n: 0, i: 0 }, q = { n: 0, i: 1 }] = shown;
      const step = (q.n - p.n) / (q.i - p.i);
      return String(p.n + step * (sequence.indexOf('_') - p.i));
    }
    const [a = 0, b = 0, c = 0] = numbersIn(said);
    if (said.includes('right after')) return String(a + 1);
    if (said.includes('right before')) return String(a - 1);
    if (said.includes('more than')) return String(b + a);
    if (said.includes('less than')) return String(b - a);
    let value = a;
    for (let i = 1; i < c; i += 1) value += b;
    return String(value);
  },
});
