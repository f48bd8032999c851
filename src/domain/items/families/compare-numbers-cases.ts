import { digitsOf } from '../../kernel/numbers.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { clipped, drawNumber, holds, numbersOf, sizeOf } from '../number-set.ts';
import type { CompareCase, MeasurePair, Mode } from './compare-numbers-case.ts';
import type { CompareParams } from './compare-numbers-params.ts';

type Of<T extends CompareParams['type']> = Extract<CompareParams, { readonly type: T }>;

/** Every pair that the parameters allow, each once. */
export function* compareCases(params: CompareParams): Iterable<CompareCase> {
  switch (params.type) {
    case 'pair':
      for (const a of numbersOf(params.a)) {
        for (const b of numbersOf(params.b)) yield* pairCases(params, a, b);
      }
      return;
    case 'decimal':
      for (const scaleA of params.scales)
        for (const scaleB of params.scales)
          for (const a of numbersOf(params.a))
            for (const b of numbersOf(params.b)) {
              const one = decimalCase(a, b, scaleA, scaleB);
              if (one !== null) yield one;
            }
      return;
    case 'derive':
      yield* derivedCases(params);
      return;
    case 'measure':
      for (const pair of params.pairs)
        for (const big of numbersOf(params.big))
          for (const j of params.tenths) yield measureCase(pair, big, j);
      return;
  }
}

function* pairCases({ maxDiff, notations }: Of<'pair'>, a: number, b: number) {
  if (Math.abs(a - b) > maxDiff) return;
  if (notations.length === 0) yield { show: 'plain', a, b, mode: null } as const;
  for (const notation of notations) yield { show: 'money', a, b, notation } as const;
}

/** Two decimals below 1, or null where they are written alike, or a zero at the end says nothing. */
function decimalCase(a: number, b: number, scaleA: number, scaleB: number): CompareCase | null {
  if (a >= scaleA || b >= scaleB) return null;
  const equal = a * scaleB === b * scaleA;
  if (equal ? scaleA === scaleB : a % 10 === 0 || b % 10 === 0) return null;
  return { show: 'decimal', a, b, scaleA, scaleB };
}

/** The digit and the turn say nothing where both numbers are equal; only its parity counts where digits change places. */
function* derivedCases(params: Of<'derive'>): Iterable<CompareCase> {
  for (const a of numbersOf(params.a)) {
    for (const mode of params.modes) {
      const seen = new Set<number>();
      for (const j of numbersOf(params.j)) {
        const b = derived(params, a, mode, j);
        if (b === null || seen.has(b)) continue;
        seen.add(b);
        for (const flip of mode === 'equal' ? [false] : params.flips)
          yield derivedCase(a, b, mode, flip);
      }
    }
  }
}

function derivedCase(a: number, b: number, mode: Mode, flip: boolean): CompareCase {
  return flip ? { show: 'plain', a: b, b: a, mode } : { show: 'plain', a, b, mode };
}

/** The second number, made from the first; null where it leaves the Domain or is the same number. */
function derived({ a: set }: Of<'derive'>, a: number, mode: Mode, j: number): number | null {
  const b = madeFrom(a, mode, j);
  return holds(set, b) && (mode === 'equal') === (a === b) ? b : null;
}

function madeFrom(a: number, mode: Mode, j: number): number {
  const digits = digitsOf(a);
  switch (mode) {
    case 'equal':
      return a;
    case 'hundreds-digit': {
      const hundreds = digits[2] ?? 0;
      return a + (((hundreds + j) % 10) - hundreds) * 100;
    }
    case 'one-digit-longer':
      return a * 10 + j;
    case 'swap-neighbours': {
      const at = 1 + (j % 2);
      const [low, high] = [digits[at] ?? 0, digits[at + 1] ?? 0];
      return a + (high - low) * 10 ** at + (low - high) * 10 ** (at + 1);
    }
  }
}

function measureCase(pair: MeasurePair, big: number, j: number): CompareCase {
  return { show: 'measure', pair, a: big, b: big * pair.factor + (j * pair.factor) / 10 };
}

/** One draw in this many is a pair that a blind draw would hardly ever meet. */
const RARE = 4;

/** One pair at random, the rare ones on purpose; null where a condition is broken. */
export function drawCompare(random: Random, params: CompareParams): CompareCase | null {
  switch (params.type) {
    case 'pair':
      return drawPair(random, params);
    case 'decimal':
      return drawDecimal(random, params);
    case 'derive': {
      const mode = pick(random, params.modes);
      const a = drawNumber(random, params.a);
      const b = derived(params, a, mode, drawNumber(random, params.j));
      const flip = pick(random, params.flips);
      return b === null ? null : derivedCase(a, b, mode, flip && mode !== 'equal');
    }
    case 'measure':
      return measureCase(
        pick(random, params.pairs),
        drawNumber(random, params.big),
        pick(random, params.tenths),
      );
  }
}

/** Equal pairs, pairs of the same hundred, and any other pair not too far apart. */
function drawPair(random: Random, params: Of<'pair'>): CompareCase | null {
  const a = drawNumber(random, params.a);
  const kind = Math.floor(random() * RARE);
  const hundred = a - (a % 100);
  const reach = Math.min(params.maxDiff, 1_000_000);
  const [low, high] =
    kind === 0 ? [a, a] : kind === 1 ? [hundred, hundred + 99] : [a - reach, a + reach];
  const set = clipped(params.b, low, high);
  if (set === null) return null;
  const b = drawNumber(random, set);
  if (Math.abs(a - b) > params.maxDiff) return null;
  if (params.notations.length === 0) return { show: 'plain', a, b, mode: null };
  return { show: 'money', a, b, notation: pick(random, params.notations) };
}

function drawDecimal(random: Random, params: Of<'decimal'>): CompareCase | null {
  const [scaleA, scaleB] = [pick(random, params.scales), pick(random, params.scales)];
  const left = clipped(params.a, 1, scaleA - 1);
  if (left === null) return null;
  const a = drawNumber(random, left);
  const kind = Math.floor(random() * RARE);
  if (kind === 0) {
    const b = (a * scaleB) / scaleA;
    return holds(params.b, b) ? decimalCase(a, b, scaleA, scaleB) : null;
  }
  const tenth = Math.floor((a * 10) / scaleA) * (scaleB / 10);
  const [low, high] = kind === 1 ? [tenth, tenth + scaleB / 10 - 1] : [1, scaleB - 1];
  const right = clipped(params.b, low, high);
  return right === null ? null : decimalCase(a, drawNumber(random, right), scaleA, scaleB);
}

/** Upper bound of the number of pairs. */
export function compareSize(params: CompareParams): number {
  switch (params.type) {
    case 'pair':
      return sizeOf(params.a) * sizeOf(params.b) * Math.max(1, params.notations.length);
    case 'decimal':
      return sizeOf(params.a) * sizeOf(params.b) * params.scales.length ** 2;
    case 'derive':
      return sizeOf(params.a) * params.modes.length * sizeOf(params.j) * params.flips.length;
    case 'measure':
      return params.pairs.length * sizeOf(params.big) * params.tenths.length;
  }
}
