import { intBetween, type Random } from '../kernel/random.ts';
import type { RecordReader } from '../kernel/read-record.ts';

/**
 * A Domain of the parameters: the whole numbers a variable may take, as a range with a step or as a list. A range stays a
 * range, so that 1000..499999 costs nothing.
 */
export type NumberSet =
  | { readonly type: 'range'; readonly min: number; readonly max: number; readonly step: number }
  | { readonly type: 'list'; readonly list: readonly number[] };

/** How many numbers the set holds. */
export function sizeOf(set: NumberSet): number {
  return set.type === 'list' ? set.list.length : Math.floor((set.max - set.min) / set.step) + 1;
}

/** Whether `n` is one of them. */
export function holds(set: NumberSet, n: number): boolean {
  if (set.type === 'list') return set.list.includes(n);
  return n >= set.min && n <= set.max && (n - set.min) % set.step === 0;
}

/** All numbers of the set, in its own order. */
export function numbersOf(set: NumberSet): readonly number[] {
  if (set.type === 'list') return set.list;
  return Array.from({ length: sizeOf(set) }, (_, i) => set.min + i * set.step);
}

/** One number of the set, each equally likely. */
export function drawNumber(random: Random, set: NumberSet): number {
  const index = intBetween(random, 0, sizeOf(set) - 1);
  return set.type === 'list' ? (set.list[index] ?? 0) : set.min + index * set.step;
}

/** The largest number of the set. */
export function largestOf(set: NumberSet): number {
  return set.type === 'list' ? Math.max(...set.list) : set.min + (sizeOf(set) - 1) * set.step;
}

const WHOLE = (n: unknown): n is number => Number.isSafeInteger(n) && Number(n) >= 0;

/** Reads the Domain of a field; a fault stays in the reader. */
export function readSet(read: RecordReader, name: string): NumberSet {
  const set = setOf(read.raw(name));
  if (set !== null) return set;
  read.fail(name, 'a Domain is {min, max, step?} or {in: [..]} of whole numbers from 0');
  return { type: 'list', list: [1] };
}

function setOf(value: unknown): NumberSet | null {
  if (typeof value !== 'object' || value === null) return null;
  const { min, max, step = 1, in: list, ...rest }: Record<string, unknown> = { ...value };
  if (Object.keys(rest).length > 0) return null;
  if (list !== undefined) {
    if (min !== undefined || max !== undefined || 'step' in value || !Array.isArray(list))
      return null;
    const distinct = list.length > 0 && new Set(list).size === list.length;
    return distinct && list.every(WHOLE) ? { type: 'list', list } : null;
  }
  if (!WHOLE(min) || !WHOLE(max) || !WHOLE(step) || step === 0 || max < min) return null;
  return { type: 'range', min, max, step };
}

/** The numbers of a set from `low` to `high`, or null where there is none. */
export function clipped(set: NumberSet, low: number, high: number): NumberSet | null {
  if (set.type === 'list') {
    const list = set.list.filter((n) => n >= low && n <= high);
    return list.length > 0 ? { type: 'list', list } : null;
  }
  const { step } = set;
  const min = set.min + Math.max(0, Math.ceil((low - set.min) / step)) * step;
  const max = Math.min(set.max, high);
  return min > max ? null : { type: 'range', min, max, step };
}
