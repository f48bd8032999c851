import { unreachable } from '../../kernel/assert.ts';
import { ratio, type Ratio } from '../../kernel/ratio.ts';
import type { Trap } from '../item.ts';
import { fractionTraps, numberTraps } from '../traps.ts';
import type { ScaleCase } from './read-scale-case.ts';

type Entry<V> = readonly [tag: string, value: V | null];

/** Labels next to a place; both where it lies in the middle. */
function nearestLabels(n: number, parts: number): readonly number[] {
  const below = Math.floor(n / parts);
  const past = n % parts;
  if (past * 2 === parts) return [below, below + 1];
  return [past * 2 < parts ? below : below + 1];
}

/** Wrong readings that teachers know. */
export function scaleTraps(one: ScaleCase): Trap[] {
  switch (one.kind) {
    case 'number-line': {
      const { n, tick, label } = one;
      return numberTraps(n * tick, [
        ['counted-ticks-not-spaces', (n + 1) * tick],
        ...nearestLabels(n, label / tick).map((k): Entry<number> => ['nearest-label', k * label]),
      ]);
    }
    case 'fraction-line': {
      const { n, den } = one;
      return fractionTraps(ratio(n, den), [
        ['two-is-the-whole', ratio(n, 2 * den)],
        ['ticks-as-denominator', ratio(n, den + 1)],
        ['counted-ticks-not-spaces', ratio(n + 1, den)],
        ...nearestLabels(n, den).map((k): Entry<Ratio> => ['nearest-label', ratio(k)]),
      ]);
    }
    case 'ruler':
      return numberTraps(one.n, [
        ['read-the-end', one.start + one.n],
        ['counted-ticks-not-spaces', one.n + 1],
      ]);
    case 'ruler-two':
      return numberTraps(one.a - one.b, [
        ['added-lengths', one.a + one.b],
        ['counted-ticks-not-spaces', one.a - one.b + 1],
      ]);
    case 'ruler-fraction': {
      const { n, parts } = one;
      const whole = Math.floor(n / parts);
      return fractionTraps(ratio(n, parts), [
        ['counted-ticks-not-spaces', ratio(n + 1, parts)],
        ['ticks-as-denominator', ratio(whole * (parts + 1) + (n % parts), parts + 1)],
        ...nearestLabels(n, parts).map((k): Entry<Ratio> => ['nearest-label', ratio(k)]),
      ]);
    }
    case 'dial': {
      const { n, label, parts } = one;
      const step = label / parts;
      return numberTraps(n * step, [
        ['tick-is-one', Math.floor(n / parts) * label + (n % parts)],
        ['counted-ticks-not-spaces', (n + 1) * step],
        ...nearestLabels(n, parts).map((k): Entry<number> => ['nearest-label', k * label]),
      ]);
    }
    default:
      return unreachable(one);
  }
}
