import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { drawingIn, marksOf, numbersIn, wordsOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The named dots by what is drawn: the numbers of the axes say where a dot is, the nearest letter what it is called. */
function readPoints(item: Item): Named[] {
  const drawing = drawingIn(item);
  const texts = marksOf(drawing, 'text').map((mark) => ({ at: mark.at, text: wordsOf(mark) }));
  const numbers = texts.filter(({ text }) => /^\d+$/u.test(text));
  const letters = texts.filter(({ text }) => /^[A-D]$/u.test(text));
  const dots = marksOf(drawing, 'circle');
  const level = Math.max(...numbers.map(({ at }) => at[1]));
  // A number may stand a little beside its line; 0 is written at the level axis alone.
  const near = (axis: 0 | 1, value: number): number => {
    const scale = numbers.filter(({ at }) => (at[1] === level) === (axis === 0));
    const match = scale.find(({ at }) => Math.abs(at[axis] - value) < 4);
    return match === undefined ? 0 : Number(match.text);
  };
  return dots.map(({ at }) => {
    const [closest] = letters.toSorted(
      (p, q) =>
        Math.hypot(p.at[0] - at[0], p.at[1] - at[1]) - Math.hypot(q.at[0] - at[0], q.at[1] - at[1]),
    );
    return { name: closest?.text ?? '', x: near(0, at[0]), y: near(1, at[1]) };
  });
}

/** A picture is the same wherever its item is asked: each is read once. */
const read = new Map<string, Named[]>();
function pointsIn(item: Item): Named[] {
  const points = read.get(item.identity) ?? readPoints(item);
  read.set(item.identity, points);
  return points;
}

holdFamily({
  family: 'coordinates',
  valuesOf: (identity) => {
    const [x = 0, y = 0] = numbersIn(identity);
    return { x, y };
  },
  // From the drawn dots: the one whose place on the axes is the pair in the question.
  solve: (item) => {
    const [x, y] = numbersIn(speakItem(item, 'en').split('(').at(-1) ?? '');
    return pointsIn(item).find((point) => point.x === x && point.y === y)?.name ?? '';
  },
});

const found = familyOf('coordinates', 1);
const axis = { min: 0, max: 10 };
const source = found.ok
  ? found.value.parse({ x: axis, y: axis, options: 4, fresh: { items: 1, twins: 1 } })
  : found;
const items = source.ok ? source.value.all().map((one) => one.build()) : [];

describe('the points of every question', () => {
  it('are four, one of them with the coordinates swapped, and their letters never touch anything', () => {
    expect(items).toHaveLength(110);
    for (const item of items) {
      const points = pointsIn(item);
      expect(points.map(({ name }) => name).toSorted()).toEqual(['A', 'B', 'C', 'D']);
      const [x, y] = numbersIn(item.identity);
      expect(points.some((point) => point.x === y && point.y === x)).toBe(true);
      const drawing = drawingIn(item);
      const letters = marksOf(drawing, 'text').filter((mark) => /^[A-D]$/u.test(wordsOf(mark)));
      const others = [...marksOf(drawing, 'circle'), ...marksOf(drawing, 'text')];
      for (const letter of letters) {
        for (const other of others) {
          if (other === letter) continue;
          const distance = Math.hypot(letter.at[0] - other.at[0], letter.at[1] - other.at[1]);
          expect(`${item.identity} ${distance > 11}`).toBe(`${item.identity} true`);
        }
      }
    }
  });

  it('name what a wrong choice means', () => {
    for (const { traps, answer } of items) {
      expect(traps.map(({ tag }) => tag).toSorted()).toEqual([
        'counted-from-one',
        'off-by-one-line',
        'swapped',
      ]);
      expect(traps.map(({ value }) => value)).not.toContain(
        answer.kind === 'choice' ? answer.value : '',
      );
    }
  });
});
