import { unreachable } from '../../kernel/assert.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Trap } from '../item.ts';
import { decimalTraps, numberTraps } from '../traps.ts';
import { resultOf, stepsOf, type StepsCase } from './story-steps-case.ts';

/** What other calculations with the same numbers give, in the unit of the answer (hundredths where amounts are). */
interface Mistakes {
  readonly wrong: readonly number[];
  readonly ignored: readonly number[];
  readonly order: readonly number[];
}

/** Wrong values that known misconceptions give. */
export function storyStepsTraps(one: StepsCase, hundredths: boolean): Trap[] {
  const { form, numbers } = one;
  const key = resultOf(one);
  const [first] = stepsOf(form, numbers);
  const firstOnly = hundredths && !first.z.hundredths ? 100 * first.z.n : first.z.n;
  const { wrong, ignored, order } = mistakesOf(one);
  const entries: (readonly [string, number])[] = [
    ['first-step-only', firstOnly],
    ...wrong.map((value) => ['wrong-operation', value] as const),
    ...ignored.map((value) => ['ignored-a-number', value] as const),
    ...order.map((value) => ['order', value] as const),
  ];
  if (!hundredths) return numberTraps(key, entries);
  const shifted = [key * 10, key * 100, key / 10, key / 100];
  const all = [...entries, ...shifted.map((value) => ['decimal-point', value] as const)];
  return decimalTraps(
    ratio(key, 100),
    all.map(([tag, value]) => [tag, exact(value)]),
  );
}

/** A value in hundredths as an exact number, where it is one of few places. */
function exact(value: number): ReturnType<typeof ratio> | null {
  const tenThousandths = Math.round(value * 100);
  return Math.abs(tenThousandths - value * 100) < 1e-6 ? ratio(tenThousandths, 10_000) : null;
}

function mistakesOf({ form, numbers: { a, b, c, u, v } }: StepsCase): Mistakes {
  const paid = 100 * c;
  switch (form) {
    case 'a+b-c':
      return { wrong: [a - b - c, a + b + c], ignored: [a - c], order: [] };
    case 'a-b+c':
      return { wrong: [a + b + c, a - b - c], ignored: [a + c], order: [a - (b + c)] };
    case 'a-b-c':
      return { wrong: [a + b - c, a - b + c], ignored: [a - c], order: [] };
    case 'a*b+c':
      return { wrong: [a + b + c, a * b - c], ignored: [a + c, b + c], order: [a * (b + c)] };
    case 'a*b-c':
      return { wrong: [a + b - c, a * b + c], ignored: [a - c, b - c], order: [a * (b - c)] };
    case 'c-a*b':
      return { wrong: [c + a * b, c - a - b], ignored: [c - a, c - b], order: [(c - a) * b] };
    case 'a*b/c':
      return { wrong: [a * b * c, (a + b) / c], ignored: [a / c, b / c], order: [] };
    case 'c/b+a':
      return { wrong: [c * b + a, c / b - a], ignored: [c + a], order: [(c + a) / b] };
    case '(c-a)/b':
      return { wrong: [(c + a) / b, (c - a) * b], ignored: [c / b], order: [c / b - a] };
    case 'c-(a*u+v)':
      return {
        wrong: [paid + a * u + v, paid - (a * u - v)],
        ignored: [paid - a * u, paid - u - v, a * u + v],
        order: [paid - a * (u + v)],
      };
    case '(a*u-v)/b':
      return {
        wrong: [(a * u + v) / b, (a * u - v) * b],
        ignored: [(a * u) / b, (u - v) / b, a * u - v],
        order: [a * u - v / b],
      };
    case 'a*u+b*v':
      return {
        wrong: [Math.abs(a * u - b * v)],
        ignored: [a * u + v, u + b * v, u + v],
        order: [(a + b) * (u + v)],
      };
    case '(a+b)*u-v':
      return {
        wrong: [(a + b) * u + v, Math.abs(a - b) * u - v],
        ignored: [a * u - v, b * u - v, (a + b) * u],
        order: [100 * a + b * u - v],
      };
    default:
      return unreachable(form);
  }
}
