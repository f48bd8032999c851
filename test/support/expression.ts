/**
 * The expressions of the `constraints` column: whole numbers, variables, + - * // % **, comparisons (also as truth values 1 and
 * 0, so that they can be added or compared), and, or, not, and a few functions. Written apart from the product's own code.
 */
export type Values = Readonly<Record<string, number>>;
export type Expression = (values: Values) => number;

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  ones: (n = 0) => n % 10,
  tens: (n = 0) => Math.floor(n / 10) % 10,
  abs: (n = 0) => Math.abs(n),
  gcd: (a = 0, b = 0) => {
    let [x, y] = [a, b];
    while (y !== 0) [x, y] = [y, x % y];
    return Math.abs(x);
  },
  min: (...all) => Math.min(...all),
  max: (...all) => Math.max(...all),
  distinct: (n = 0) => Number(new Set(String(n)).size === String(n).length),
};

const COMPARE: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  '<=': (x, y) => x <= y,
  '>=': (x, y) => x >= y,
  '!=': (x, y) => x !== y,
  '==': (x, y) => x === y,
  '<': (x, y) => x < y,
  '>': (x, y) => x > y,
};

const TOKEN = /\s*(\d+|[A-Za-z_]\w*|\*\*|\/\/|<=|>=|!=|==|[-+*%<>(),])/uy;

/** Reads one expression; throws on what the grammar does not know, so that nothing is skipped in silence. */
export function readExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): string => tokens[at] ?? '';
  const take = (): string => tokens[at++] ?? '';
  const takes = (...wanted: string[]): string | null => (wanted.includes(peek()) ? take() : null);
  const expect = (wanted: string): void => {
    if (take() !== wanted) throw new Error(`no ${wanted} in: ${text}`);
  };

  const or = (): Expression => {
    let left = and();
    while (takes('or') !== null) {
      const [a, b] = [left, and()];
      left = (values) => (a(values) !== 0 || b(values) !== 0 ? 1 : 0);
    }
    return left;
  };
  const and = (): Expression => {
    let left = not();
    while (takes('and') !== null) {
      const [a, b] = [left, not()];
      left = (values) => (a(values) !== 0 && b(values) !== 0 ? 1 : 0);
    }
    return left;
  };
  const not = (): Expression => {
    if (takes('not') === null) return comparison();
    const inner = not();
    return (values) => (inner(values) === 0 ? 1 : 0);
  };
  const comparison = (): Expression => {
    const parts: { readonly sign: string; readonly side: Expression }[] = [];
    const first = sum();
    for (;;) {
      const sign = takes(...Object.keys(COMPARE));
      if (sign === null) break;
      parts.push({ sign, side: sum() });
    }
    if (parts.length === 0) return first;
    return (values) => {
      let left = first(values);
      for (const { sign, side } of parts) {
        const right = side(values);
        if (COMPARE[sign]?.(left, right) !== true) return 0;
        left = right;
      }
      return 1;
    };
  };
  const sum = (): Expression => {
    let left = product();
    for (;;) {
      const sign = takes('+', '-');
      if (sign === null) return left;
      const [a, b] = [left, product()];
      left = sign === '+' ? (v) => a(v) + b(v) : (v) => a(v) - b(v);
    }
  };
  const product = (): Expression => {
    let left = signed();
    for (;;) {
      const sign = takes('*', '//', '%');
      if (sign === null) return left;
      const [a, b] = [left, signed()];
      if (sign === '*') left = (v) => a(v) * b(v);
      else if (sign === '//') left = (v) => Math.floor(a(v) / b(v));
      else left = (v) => ((a(v) % b(v)) + b(v)) % b(v);
    }
  };
  const signed = (): Expression => {
    if (takes('-') === null) return power();
    const inner = signed();
    return (values) => -inner(values);
  };
  const power = (): Expression => {
    const base = atom();
    if (takes('**') === null) return base;
    const exponent = signed();
    return (values) => base(values) ** exponent(values);
  };
  const atom = (): Expression => {
    const token = take();
    if (/^\d+$/u.test(token)) return () => Number(token);
    if (token === '(') {
      const inner = or();
      expect(')');
      return inner;
    }
    if (!/^[A-Za-z_]\w*$/u.test(token)) throw new Error(`no number at "${token}" in: ${text}`);
    if (peek() === '(') return call(token);
    return (values) => {
      const value = values[token];
      if (value === undefined) throw new Error(`no value for ${token} in: ${text}`);
      return value;
    };
  };
  const call = (name: string): Expression => {
    const known = FUNCTIONS[name];
    if (known === undefined) throw new Error(`no function ${name} in: ${text}`);
    expect('(');
    const args = [or()];
    while (takes(',') !== null) args.push(or());
    expect(')');
    return (values) => known(...args.map((arg) => arg(values)));
  };

  const whole = or();
  if (at !== tokens.length) throw new Error(`left over "${peek()}" in: ${text}`);
  return whole;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`cannot read "${text.slice(from)}"`);
    tokens.push(token);
  }
  return tokens;
}
