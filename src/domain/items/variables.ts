import { seededRandom, type Random } from '../kernel/random.ts';
import { drawNumber, numbersOf, sizeOf, type NumberSet } from './number-set.ts';

/** The variables of a family's parameters by name; the order of the names decides what is drawn first, so it never changes. */
export type Variables<N extends string> = Readonly<Partial<Record<N, NumberSet>>>;
/** A number for each variable. */
export type Values<N extends string> = Readonly<Partial<Record<N, number>>>;

/** How many assignments there are. */
export function countValues(variables: Variables<string>): number {
  return entriesOf(variables).reduce((count, [, set]) => count * sizeOf(set), 1);
}

/** Every assignment, each once. */
export function* allValues<N extends string>(variables: Variables<N>): Iterable<Values<N>> {
  const lists = entriesOf(variables).map(([name, set]) => [name, numbersOf(set)] as const);
  function* extend(chosen: Record<string, number>, place: number): Iterable<Values<N>> {
    const list = lists[place];
    if (list === undefined) {
      yield { ...chosen } as Values<N>; // the names come from `variables`
      return;
    }
    for (const n of list[1]) {
      chosen[list[0]] = n;
      yield* extend(chosen, place + 1);
    }
  }
  yield* extend({}, 0);
}

/** One assignment at random. */
export function drawValues<N extends string>(random: Random, variables: Variables<N>): Values<N> {
  const values: Partial<Record<N, number>> = {};
  // An object of these names has no other keys.
  for (const name of Object.keys(variables) as N[]) {
    const set = variables[name];
    if (set !== undefined) values[name] = drawNumber(random, set);
  }
  return values;
}

function entriesOf(variables: Variables<string>): (readonly [string, NumberSet])[] {
  return Object.entries(variables).flatMap(([name, set]) =>
    set === undefined ? [] : [[name, set] as const],
  );
}

/** Up to this size a search for one case goes through all of them. */
const SEARCHED = 100_000;
const DRAWS = 2000;

/** Whether the parameters allow a case at all, for `parse` to refuse those that do not. */
export function hasCase(
  size: number,
  cases: Iterable<unknown>,
  draw: (random: Random) => unknown,
): boolean {
  if (size <= SEARCHED) return cases[Symbol.iterator]().next().done !== true;
  const random = seededRandom('is there a case');
  for (let i = 0; i < DRAWS; i += 1) if (draw(random) !== null) return true;
  return false;
}
