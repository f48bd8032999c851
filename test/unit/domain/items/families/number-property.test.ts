import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';

holdFamily({
  family: 'number-property',
  valuesOf: (identity) => {
    const [n = 0, d = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    return identity.includes('of') ? { n, d } : { n };
  },
  // By counting up: pairs, multiples, and how many numbers divide.
  solve: (item) => {
    const said = speakItem(item, 'en');
    const [n = 0, d = 0] = (said.match(/\d+/gu) ?? []).map(Number);
    if (said.includes('even or odd')) return '02468'.includes(String(n).slice(-1)) ? 'even' : 'odd';
    if (said.includes('multiple')) {
      let multiple = 0;
      while (multiple < n) multiple += d;
      return multiple === n ? 'yes' : 'no';
    }
    const divisors = Array.from({ length: n }, (_, i) => i + 1).filter((k) => n % k === 0);
    return divisors.length === 2 ? 'prime' : 'composite';
  },
});
