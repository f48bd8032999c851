import { seededRandom } from '../kernel/random.ts';
import { chooseItems, type Ban } from './choose-items.ts';
import type { PreparedRow } from './form.ts';

/** How many chains of forms are tried; a row that can keep its claim shows it in the first few. */
const SEARCHES = 60;
/** The claim goes up to three forms in a row. */
const LONGEST = 3;

/**
 * How many forms in a row (up to 3) the search found that share no item, and no twin: the `fresh` claim of a row holds
 * where it is not above this. 0 means that not even one form can be built.
 */
export function freshForms(row: PreparedRow, count: number): { items: number; twins: number } {
  return { items: longestChain(row, count, 'items'), twins: longestChain(row, count, 'twins') };
}

function longestChain(row: PreparedRow, count: number, by: 'items' | 'twins'): number {
  let longest = 0;
  for (let search = 0; search < SEARCHES && longest < LONGEST; search += 1) {
    longest = Math.max(longest, chainFrom(row, count, by, `fresh ${by} ${search}`));
  }
  return longest;
}

function chainFrom(row: PreparedRow, count: number, by: 'items' | 'twins', seed: string): number {
  const random = seededRandom(seed);
  const identities = new Set<string>();
  const twins = new Set<string>();
  const ban: Ban = { identities, twins, unwanted: new Set() };
  for (let length = 0; length < LONGEST; length += 1) {
    const chosen = chooseItems(row.candidates(), count, random, ban);
    if (chosen === null) return length;
    for (const one of chosen)
      (by === 'items' ? identities : twins).add(by === 'items' ? one.identity : one.twin);
  }
  return LONGEST;
}
