import type { Node, Op } from './expression-text.ts';

export type Values = Readonly<Record<string, number>>;

/** One calculation on the way: two numbers and what comes out, or a power. */
export type Step =
  | {
      readonly type: 'op';
      readonly op: Op;
      readonly x: number;
      readonly y: number;
      readonly value: number;
    }
  | {
      readonly type: 'power';
      readonly base: number;
      readonly exponent: number;
      readonly value: number;
    };

/**
 * The steps of a tree in the order in which they are worked out; the last one gives the answer. Null where one of them breaks a
 * condition: every value is a whole number of at least 1; up to `factLimit` go both factors of a product, and the divisor and the
 * quotient of a division, which is at least 2.
 */
export function stepsOf(tree: Node, values: Values, factLimit: number | null): Step[] | null {
  const steps: Step[] = [];
  const work = (node: Node): number | null => {
    if (node.type === 'letter') return values[node.name] ?? null;
    if (node.type === 'power') {
      const base = work(node.base);
      if (base === null) return null;
      const value = base ** node.exponent;
      steps.push({ type: 'power', base, exponent: node.exponent, value });
      return value;
    }
    const x = work(node.left);
    const y = x === null ? null : work(node.right);
    if (x === null || y === null) return null;
    const value = resultOf(node.op, x, y, factLimit);
    if (value !== null) steps.push({ type: 'op', op: node.op, x, y, value });
    return value;
  };
  return work(tree) === null ? null : steps;
}

function resultOf(op: Op, x: number, y: number, factLimit: number | null): number | null {
  const isFact = (...numbers: number[]): boolean =>
    factLimit === null || numbers.every((n) => n <= factLimit);
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x > y ? x - y : null;
    case '*':
      return isFact(x, y) ? x * y : null;
    case '/':
      return x % y === 0 && x / y >= 2 && isFact(y, x / y) ? x / y : null;
  }
}
