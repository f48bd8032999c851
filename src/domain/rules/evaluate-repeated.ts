/**
 * Rules that ask for something again: demonstrations and consistently. What one piece of evidence shows:
 *
 *                  | mark                | observed             | score, rate                    | levels
 *   demonstrations | met = demonstration | seen = demonstration | everything right = one of them | evidence only
 *   consistently   | met = seen, not yet = opposite | as it says | evidence only                  | evidence only
 */
import { unreachable } from '../kernel/assert.ts';
import type { Evaluation } from './evaluation.ts';
import type { Evidence, EvidenceBody } from './evidence.ts';
import type { ConsistentlyRule, DemonstrationsRule } from './rule.ts';

/** Whether the evidence demonstrates (true), fails to (false), or cannot tell (null). */
export function demonstrates(body: EvidenceBody): boolean | null {
  switch (body.type) {
    case 'mark':
      return body.met;
    case 'observed':
      return body.seen;
    case 'score':
      return body.of > 0 && body.correct >= body.of;
    case 'rate':
      return body.of > 0 && body.hits >= body.of;
    case 'levels':
      return null;
    default:
      return unreachable(body);
  }
}

/** What was observed that day: seen, the opposite, or nothing (null). */
export function observes(body: EvidenceBody): boolean | null {
  if (body.type === 'observed') return body.seen;
  return body.type === 'mark' ? body.met : null;
}

/**
 * Counts different demonstrations. Those that name no thing are all one thing; those that name no occasion are each an
 * occasion of their own.
 */
export function evaluateDemonstrations(
  rule: DemonstrationsRule,
  evidence: readonly Evidence[],
  day: (moment: number) => string,
): Evaluation {
  const shown = new Set<string>();
  let metAt: number | null = null;
  for (const piece of evidence) {
    if (demonstrates(piece) !== true) continue;
    shown.add(keyOfDemonstration(rule, piece, day));
    if (shown.size >= rule.times) metAt ??= piece.moment;
  }
  return {
    met: metAt !== null,
    metAt,
    have: shown.size,
    need: rule.times,
    unit: 'demonstration',
    nearly: metAt === null && evidence.length > 0 && shown.size + 1 === rule.times,
  };
}

function keyOfDemonstration(
  { distinct }: DemonstrationsRule,
  { moment, address, thing, occasion }: Evidence,
  day: (moment: number) => string,
): string {
  const own = `@${address.stream}.${address.slot}`;
  switch (distinct) {
    case 'day':
      return day(moment);
    case 'thing':
      return thing ?? '';
    case 'occasion':
      return occasion === undefined || occasion === '' ? own : `=${occasion}`;
    case 'none':
      return own;
    default:
      return unreachable(distinct);
  }
}

/**
 * Counts observed days in a row on which only "seen" was observed; days without an observation neither count nor break the
 * run. The evidence is replayed in order: the moment at which the run is long enough meets the rule for good, even if the
 * opposite is seen later that same day.
 */
export function evaluateConsistently(
  rule: ConsistentlyRule,
  evidence: readonly Evidence[],
  day: (moment: number) => string,
): Evaluation {
  let today: string | null = null;
  let run = 0;
  let metAt: number | null = null;
  for (const piece of evidence) {
    const seen = observes(piece);
    if (seen === null) continue;
    const on = day(piece.moment);
    // A day is counted at its first sighting only: once the opposite has ended the run, that day cannot begin a new one.
    if (!seen) run = 0;
    else if (on !== today) run += 1;
    today = on;
    if (run >= rule.days) metAt ??= piece.moment;
  }
  const met = metAt !== null;
  return {
    met,
    metAt,
    have: met ? Math.max(run, rule.days) : run,
    need: rule.days,
    unit: 'day',
    nearly: !met && evidence.length > 0 && run + 1 === rule.days,
  };
}
