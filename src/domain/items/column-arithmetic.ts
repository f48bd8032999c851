import { digitsOf } from '../kernel/numbers.ts';

/** One place of written addition or subtraction, ones first. */
export interface Column {
  readonly upper: number;
  readonly lower: number;
  /** 1 when the place before it gave a ten to add (or took one away). */
  readonly incoming: 0 | 1;
  /** Whether this place regroups: a sum of ten or more, or a digit too small to take from. */
  readonly regroups: boolean;
  /** The digit written under the line. */
  readonly digit: number;
}

/** Written addition, place by place with carries. The last carry is not a column of its own. */
export function addColumns(a: number, b: number): Column[] {
  return columns(a, b, (upper, lower, incoming) => {
    const sum = upper + lower + incoming;
    return { regroups: sum >= 10, digit: sum % 10 };
  });
}

/** Written subtraction, place by place with what was borrowed; b is at most a. */
export function subtractColumns(a: number, b: number): Column[] {
  return columns(a, b, (upper, lower, incoming) => {
    const rest = upper - incoming - lower;
    return { regroups: rest < 0, digit: (rest + 10) % 10 };
  });
}

function columns(
  a: number,
  b: number,
  step: (upper: number, lower: number, incoming: 0 | 1) => { regroups: boolean; digit: number },
): Column[] {
  const uppers = digitsOf(a);
  const lowers = digitsOf(b);
  const result: Column[] = [];
  let incoming: 0 | 1 = 0;
  for (let i = 0; i < Math.max(uppers.length, lowers.length); i += 1) {
    const upper = uppers[i] ?? 0;
    const lower = lowers[i] ?? 0;
    const done = step(upper, lower, incoming);
    result.push({ upper, lower, incoming, ...done });
    incoming = done.regroups ? 1 : 0;
  }
  return result;
}

/**
 * Which places regroup, as bits (bit 0: ones), with carries: what `addColumns` and `subtractColumns` say, for code that
 * asks thousands of times and only wants to know this.
 */
export function regroupBits(op: '+' | '-', a: number, b: number): number {
  let bits = 0;
  let incoming = 0;
  for (let x = a, y = b, bit = 1; x > 0 || y > 0; bit <<= 1) {
    const upper = x % 10;
    const lower = (y % 10) + incoming;
    incoming = (op === '+' ? upper + lower >= 10 : upper < lower) ? 1 : 0;
    if (incoming === 1) bits |= bit;
    x = (x - upper) / 10;
    y = Math.floor(y / 10);
  }
  return bits;
}
