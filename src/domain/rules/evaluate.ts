/**
 * Whether the evidence meets a rule, since when, and how far. How each kind of rule treats each kind of evidence is
 * written at the head of `measure.ts` and `evaluate-repeated.ts`, and at `forPart` below.
 */
import { unreachable } from '../kernel/assert.ts';
import { evaluateMeasured } from './evaluate-measured.ts';
import { evaluateConsistently, evaluateDemonstrations } from './evaluate-repeated.ts';
import type { Evaluation } from './evaluation.ts';
import { byMoment, type Evidence, type EvidenceBody } from './evidence.ts';
import type { AnyRule, PartsRule, Rule } from './rule.ts';

/**
 * Evaluates `rule` over counted evidence in any order, each piece once. `day` names the calendar day of a moment in the
 * school's time zone. Evidence later than the moment at which the rule was met can never undo it.
 */
export function evaluate(
  rule: Rule,
  evidence: readonly Evidence[],
  day: (moment: number) => string,
): Evaluation {
  return evaluateInOrder(rule, evidence.toSorted(byMoment), day);
}

function evaluateInOrder(
  rule: Rule,
  evidence: readonly Evidence[],
  day: (moment: number) => string,
): Evaluation {
  switch (rule.type) {
    case 'score':
    case 'rate':
    case 'level':
      return evaluateMeasured(rule, evidence);
    case 'demonstrations':
      return evaluateDemonstrations(rule, evidence, day);
    case 'consistently':
      return evaluateConsistently(rule, evidence, day);
    case 'parts':
      return evaluateParts(rule, evidence, day);
    case 'any':
      return evaluateAny(rule, evidence, day);
    default:
      return unreachable(rule);
  }
}

function evaluateParts(
  rule: PartsRule,
  evidence: readonly Evidence[],
  day: (moment: number) => string,
): Evaluation {
  const parts = rule.parts.map((part) =>
    evaluateInOrder(
      part.rule,
      evidence.flatMap((piece) => forPart(part, piece) ?? []),
      day,
    ),
  );
  const moments = parts.flatMap(({ metAt }) => metAt ?? []);
  const [have, need] = [moments.length, parts.length];
  const met = need > 0 && have === need;
  return {
    met,
    metAt: met ? Math.max(...moments) : null,
    have,
    need,
    unit: 'part',
    // Exactly one more part would do, however far that part is.
    nearly: !met && evidence.length > 0 && have + 1 === need,
    parts,
  };
}

function evaluateAny(
  rule: AnyRule,
  evidence: readonly Evidence[],
  day: (moment: number) => string,
): Evaluation {
  const parts = rule.rules.map((one) => evaluateInOrder(one, evidence, day));
  const best = parts.toSorted(closestFirst)[0];
  if (best === undefined)
    return { met: false, metAt: null, have: 0, need: 1, unit: 'part', nearly: false, parts };
  const nearly = !best.met && parts.some((part) => part.nearly);
  return { ...best, nearly, parts };
}

/** Met first, the earliest of them; then nearly; then the largest share of what is needed. Equal ones keep their order. */
function closestFirst(a: Evaluation, b: Evaluation): number {
  if (a.metAt !== null || b.metAt !== null) return (a.metAt ?? Infinity) - (b.metAt ?? Infinity);
  if (a.nearly !== b.nearly) return a.nearly ? -1 : 1;
  return b.have * a.need - a.have * b.need;
}

/**
 * The evidence as the rule of one part reads it, or null when it does not speak of that part. A check cannot name a part:
 * it speaks of every part that is measured by a score. Any other evidence that names no part, or one that the rule does not
 * have, is evidence of the objective but of no part.
 */
export function forPart<E extends EvidenceBody>(
  part: PartsRule['parts'][number],
  piece: E,
): E | null {
  if (piece.part === undefined)
    return piece.type === 'score' && readsScores(part.rule) ? piece : null;
  const [name, ...inner] = piece.part.split('/');
  if (name !== part.id) return null;
  const { part: _, ...rest } = piece;
  // Taking `part` out and putting the inner name in leaves every other field of E as it was.
  return (inner.length === 0 ? rest : { ...rest, part: inner.join('/') }) as E;
}

function readsScores(rule: Rule): boolean {
  switch (rule.type) {
    case 'score':
      return true;
    case 'any':
      return rule.rules.some(readsScores);
    case 'parts':
      return rule.parts.some((part) => readsScores(part.rule));
    case 'demonstrations':
    case 'consistently':
    case 'rate':
    case 'level':
      return false;
    default:
      return unreachable(rule);
  }
}
