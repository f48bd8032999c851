/** The text of a form as a tree, by the grammar that a reader (right or wrong) works by. */
export type Op = '+' | '-' | '*' | '/';
export type Node =
  | { readonly type: 'letter'; readonly name: string }
  | { readonly type: 'op'; readonly op: Op; readonly left: Node; readonly right: Node }
  | { readonly type: 'power'; readonly base: Node; readonly exponent: number };

/** How somebody reads: as mathematics does, all signs from left to right, or the later of two signs of one rank first. */
export type Reading = 'right' | 'left-to-right' | 'last-first';

const TOKEN = /\*\*[23]|[a-d]|[-+*/()]/gu;

/** A form cut into letters, signs, brackets and powers ("**2"); null where something else stands in it. */
export function cut(expr: string): string[] | null {
  const tokens = expr.match(TOKEN) ?? [];
  return tokens.length > 0 && tokens.join('') === expr ? tokens : null;
}

/** The tree of these tokens, or null where they make no expression. */
export function treeOf(tokens: readonly string[], reading: Reading = 'right'): Node | null {
  let at = 0;
  const takes = (...wanted: readonly string[]): string | null => {
    const next = tokens[at];
    if (next === undefined || !wanted.includes(next)) return null;
    at += 1;
    return next;
  };
  const atom = (): Node | null => {
    const name = takes('a', 'b', 'c', 'd');
    if (name !== null) return { type: 'letter', name };
    if (takes('(') === null) return null;
    const inner = sum();
    return takes(')') === null ? null : inner;
  };
  const raised = (base: Node | null): Node | null => {
    const by = base === null ? null : takes('**2', '**3');
    return base === null || by === null
      ? base
      : { type: 'power', base, exponent: Number(by.slice(2)) };
  };
  const power = (): Node | null => raised(atom());
  // Strictly from left to right an exponent raises all that stands before it.
  const soFar = (left: Node | null): Node | null =>
    reading === 'left-to-right' ? raised(left) : left;
  const chain = (signs: readonly Op[], operand: () => Node | null): Node | null => {
    let left = soFar(operand());
    for (;;) {
      const op = signs.find((sign) => sign === takes(sign));
      if (left === null || op === undefined) return left;
      const right = reading === 'last-first' ? chain(signs, operand) : operand();
      if (right === null) return null;
      left = soFar({ type: 'op', op, left, right });
    }
  };
  const product = (): Node | null => chain(['*', '/'], power);
  const sum = (): Node | null =>
    reading === 'left-to-right' ? chain(['+', '-', '*', '/'], atom) : chain(['+', '-'], product);
  const whole = sum();
  return at === tokens.length ? whole : null;
}

/** Where the bracket that opens at `from` closes. */
function closingOf(tokens: readonly string[], from: number): number {
  let depth = 0;
  return tokens.findIndex((token, i) => {
    if (i < from) return false;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    return depth === 0;
  });
}

/** The tokens without the pair of brackets that opens at `from`. */
export function withoutPair(tokens: readonly string[], from: number): string[] {
  const to = closingOf(tokens, from);
  return tokens.filter((_, i) => i !== from && i !== to);
}

/** How deep the brackets are nested: 0 without any. */
export function depthOf(tokens: readonly string[]): number {
  let [depth, deepest] = [0, 0];
  for (const token of tokens) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
