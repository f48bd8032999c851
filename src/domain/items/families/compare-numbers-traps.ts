import { digitsOf } from '../../kernel/numbers.ts';
import type { Trap } from '../item.ts';
import { keyOf, signOf, type CompareCase, type SignText } from './compare-numbers-case.ts';

type Entry = readonly [tag: string, sign: SignText];

const MIRROR: Readonly<Record<SignText, SignText>> = { '<': '>', '=': '=', '>': '<' };

/** Signs that known wrong rules give. */
export function signTraps(one: CompareCase): Trap[] {
  const key = keyOf(one);
  const seen = new Set<string>();
  return [['sign-reversed', MIRROR[key]] as const, ...rulesOf(one)].flatMap(([tag, value]) => {
    const name = `${tag} ${value}`;
    if (value === key || seen.has(name)) return [];
    seen.add(name);
    return [{ tag, value }];
  });
}

function rulesOf(one: CompareCase): readonly Entry[] {
  switch (one.show) {
    case 'plain':
      return lastDigits(one.a, one.b);
    case 'money':
      // 35 against 1.20: in hundredths, so that the rule stays a comparison of whole numbers.
      return one.notation === 'cents-dollars'
        ? [['units-ignored', signOf(one.a * 100, one.b)]]
        : [['units-ignored', signOf(one.a, one.b * 100)]];
    case 'decimal':
      return decimalRules(one);
    case 'measure': {
      const { a, b, pair } = one;
      return [
        ['units-ignored', signOf(a, b)],
        ['wrong-factor', signOf(a * pair.factor * 10, b)],
        ['wrong-factor', signOf(a * pair.factor, b * 10)],
      ];
    }
  }
}

/** Only where a number has more than its ones. */
function lastDigits(a: number, b: number): readonly Entry[] {
  if (Math.max(a, b) < 10) return [];
  return [['last-digit-first', signOf(digitsOf(a)[0] ?? 0, digitsOf(b)[0] ?? 0)]];
}

function decimalRules(one: Extract<CompareCase, { show: 'decimal' }>): readonly Entry[] {
  const { scaleA, scaleB } = one;
  if (scaleA === scaleB) return [];
  const longer = signOf(scaleA, scaleB);
  const equal = keyOf(one) === '=';
  return [
    ['longer-is-larger', longer],
    ['shorter-is-larger', MIRROR[longer]],
    ...(equal ? [['zero-changes-value', '<'] as const, ['zero-changes-value', '>'] as const] : []),
  ];
}
