import { numberOf } from '../../kernel/numbers.ts';
import { addColumns, subtractColumns } from '../column-arithmetic.ts';
import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { StoryCase } from './story-add-sub.ts';

/** Wrong values that known misconceptions give, in the unit of the key (cents for money). */
export function storyAddSubTraps(one: StoryCase, key: number, isMoney: boolean): Trap[] {
  const [x, y] = shownNumbers(one);
  const sum = x + y;
  const difference = Math.abs(x - y);
  const rightIsSum = key === sum;
  return numberTraps(key, [
    ['wrong-operation', rightIsSum ? difference : sum],
    ['keyword-trap', keyword(one) === '+' ? sum : keyword(one) === '-' ? difference : null],
    ['copied-a-number', x],
    ['copied-a-number', y],
    ['forgot-to-carry', rightIsSum ? withoutCarries(x, y) : null],
    ['smaller-from-larger', rightIsSum ? null : columnDifferences(Math.max(x, y), Math.min(x, y))],
    ...[key * 10, key * 100, key / 10, key / 100].map(
      (value) => ['decimal-point', isMoney ? value : null] as const,
    ),
  ]);
}

/** The two numbers that the story tells. */
export function shownNumbers({ unknown, a, b, c }: StoryCase): readonly [number, number] {
  if (unknown === 'result') return [a, b];
  return unknown === 'change' ? [a, c] : [b, c];
}

/** What a word of the story suggests against its sense: "more" to add, "away" to take. */
function keyword({ type, op, unknown }: StoryCase): '+' | '-' | null {
  if (type === 'compare-more') return '+';
  if (unknown === 'result') return null;
  if (op === 1) return '+';
  return unknown === 'start' ? '-' : null;
}

function withoutCarries(a: number, b: number): number {
  return numberOf(addColumns(a, b).map(({ upper, lower }) => (upper + lower) % 10));
}

function columnDifferences(a: number, b: number): number {
  return numberOf(subtractColumns(a, b).map(({ upper, lower }) => Math.abs(upper - lower)));
}
