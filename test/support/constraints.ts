/**
 * The grammar of the `constraints` column of the objective table: `a:0..9; b in {2|5|10}; ones(a)!=0; a+b<=20; note: ...`.
 * Ranges and sets name the variables, everything else is a condition; a note ends the column and is for people.
 */
export interface Constraints {
  readonly variables: ReadonlyMap<string, readonly number[]>;
  accepts(values: Readonly<Record<string, number>>): boolean;
}

type Values = Readonly<Record<string, number>>;
type Expression = (values: Values) => number;

const COMPARE: Record<string, (x: number, y: number) => boolean> = {
  '<=': (x, y) => x <= y,
  '>=': (x, y) => x >= y,
  '!=': (x, y) => x !== y,
  '==': (x, y) => x === y,
  '<': (x, y) => x < y,
  '>': (x, y) => x > y,
};

/** Reads a column; throws on what the grammar does not know, so that nothing is skipped in silence. */
export function readConstraints(text: string): Constraints {
  const variables = new Map<string, readonly number[]>();
  const conditions: ((values: Values) => boolean)[] = [];
  const [conditionsOnly = ''] = text.split('note:');
  for (const part of conditionsOnly.split(';').map((one) => one.trim())) {
    if (part === '') continue;
    const range = /^(\w+):(\d+)\.\.(\d+)(?:\/(\d+))?$/u.exec(part);
    const set = /^(\w+) in \{([\d|]+)\}$/u.exec(part);
    if (range !== null) {
      const [, name = '', min, max, step = '1'] = range;
      variables.set(name, numbers(Number(min), Number(max), Number(step)));
    } else if (set !== null) {
      const [, name = '', list = ''] = set;
      variables.set(name, list.split('|').map(Number));
    } else {
      conditions.push(readCondition(part));
    }
  }
  const inside = (values: Values): boolean =>
    [...variables].every(([name, list]) => {
      const value = values[name];
      return value !== undefined && list.includes(value);
    });
  return {
    variables,
    accepts: (values) => inside(values) && conditions.every((one) => one(values)),
  };
}

function numbers(min: number, max: number, step: number): number[] {
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, i) => min + i * step);
}

function readCondition(text: string): (values: Values) => boolean {
  const [, left = '', sign = '', right = ''] = /^(.+?)(<=|>=|!=|==|<|>)(.+)$/u.exec(text) ?? [];
  const compare = COMPARE[sign];
  if (compare === undefined) throw new Error(`no condition: ${text}`);
  const [x, y] = [readSum(left), readSum(right)];
  return (values) => compare(x(values), y(values));
}

function readSum(text: string): Expression {
  const terms = [...text.replaceAll(' ', '').matchAll(/([+-]?)([^+-]+)/gu)].map(
    ([, sign, term = '']) => {
      const product = readProduct(term);
      return sign === '-' ? (values: Values): number => -product(values) : product;
    },
  );
  return (values) => terms.reduce((sum, term) => sum + term(values), 0);
}

function readProduct(text: string): Expression {
  const factors = text.split('*').map(readAtom);
  return (values) => factors.reduce((product, factor) => product * factor(values), 1);
}

function readAtom(text: string): Expression {
  if (/^\d+$/u.test(text)) return () => Number(text);
  const ones = /^ones\((\w+)\)$/u.exec(text)?.[1];
  const name = ones ?? text;
  if (!/^[a-z]$/u.test(name)) throw new Error(`no number: ${text}`);
  return (values) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return ones === undefined ? value : value % 10;
  };
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
