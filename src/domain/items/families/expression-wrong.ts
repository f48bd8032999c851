import { minus, over, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { treeOf, withoutPair, type Node } from './expression-text.ts';

/** The wrong rules that a row can be about. */
export const CONTRASTS = [
  'left-to-right',
  'last-first',
  'no-brackets',
  'exponent-as-factor',
] as const;
export type Contrast = (typeof CONTRASTS)[number];

/** An expression as a known misconception reads it. */
export interface WrongReading {
  readonly tag: Contrast | 'distributed-half' | 'inner-sign';
  readonly tree: Node;
}

/** All wrong readings of a form; those that change nothing are among them and give the right value. */
export function wrongReadings(tokens: readonly string[], tree: Node): WrongReading[] {
  const flat = tokens.filter((token) => token !== '(' && token !== ')');
  const innerSigns = tokens.flatMap((token, i) =>
    token === '-' && tokens[i + 1] === '(' ? [treeOf(withoutPair(tokens, i + 1))] : [],
  );
  const readings: readonly (readonly [WrongReading['tag'], Node | null])[] = [
    ['left-to-right', treeOf(tokens, 'left-to-right')],
    ['last-first', treeOf(tokens, 'last-first')],
    ['no-brackets', treeOf(flat)],
    ['exponent-as-factor', asFactor(tree)],
    ...halfDistributed(tree).map((half) => ['distributed-half', half] as const),
    ...innerSigns.map((inner) => ['inner-sign', inner] as const),
  ];
  return readings.flatMap(([tag, wrong]) => (wrong === null ? [] : [{ tag, tree: wrong }]));
}

/** Every power as a product with its exponent. */
function asFactor(node: Node): Node {
  switch (node.type) {
    case 'letter':
      return node;
    case 'op':
      return { ...node, left: asFactor(node.left), right: asFactor(node.right) };
    case 'power':
      return { type: 'op', op: '*', left: asFactor(node.base), right: number(node.exponent) };
  }
}

/** A number in a tree: a letter whose name is its value. */
const number = (value: number): Node => ({ type: 'letter', name: String(value) });

const isSum = (node: Node): node is Extract<Node, { readonly type: 'op' }> =>
  node.type === 'op' && (node.op === '+' || node.op === '-');

/** The trees in which one product multiplies the first part of its bracket alone: a*b+c for a*(b+c). */
function halfDistributed(node: Node): Node[] {
  if (node.type !== 'op') return [];
  const { op, left, right } = node;
  const own: Node[] = [];
  if (op === '*' && isSum(right)) own.push({ ...right, left: { ...node, right: right.left } });
  if (op === '*' && isSum(left)) own.push({ ...left, left: { ...node, left: left.left } });
  return [
    ...own,
    ...halfDistributed(left).map((half) => ({ ...node, left: half })),
    ...halfDistributed(right).map((half) => ({ ...node, right: half })),
  ];
}

/** The exact value of a tree, whatever it is; null where something is divided by 0. */
export function exactValue(node: Node, values: Readonly<Record<string, number>>): Ratio | null {
  switch (node.type) {
    case 'letter':
      return ratio(values[node.name] ?? Number(node.name));
    case 'power': {
      const base = exactValue(node.base, values);
      if (base === null) return null;
      return Array.from({ length: node.exponent - 1 }, () => base).reduce(times, base);
    }
    case 'op': {
      const x = exactValue(node.left, values);
      const y = exactValue(node.right, values);
      if (x === null || y === null) return null;
      if (node.op === '+') return plus(x, y);
      if (node.op === '-') return minus(x, y);
      if (node.op === '*') return times(x, y);
      return y.num === 0 ? null : over(x, y);
    }
  }
}
