import { pick, seededRandom, shuffled, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { UNIT_IDS, type UnitId } from '../units.ts';

/**
 * Chance that belongs to an item and not to a form: what its numbers leave open (a unit, a corner, the order of options) is the same
 * wherever the item is asked.
 */
export function randomOfItem(identity: string): Random {
  return seededRandom(`item ${identity}`);
}

/** One of a list, by the item. */
export function pickOfItem<T>(identity: string, what: string, list: readonly T[]): T {
  return pick(randomOfItem(`${identity} ${what}`), list);
}

/** A list in an order that belongs to the item. */
function shuffledOfItem<T>(identity: string, what: string, list: readonly T[]): T[] {
  return shuffled(randomOfItem(`${identity} ${what}`), list);
}

/**
 * The right option and the wrong ones in an order that belongs to the item: the right one at this place (counted on past the end), so
 * that over the items of an objective every place is right equally often.
 */
export function optionsOfItem<T>(
  identity: string,
  right: T,
  wrong: readonly T[],
  place: number,
): T[] {
  const options = shuffledOfItem(identity, 'options', wrong);
  options.splice(place % (wrong.length + 1), 0, right);
  return options;
}

/** The `units` of the parameters. */
export function readUnits(read: RecordReader): readonly UnitId[] {
  return read.words('units', UNIT_IDS);
}
