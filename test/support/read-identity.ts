/**
 * Reads an item's identity back into numbers, without any code of the product: what a person would read in it. `values`
 * are the variables of the constraints column, `answer` is worked out by plain arithmetic.
 */
export interface ReadIdentity {
  readonly values: Readonly<Record<string, number>>;
  readonly answer: string;
}

const SHAPES: readonly [RegExp, (n: number[], layout: string) => ReadIdentity][] = [
  [
    /^(\d+)\+(\d+)\+(\d+)$/u,
    ([a = 0, b = 0, c = 0]) => ({ values: { a, b, c }, answer: `${a + b + c}` }),
  ],
  [/^(\d+)\+(\d+)$/u, ([a = 0, b = 0]) => ({ values: { a, b }, answer: `${a + b}` })],
  [/^(\d+)-(\d+)$/u, ([a = 0, b = 0]) => ({ values: { a, b }, answer: `${a - b}` })],
  [
    /^(\d+)\+_=(\d+)$/u,
    ([a = 0, s = 0]) => ({ values: { a, b: s - a, order: 1 }, answer: `${s - a}` }),
  ],
  [
    /^_\+(\d+)=(\d+)$/u,
    ([a = 0, s = 0]) => ({ values: { a, b: s - a, order: 2 }, answer: `${s - a}` }),
  ],
  [
    /^_-(\d+)=(\d+)$/u,
    ([b = 0, r = 0]) => ({ values: { a: r + b, b, unknown: 1 }, answer: `${r + b}` }),
  ],
  [
    /^(\d+)-_=(\d+)$/u,
    ([a = 0, r = 0]) => ({ values: { a, b: a - r, unknown: 2 }, answer: `${a - r}` }),
  ],
  [
    /^(\d+)x_=(\d+)$/u,
    ([a = 0, p = 0]) => ({ values: { a, b: p / a, order: 1 }, answer: `${p / a}` }),
  ],
  [
    /^_x(\d+)=(\d+)$/u,
    ([a = 0, p = 0]) => ({ values: { a, b: p / a, order: 2 }, answer: `${p / a}` }),
  ],
  [/^(\d+)x(\d+)$/u, ([a = 0, b = 0]) => ({ values: { a, b }, answer: `${a * b}` })],
  [
    /^(?:groups|array) (\d+)x(\d+)$/u,
    ([a = 0, b = 0], text) => ({
      values: { a, b, layout: text.startsWith('groups') ? 1 : 2 },
      answer: `${a * b}`,
    }),
  ],
  [/^(\d+)\+(\d+)=(\d+)$/u, ([a = 0, b = 0, c = 0]) => truth(1, a + b, c)],
  [/^(\d+)=(\d+)\+(\d+)$/u, ([c = 0, a = 0, b = 0]) => truth(2, a + b, c)],
  [/^(\d+)\+(\d+)=(\d+)\+(\d+)$/u, ([a = 0, b = 0, c = 0, d = 0]) => truth(3, a + b, c + d)],
];

function truth(form: number, left: number, right: number): ReadIdentity {
  return { values: { form }, answer: String(left === right) };
}

/** Throws where the identity has no shape a person would know. */
export function readIdentity(identity: string): ReadIdentity {
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(identity);
    if (match !== null) return read(match.slice(1).map(Number), identity);
  }
  throw new Error(`unknown identity ${identity}`);
}
