import { describe, expect, it } from 'vitest';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';
import { comparedTags } from '#test/support/own-tags.ts';
import { readIdentity } from '#test/support/read-identity.ts';

/** What is shown as one line: numbers, signs, `_` for the blank. A bond is the sum of its parts. */
function lineOf(item: Item): (number | string)[] {
  const digits = (text: string | null): number | string =>
    text === null ? '_' : Number(text.replaceAll('\u2009', ''));
  const [part] = shownPrompt(item, 'en');
  if (part?.type === 'columns') return [digits(part.upper), part.op, digits(part.lower), '=', '_'];
  if (part?.type === 'bond')
    return [digits(part.parts[0]), '+', digits(part.parts[1]), '=', digits(part.whole)];
  if (part?.type !== 'equation') throw new Error(`${item.identity} shows no sum`);
  return part.tokens.map((token) => {
    if (token.type === 'blank') return '_';
    return token.type === 'number' ? digits(token.text) : token.type === 'sign' ? token.text : '';
  });
}

/** Digits are heaped up place by place; ten of a heap are one of the next. */
function heaped(numbers: readonly number[]): number {
  const heaps: number[] = [];
  for (const n of numbers)
    Array.from(String(n))
      .toReversed()
      .forEach((digit, i) => (heaps[i] = (heaps[i] ?? 0) + Number(digit)));
  let text = '';
  for (let i = 0, over = 0; i < heaps.length || over > 0; i += 1) {
    const heap = (heaps[i] ?? 0) + over;
    text = `${heap % 10}${text}`;
    over = (heap - (heap % 10)) / 10;
  }
  return Number(text);
}

/** From one number up to another, in steps as large as fit: how far that is. */
function countedUp(from: number, to: number): number {
  let [at, far] = [from, 0];
  for (let step = 1_000_000; step >= 1; step /= 10)
    while (at + step <= to) [at, far] = [at + step, far + step];
  return far;
}

function solve(item: Item): string {
  const line = lineOf(item);
  const numbers = line.filter((one): one is number => typeof one === 'number');
  const blank = line.indexOf('_');
  const [x = 0, y = 0] = numbers;
  if (line[1] === '+') {
    // A missing addend is what leads from the other to the total.
    return String(blank === line.length - 1 ? heaped(numbers) : countedUp(x, y));
  }
  if (blank === 0) return String(heaped(numbers));
  return String(countedUp(y, x));
}

const digitSum = (n: number): number =>
  Array.from(String(n)).reduce((sum, digit) => sum + Number(digit), 0);

/** Every carry makes the digits of a sum nine less. */
const carries = (x: number, y: number): number => (digitSum(x) + digitSum(y) - digitSum(x + y)) / 9;

holdFamily({
  family: 'add-sub',
  valuesOf: (identity, { constraints }) => {
    const { order, ...values } = readIdentity(identity.replace('bond ', '')).values;
    return order === undefined || !constraints.includes('order') ? values : { ...values, order };
  },
  solve,
  tagsOf: ({ identity }, row) => {
    const { values } = readIdentity(identity.replace('bond ', ''));
    const { a = 0, b = 0, c = 0, unknown } = values;
    const takes = identity.includes('-');
    const result = takes ? a - b : a + b + c;
    const [high, low] = takes ? [b, result] : [a, b];
    return [
      ...comparedTags(row, { a, b, result }),
      ...(b === 0 || (takes ? result : a) === 0 ? ['zero'] : []),
      ...((high % 10) + (low % 10) > 9 ? ['regroup-ones'] : []),
      ...(carries(high, low) > 1 ? ['regroup-twice'] : []),
      ...(String(a).includes('0') ? ['zero-in-first'] : []),
      ...(String(a).at(-2) === String(b).at(-2) ? ['same-tens'] : []),
      ...(unknown === undefined ? [] : [`unknown:${unknown === 1 ? 'a' : 'b'}`]),
    ];
  },
});

const make = (op: string, a: number, b: number, more: Record<string, unknown> = {}): Item =>
  only('add-sub', { op, a: { in: [a] }, b: { in: [b] }, unknown: ['result'], ...more });

describe('an answer to a sum', () => {
  it('is strict in value, and says which mistake it is', () => {
    const item = make('+', 27, 15);
    expect(gradeItem(item, ' 042 ').verdict).toBe('right');
    expect(gradeItem(item, '312')).toMatchObject({ verdict: 'wrong', tags: ['carry-written-out'] });
    expect(gradeItem(item, '4 2').verdict).toBe('unreadable');
    const three = make('+', 5, 6, { c: { in: [7] } });
    expect(trapValues(three)['left-out-an-addend']).toEqual(['11', '12', '13']);
  });

  it('parameters that allow nothing sensible are refused with the field', () => {
    const fault = (params: Record<string, unknown>) =>
      faultOf('add-sub', {
        op: '+',
        a: { in: [4] },
        b: { in: [3] },
        unknown: ['result'],
        ...params,
      });
    expect(fault({})).toBe('no fault');
    expect(fault({ unknown: ['a'] })).toBe('value.bad unknown');
    expect(fault({ op: '-', c: { in: [1] } })).toBe('value.bad c');
    expect(fault({ op: '×' })).toBe('value.bad op');
    expect(fault({ a: { min: 5, max: 4 } })).toBe('value.bad a');
  });
});
