import type { Item } from '#domain/items/item.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { readIdentity } from '#test/support/read-identity.ts';

/** The two sides as they stand on the screen, each a list of numbers to be added. */
function sidesOf(item: Item): [number[], number[]] {
  for (const part of shownPrompt(item, 'en')) {
    if (part.type !== 'equation') continue;
    const text = part.tokens
      .map((token) => (token.type === 'number' || token.type === 'sign' ? token.text : '?'))
      .join('');
    const [left = [], right = []] = text.split('=').map((side) => side.split('+').map(Number));
    return [left, right];
  }
  throw new Error(`${item.identity} shows no sentence`);
}

const one = (n: number): readonly number[] => Array.from({ length: n }, () => 1);

/** By taking one from each side in turn: true where both run out together. */
function solve(item: Item): string {
  const [left, right] = sidesOf(item).map((side) => side.flatMap(one));
  while (left?.length && right?.length) {
    left.pop();
    right.pop();
  }
  return String(left?.length === 0 && right?.length === 0);
}

holdFamily({
  family: 'true-equation',
  valuesOf: (identity) => ({ form: readIdentity(identity).values['form'] ?? 0 }),
  // The table names the shape alone; exactly which sentences there are is held by constraints.test.ts.
  many: true,
  solve,
  tagsOf: (item) => {
    const [left, right] = sidesOf(item);
    const form = left.length === 1 ? 'c=a+b' : right.length === 1 ? 'a+b=c' : 'a+b=c+d';
    const [a = 0, b = 0] = left;
    return [
      solve(item),
      `form:${form}`,
      ...(form === 'a+b=c+d' && right[0] === a + b ? ['sum-trap'] : []),
    ];
  },
});
