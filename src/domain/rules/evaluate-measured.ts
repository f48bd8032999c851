/** Score, rate and level: the first attempt that alone meets the rule meets it for good. */
import type { Evaluation, Unit } from './evaluation.ts';
import type { Evidence } from './evidence.ts';
import { measure, usualNeed, type Measured, type MeasuredRule } from './measure.ts';

const UNIT: Readonly<Record<MeasuredRule['type'], Unit>> = {
  score: 'item',
  rate: 'opportunity',
  level: 'criterion',
};

/**
 * Evaluates a measured rule over evidence in order. How far: the attempt that met it, else the one that came closest (the
 * latest of equals). Any counted attempt may be the one that is nearly: a worse one later does not take that away.
 */
export function evaluateMeasured(rule: MeasuredRule, evidence: readonly Evidence[]): Evaluation {
  const unit = UNIT[rule.type];
  let closest: Measured | null = null;
  for (const piece of evidence) {
    const measured = measure(rule, piece);
    if (measured === null) continue;
    const { have, need } = measured;
    if (measured.result === 'met')
      return { met: true, metAt: piece.moment, have, need, unit, nearly: false };
    if (closest === null || !isCloser(closest, measured)) closest = measured;
  }
  return {
    met: false,
    metAt: null,
    have: closest?.have ?? 0,
    need: closest?.need ?? usualNeed(rule),
    unit,
    nearly: closest?.nearly ?? false,
  };
}

/** Whether `a` came closer than `b`: nearly first, then by what is missing. */
function isCloser(a: Measured, b: Measured): boolean {
  if (a.nearly !== b.nearly) return a.nearly;
  return a.need - a.have < b.need - b.have;
}
