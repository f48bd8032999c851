import { readExpression, type Expression, type Values } from './expression.ts';

/**
 * The grammar of the `constraints` column of the objective table: `a:0..9; b in {2|5|10}; ones(a)!=0; a+b<=20; note: ...`.
 * Ranges and sets name the variables, everything else is a condition; a note ends the column and is for people.
 */
export interface Constraints {
  readonly variables: ReadonlyMap<string, readonly number[]>;
  accepts(values: Readonly<Record<string, number>>): boolean;
}

/** Reads a column; throws on what the grammar does not know, so that nothing is skipped in silence. */
export function readConstraints(text: string): Constraints {
  const variables = new Map<string, readonly number[]>();
  const conditions: Expression[] = [];
  const [conditionsOnly = ''] = text.split('note:');
  for (const part of conditionsOnly.split(';').map((one) => one.trim())) {
    if (part === '') continue;
    const range = /^(\w+):(-?\d+)\.\.(-?\d+)(?:\/(\d+))?$/u.exec(part);
    const set = /^(\w+) in \{([-\d|]+)\}$/u.exec(part);
    if (range !== null) {
      const [, name = '', min, max, step = '1'] = range;
      variables.set(name, numbers(Number(min), Number(max), Number(step)));
    } else if (set !== null) {
      const [, name = '', list = ''] = set;
      variables.set(name, list.split('|').map(Number));
    } else {
      conditions.push(readExpression(part));
    }
  }
  // A range may hold a million numbers.
  const sets = [...variables].map(([name, list]) => [name, new Set(list)] as const);
  const inside = (values: Values): boolean =>
    sets.every(([name, set]) => {
      const value = values[name];
      return value !== undefined && set.has(value);
    });
  return {
    variables,
    accepts: (values) => inside(values) && conditions.every((one) => one(values) !== 0),
  };
}

function numbers(min: number, max: number, step: number): number[] {
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, i) => min + i * step);
}

/** Every assignment that the constraints accept, where the product of the ranges is small. */
export function* assignments(constraints: Constraints): Iterable<Record<string, number>> {
  const names = [...constraints.variables.keys()];
  function* extend(
    chosen: Record<string, number>,
    place: number,
  ): Iterable<Record<string, number>> {
    const name = names[place];
    if (name === undefined) {
      if (constraints.accepts(chosen)) yield chosen;
      return;
    }
    for (const value of constraints.variables.get(name) ?? [])
      yield* extend({ ...chosen, [name]: value }, place + 1);
  }
  yield* extend({}, 0);
}

/** How many assignments there are before the conditions. */
export function spaceOf(constraints: Constraints): number {
  return [...constraints.variables.values()].reduce((size, list) => size * list.length, 1);
}
